package egate.bridge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Feeds a parser the same bytes in every way that a line could cut them. */
public final class Cuts {
  private Cuts() {}

  /**
   * Each split point, byte by byte, and all at once give the same frames.
   *
   * @param seen a frame in a form that can be compared
   */
  public static <F> void assertFrames(
      List<?> expected, byte[] bytes, Supplier<FrameParser<F>> parsers, Function<F, ?> seen) {
    for (int split = 0; split <= bytes.length; split++) {
      FrameParser<F> parser = parsers.get();
      List<F> frames = new ArrayList<>(parser.feed(Arrays.copyOf(bytes, split)));
      frames.addAll(parser.feed(Arrays.copyOfRange(bytes, split, bytes.length)));
      assertEquals(expected, frames.stream().map(seen).toList(), "split at " + split);
    }
    FrameParser<F> parser = parsers.get();
    List<F> frames = new ArrayList<>();
    for (byte b : bytes) {
      frames.addAll(parser.feed(new byte[] {b}));
    }
    assertEquals(expected, frames.stream().map(seen).toList(), "byte by byte");
  }

  /** No beginning of a frame passes for one, and after a reset none is left of it. */
  public static <F> void assertTruncationsAreNoFrames(
      byte[] frame, Supplier<FrameParser<F>> parsers) {
    for (int length = 0; length < frame.length; length++) {
      FrameParser<F> parser = parsers.get();
      assertEquals(0, parser.feed(Arrays.copyOf(frame, length)).size(), "cut at " + length);
      parser.reset();
      assertEquals(1, parser.feed(frame).size(), "after a frame cut at " + length);
    }
  }

  /**
   * Without a reset, frames are found again behind the beginning of another, at the latest when so
   * many bytes have followed as that other could have claimed.
   *
   * @param frameBytesMax most bytes of any frame of this parser
   */
  public static <F> void assertFoundBehindTruncations(
      byte[] frame, int frameBytesMax, Supplier<FrameParser<F>> parsers) {
    for (int length = 0; length < frame.length; length++) {
      FrameParser<F> parser = parsers.get();
      parser.feed(Arrays.copyOf(frame, length));
      boolean found = false;
      for (int fed = 0; !found && fed <= frameBytesMax; fed += frame.length) {
        found = !parser.feed(frame).isEmpty();
      }
      assertTrue(found, "behind a frame cut at " + length);
    }
  }

  /** A frame whose bytes were changed one at a time is never taken for a frame. */
  public static <F> void assertEachByteCounts(byte[] frame, Supplier<FrameParser<F>> parsers) {
    for (int at = 0; at < frame.length; at++) {
      byte[] changed = frame.clone();
      changed[at] ^= 0x10;
      assertEquals(0, parsers.get().feed(changed).size(), "byte " + at + " changed");
    }
  }

  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }
}
