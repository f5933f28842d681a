package egate.simulator;

import egate.gate.Door;
import egate.gate.Lamp;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.OutputLine;
import egate.simulator.board.BoardListener;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells live what travellers do, what they see, and what the gate decided about them. */
final class Narrator implements BoardListener {
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private final Map<Integer, String> lampOf = new HashMap<>();
  private final Map<Integer, String> doorOf = new HashMap<>();

  Narrator(PrintStream out, GatePins pins) {
    this.out = out;
    for (Lamp lamp : Lamp.values()) {
      OutputLine.of(lamp).ifPresent(line -> lampOf.put(pins.number(line), lower(lamp)));
    }
    for (Door door : Door.values()) {
      doorOf.put(pins.number(OutputLine.of(door)), lower(door));
    }
  }

  void comes(int number, int of, Persona persona) {
    say("");
    say("traveller %d of %d: %s".formatted(number, of, persona.id()));
  }

  void does(String what) {
    timed("      " + what);
  }

  /** Something about the country or the gate rather than about a traveller. */
  void notes(String what) {
    timed("  --  " + what);
  }

  void decided(Passage passage) {
    String mark = passage.asExpected() ? "" : "  NOT AS EXPECTED";
    timed(
        "  ==  central hears of traveller %d: %s%s%s"
            .formatted(
                passage.traveller(),
                passage.outcome(),
                passage.cause().equals("none") ? "" : ", " + passage.cause(),
                mark));
  }

  void say(String line) {
    synchronized (out) {
      out.println(line);
    }
  }

  @Override
  public void output(int line, boolean high, long nanos) {
    String lamp = lampOf.get(line);
    if (lamp != null && high) {
      timed("   *  lamp: " + lamp);
    }
  }

  @Override
  public void relay(int line, boolean pulled, long nanos) {
    timed("   *  " + doorOf.get(line) + (pulled ? " unlocked" : " locked"));
  }

  @Override
  public void silent(long nanos) {
    timed("   *  the heartbeat stopped: the relay board drops both locks");
  }

  private void timed(String text) {
    say("%7.1f s %s".formatted((System.nanoTime() - begin) / 1e9, text));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
