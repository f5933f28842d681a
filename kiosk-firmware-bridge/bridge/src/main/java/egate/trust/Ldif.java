package egate.trust;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads LDIF (RFC 2849) as the ICAO PKD publishes it, entry by entry, so that its size does not
 * matter: lines folded anywhere, values in base64, attributes that nobody here needs.
 */
final class Ldif {
  /** Who takes what is found. */
  interface Sink {
    void take(Item item);

    void refuse(Refusal refusal);

    /** An entry has ended; so many bytes were read so far. */
    void entryRead(long bytes);
  }

  /** A master list of 32 MB in base64 and nothing longer. */
  private static final int LINE_BYTES_MAX = 48 * 1024 * 1024;

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int NAME_CHARS_MAX = 120;
  private static final Map<String, Item.Kind> ATTRIBUTES =
      Map.of(
          "usercertificate", Item.Kind.SIGNER_CERTIFICATE,
          "cacertificate", Item.Kind.CERTIFICATE,
          "certificaterevocationlist", Item.Kind.REVOCATION_LIST,
          "pkdmasterlistcontent", Item.Kind.SIGNED_LIST,
          "cscamasterlistdata", Item.Kind.SIGNED_LIST);

  private final String file;
  private final Sink sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number;
  private long lineStart = 1;
  private long bytes;
  private boolean tooLong;
  private boolean inEntry;
  private String entry = "";

  private Ldif(String file, Sink sink) {
    this.file = file;
    this.sink = sink;
  }

  /**
   * Reads to the end.
   *
   * @param file its name, for findings
   */
  static void read(String file, InputStream in, Sink sink) throws IOException {
    new Ldif(file, sink).read(new BufferedInputStream(in, BUFFER_BYTES));
  }

  private void read(InputStream in) throws IOException {
    boolean atStart = true;
    for (int next = in.read(); next >= 0; next = in.read()) {
      bytes++;
      boolean folded = atStart && next == ' '; // the fold's space is no part of the value
      if (atStart && !folded) {
        endOfLine();
      }
      atStart = next == '\n';
      if (atStart) {
        number++;
      } else if (!folded && next != '\r') {
        append(next);
      }
    }
    endOfLine();
    endOfEntry();
  }

  private void append(int next) {
    if (line.size() == LINE_BYTES_MAX) {
      tooLong = true;
    } else {
      line.write(next);
    }
  }

  /** The line before is whole once another begins that does not continue it. */
  private void endOfLine() {
    String text = line.toString(StandardCharsets.ISO_8859_1);
    line.reset();
    if (tooLong) {
      refuse("a value", "is longer than " + LINE_BYTES_MAX + " bytes");
      tooLong = false;
    } else if (text.isEmpty()) {
      endOfEntry();
    } else if (text.charAt(0) != '#') {
      attribute(text);
    }
    lineStart = number + 1;
  }

  private void endOfEntry() {
    if (inEntry) {
      sink.entryRead(bytes);
    }
    inEntry = false;
    entry = "";
  }

  private void attribute(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      refuse("a line", "is no attribute");
      return;
    }
    inEntry = true;
    String name = text.substring(0, colon).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String value = text.substring(colon + 1);
    if (name.equals("dn")) {
      entry = decoded(value).map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
    }
    Item.Kind kind = ATTRIBUTES.get(name);
    if (kind != null) {
      decoded(value)
          .ifPresentOrElse(
              der -> sink.take(new Item(kind, source(), der)),
              () -> refuse(name, "is cut off or no base64"));
    }
  }

  /** Base64 after "::"; text after ":"; what lies elsewhere (":<") is never fetched. */
  private static Optional<byte[]> decoded(String value) {
    if (value.startsWith("<")) {
      return Optional.empty();
    }
    if (!value.startsWith(":")) {
      return Optional.of(value.strip().getBytes(StandardCharsets.ISO_8859_1));
    }
    String text = value.substring(1).strip();
    if (text.length() % 4 != 0) {
      return Optional.empty(); // cut off, which the decoder would forgive
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void refuse(String what, String why) {
    sink.refuse(new Refusal(source(), what, why));
  }

  private String source() {
    String name = entry.strip().replaceAll("[^ -~]", "?");
    String shown = name.length() > NAME_CHARS_MAX ? name.substring(0, NAME_CHARS_MAX) : name;
    return file + ":" + lineStart + (shown.isEmpty() ? "" : " (" + shown + ")");
  }
}
