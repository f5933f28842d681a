package egate.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egate.biometric.face.FaceCapability;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.inspection.TrustStore;
import egate.report.Order;
import egate.report.PassagePolicy;
import egate.report.Report;
import egate.report.WallTime;
import egate.terminal.TerminalCapability;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A chip that takes its time with every command, as ISO/IEC 14443-4 lets it. */
class TimedChannelTest {
  private static final Duration STALL = Duration.ofMillis(4_900);
  private static final byte[] OK = {(byte) 0x90, 0};

  private long nanos;
  private int commands;
  private boolean ended;

  private final CardChannel stalling =
      new CardChannel() {
        @Override
        public int responseBytesMax() {
          return 256;
        }

        @Override
        public int commandBytesMax() {
          return 261;
        }

        @Override
        public byte[] transmit(byte[] command) {
          commands++;
          nanos += STALL.toNanos();
          return OK;
        }
      };

  @Test
  void isLostOnceThePassageHasNoTimeLeft() throws Exception {
    TimedChannel channel = channel(Duration.ofSeconds(20));
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(OK, channel.transmit(new byte[4]));
    }
    assertThrows(CardLostException.class, () -> channel.transmit(new byte[4]));
    assertEquals(5, commands, "a command was sent after the end");
  }

  @Test
  void isLostOnceTheDaemonHasEndedThePassage() throws Exception {
    TimedChannel channel = channel(Duration.ofSeconds(20));
    channel.transmit(new byte[4]);
    ended = true;
    assertThrows(CardLostException.class, () -> channel.transmit(new byte[4]));
    assertEquals(1, commands);
  }

  private TimedChannel channel(Duration time) throws Exception {
    Surroundings surroundings =
        new Surroundings(
            new Daemon(),
            new PassagePolicy(100, 1, true, 60_000, 1_000, 60_000),
            TrustStore.of(0, List.of()),
            () -> WallTime.on(LocalDate.of(2026, 11, 23)),
            () -> nanos,
            new Random(1),
            FaceCapability.NONE,
            TerminalCapability.NONE);
    return new TimedChannel(stalling, surroundings.in(time), surroundings);
  }

  private final class Daemon implements DaemonLine {
    @Override
    public void send(Report report) {}

    @Override
    public Order next(Duration wait) {
      throw new AssertionError("nobody listens here");
    }

    @Override
    public boolean ended() {
      return ended;
    }
  }
}
