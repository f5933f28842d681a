package egate.gate;

import java.util.List;
import java.util.Locale;

/** The words in which stories are told. */
final class StoryWords {
  private StoryWords() {}

  static Topology topology(String key) {
    return Topology.valueOf(upper(key));
  }

  static GateEvent event(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("officer") || words[0].equals("technician")) {
      return ordered(words);
    }
    if (words.length != 2) {
      throw new IllegalArgumentException("not an event: " + line);
    }
    String said = upper(words[1]);
    return switch (words[0]) {
      case "bridge" -> bridge(words[1]);
      case "document" -> document(said);
      case "traveller" -> new GateEvent.TravellerJudged(Judgement.valueOf(said));
      case "entry" -> new GateEvent.DoorMoved(Door.ENTRY, Contact.valueOf(said));
      case "exit" -> new GateEvent.DoorMoved(Door.EXIT, Contact.valueOf(said));
      case "zone" -> new GateEvent.ZoneChanged(Occupancy.valueOf(said));
      case "emergency" -> new GateEvent.Emergency(said.equals("ON"));
      case "tamper" -> new GateEvent.Tamper(said.equals("ON"));
      case "reporting" -> new GateEvent.ReportingChanged(Reporting.valueOf(said));
      case "loop" -> new GateEvent.Stalled();
      case "lines" -> new GateEvent.LinesFailed();
      case "record" -> new GateEvent.RecordFailed();
      case "gate" -> new GateEvent.Repaired();
      default -> throw new IllegalArgumentException("not an event: " + line);
    };
  }

  private static GateEvent document(String said) {
    return switch (said) {
      case "PRESENTED" -> new GateEvent.DocumentPresented();
      case "LEFT" -> new GateEvent.DocumentLeft(true);
      case "FETCHED" -> new GateEvent.DocumentLeft(false);
      default -> new GateEvent.DocumentJudged(Judgement.valueOf(said));
    };
  }

  /** Such as {@code officer K7 hold, suspicion} or {@code technician T1 jog entry, test}. */
  private static GateEvent ordered(String[] words) {
    int last = words.length - 1;
    String said = String.join(" ", List.of(words).subList(2, last));
    Hand by = new Hand(words[1], Hand.Why.valueOf(upper(words[last])));
    return new GateEvent.Ordered(order(said.replace(",", "")), by);
  }

  private static HandOrder order(String said) {
    return switch (said) {
      case "maintenance on" -> new HandOrder.Maintenance(true);
      case "maintenance off" -> new HandOrder.Maintenance(false);
      case "jog entry" -> new HandOrder.JogDoor(Door.ENTRY);
      case "jog exit" -> new HandOrder.JogDoor(Door.EXIT);
      case "light enter" -> new HandOrder.JogLamp(Lamp.ENTER);
      default -> HandOrder.Officer.valueOf(upper(said));
    };
  }

  private static GateEvent bridge(String word) {
    return switch (word) {
      case "serving" -> new GateEvent.BridgeServing();
      case "gone" -> new GateEvent.BridgeGone();
      case "asks-again" -> new GateEvent.AskedAgain();
      default -> throw new IllegalArgumentException("a bridge does not do this: " + word);
    };
  }

  static String told(GateCommand command) {
    return switch (command) {
      case GateCommand.RecordBegin(long passage) -> "record begin " + passage;
      case GateCommand.RecordDecision(long passage, Door door) ->
          "record decision " + passage + " " + lower(door);
      case GateCommand.RecordResult(long passage, Outcome outcome, Referral cause) ->
          "record result " + passage + " " + lower(outcome) + " " + lower(cause);
      case GateCommand.RecordEmergency(boolean active) ->
          "record emergency " + (active ? "on" : "off");
      case GateCommand.RecordOrder(HandOrder order, Hand by, boolean heeded) ->
          "record order "
              + order.key()
              + ", "
              + by.who()
              + ", "
              + lower(by.why())
              + (heeded ? "" : ", not permitted now");
      case GateCommand.CallOfficer(GateState.Phase phase) -> "call officer, " + lower(phase);
      case GateCommand.Unlock(Door door) -> "unlock " + lower(door);
      case GateCommand.Lock(Door door) -> "lock " + lower(door);
      case GateCommand.Show(Lamp lamp) -> "show " + lower(lamp);
      case GateCommand.Identify _ -> "identify";
      case GateCommand.EndBridge _ -> "end bridge";
    };
  }

  private static String upper(String words) {
    return words.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
