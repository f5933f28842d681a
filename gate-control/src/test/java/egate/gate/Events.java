package egate.gate;

import java.util.ArrayList;
import java.util.List;

/** Every event with every value that it can carry. */
final class Events {
  private Events() {}

  /** All that can happen to a gate of a topology, be it out of place. */
  static List<GateEvent> of(Topology topology) {
    List<GateEvent> events = new ArrayList<>(ofPassage(topology));
    events.add(new GateEvent.DocumentLeft(true));
    events.add(new GateEvent.DocumentLeft(false));
    events.add(new GateEvent.Tamper(true));
    events.add(new GateEvent.Tamper(false));
    for (Reporting reporting : Reporting.values()) {
      events.add(new GateEvent.ReportingChanged(reporting));
    }
    events.addAll(orders());
    return List.copyOf(events);
  }

  /** What travellers, bridges, lines and time do; nobody orders anything, everything reports. */
  static List<GateEvent> ofPassage(Topology topology) {
    List<GateEvent> events =
        new ArrayList<>(
            List.of(
                new GateEvent.BridgeServing(),
                new GateEvent.BridgeGone(),
                new GateEvent.DocumentPresented(),
                new GateEvent.AskedAgain(),
                new GateEvent.Emergency(true),
                new GateEvent.Emergency(false),
                new GateEvent.Stalled(),
                new GateEvent.LinesFailed(),
                new GateEvent.RecordFailed(),
                new GateEvent.Repaired(),
                new GateEvent.Tick()));
    for (Judgement judgement : Judgement.values()) {
      events.add(new GateEvent.DocumentJudged(judgement));
      events.add(new GateEvent.TravellerJudged(judgement));
    }
    events.addAll(sensed(topology));
    return List.copyOf(events);
  }

  private static List<GateEvent> sensed(Topology topology) {
    List<GateEvent> events = new ArrayList<>();
    for (Door door : topology.doors()) {
      for (Contact contact : Contact.values()) {
        events.add(new GateEvent.DoorMoved(door, contact));
      }
    }
    if (topology.zone()) {
      for (Occupancy occupancy : Occupancy.values()) {
        events.add(new GateEvent.ZoneChanged(occupancy));
      }
    }
    return events;
  }

  private static List<GateEvent> orders() {
    List<HandOrder> orders = new ArrayList<>(List.of(HandOrder.Officer.values()));
    orders.add(new HandOrder.Maintenance(true));
    orders.add(new HandOrder.Maintenance(false));
    orders.add(new HandOrder.JogDoor(Door.ENTRY));
    orders.add(new HandOrder.JogDoor(Door.EXIT));
    orders.add(new HandOrder.JogLamp(Lamp.ENTER));
    return orders.stream().<GateEvent>map(o -> new GateEvent.Ordered(o, Hand.KEY)).toList();
  }
}
