package egate.gate;

import java.util.Locale;

/** The words in which stories are told. */
final class StoryWords {
  private StoryWords() {}

  static GateEvent event(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException("not an event: " + line);
    }
    String said = words[1].toUpperCase(Locale.ROOT);
    return switch (words[0]) {
      case "bridge" -> bridge(words[1]);
      case "document" ->
          said.equals("PRESENTED")
              ? new GateEvent.DocumentPresented()
              : new GateEvent.DocumentJudged(Judgement.valueOf(said));
      case "traveller" -> new GateEvent.TravellerJudged(Judgement.valueOf(said));
      case "entry" -> new GateEvent.DoorMoved(Door.ENTRY, Contact.valueOf(said));
      case "exit" -> new GateEvent.DoorMoved(Door.EXIT, Contact.valueOf(said));
      case "zone" -> new GateEvent.ZoneChanged(Occupancy.valueOf(said));
      case "emergency" -> new GateEvent.Emergency(said.equals("ON"));
      case "lines" -> new GateEvent.LinesFailed();
      case "record" -> new GateEvent.RecordFailed();
      case "gate" -> new GateEvent.Repaired();
      default -> throw new IllegalArgumentException("not an event: " + line);
    };
  }

  private static GateEvent bridge(String word) {
    return switch (word) {
      case "serving" -> new GateEvent.BridgeServing();
      case "gone" -> new GateEvent.BridgeGone();
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
      case GateCommand.Unlock(Door door) -> "unlock " + lower(door);
      case GateCommand.Lock(Door door) -> "lock " + lower(door);
      case GateCommand.Show(Lamp lamp) -> "show " + lower(lamp);
      case GateCommand.Identify _ -> "identify";
      case GateCommand.EndBridge _ -> "end bridge";
    };
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
