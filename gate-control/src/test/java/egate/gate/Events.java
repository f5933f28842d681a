package egate.gate;

import java.util.ArrayList;
import java.util.List;

/** Every event with every value that it can carry. */
final class Events {
  static final List<GateEvent> ALL = all();

  private Events() {}

  private static List<GateEvent> all() {
    List<GateEvent> events =
        new ArrayList<>(
            List.of(
                new GateEvent.BridgeServing(),
                new GateEvent.BridgeGone(),
                new GateEvent.DocumentPresented(),
                new GateEvent.Emergency(true),
                new GateEvent.Emergency(false),
                new GateEvent.LinesFailed(),
                new GateEvent.RecordFailed(),
                new GateEvent.Repaired(),
                new GateEvent.Tick()));
    for (Judgement judgement : Judgement.values()) {
      events.add(new GateEvent.DocumentJudged(judgement));
      events.add(new GateEvent.TravellerJudged(judgement));
    }
    for (Contact contact : Contact.values()) {
      events.add(new GateEvent.DoorMoved(Door.ENTRY, contact));
      events.add(new GateEvent.DoorMoved(Door.EXIT, contact));
    }
    for (Occupancy occupancy : Occupancy.values()) {
      events.add(new GateEvent.ZoneChanged(occupancy));
    }
    return List.copyOf(events);
  }
}
