package egate.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Searches a folder for travellers' data: each probe as it is, in hexadecimal, in Base64 at each of
 * its three alignments, and in UTF-16.
 */
final class PrivacyScan {
  private static final int MARK_BYTES = 2;

  /** By their first two bytes, so that a long file is walked once for all of them. */
  private final Map<Integer, List<byte[]>> needles = new HashMap<>();

  /** Adds bytes that must be found nowhere, 6 or more: a name, an MRZ line, a piece of an image. */
  PrivacyScan probe(byte[] probe) {
    if (probe.length < 6) {
      throw new IllegalArgumentException(
          "a probe of " + probe.length + " bytes is found by chance");
    }
    add(probe);
    String hex = HexFormat.of().formatHex(probe);
    add(ascii(hex));
    add(ascii(hex.toUpperCase(Locale.ROOT)));
    for (int shift = 0; shift < 3; shift++) {
      add(base64Core(probe, shift));
    }
    return this;
  }

  private void add(byte[] needle) {
    needles.computeIfAbsent(mark(needle, 0), _ -> new ArrayList<>()).add(needle);
  }

  private static int mark(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** Adds a text, in ASCII and in both orders of UTF-16. */
  PrivacyScan probe(String text) {
    add(text.getBytes(StandardCharsets.UTF_16BE));
    add(text.getBytes(StandardCharsets.UTF_16LE));
    return probe(ascii(text));
  }

  /** The files below a folder in which any probe stands. */
  List<Path> find(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (anyIn(Files.readAllBytes(file))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  /** The characters of Base64 that depend on the probe alone, wherever it begins. */
  private static byte[] base64Core(byte[] probe, int shift) {
    byte[] shifted = new byte[shift + probe.length];
    System.arraycopy(probe, 0, shifted, shift, probe.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int from = shift == 0 ? 0 : shift + 1;
    int to = shifted.length / 3 * 4;
    return ascii(text.substring(from, to));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private boolean anyIn(byte[] content) {
    for (int i = 0; i <= content.length - MARK_BYTES; i++) {
      for (byte[] needle : needles.getOrDefault(mark(content, i), List.of())) {
        if (standsAt(content, i, needle)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean standsAt(byte[] content, int at, byte[] needle) {
    int end = at + needle.length;
    return end <= content.length && Arrays.equals(content, at, end, needle, 0, needle.length);
  }
}
