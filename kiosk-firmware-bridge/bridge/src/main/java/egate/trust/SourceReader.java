package egate.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Finds out what a file holds by its bytes, never by its name, and takes it apart. */
final class SourceReader {
  private static final int FILES_MAX = 10_000;
  private static final int HEAD_BYTES = 4_096;
  private static final int SEQUENCE = 0x30;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final String BEGIN = "-----BEGIN ";

  private final Ldif.Sink sink;

  SourceReader(Ldif.Sink sink) {
    this.sink = sink;
  }

  /** Reads a file, or every file of a folder and below, in the order of their names. */
  void read(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      readFile(path);
      return;
    }
    List<Path> files;
    try (Stream<Path> found = Files.walk(path)) {
      files = found.filter(Files::isRegularFile).sorted().limit(FILES_MAX + 1L).toList();
    }
    if (files.size() > FILES_MAX) {
      sink.refuse(new Refusal(path.toString(), "folder", "holds over " + FILES_MAX + " files"));
      return;
    }
    for (Path file : files) {
      readFile(file);
    }
  }

  private void readFile(Path file) throws IOException {
    String name = file.toString();
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    boolean binary = head.length > 0 && head[0] == SEQUENCE;
    if (!binary && !text.contains(BEGIN) && isLdif(text)) {
      try (InputStream in = Files.newInputStream(file)) {
        Ldif.read(name, in, sink);
      }
    } else if (Files.size(file) > SignedList.BYTES_MAX) {
      sink.refuse(new Refusal(name, "file", "is longer than " + SignedList.BYTES_MAX + " bytes"));
    } else if (binary) {
      byte[] bytes = Files.readAllBytes(file);
      sink.take(new Item(kind(bytes), name, bytes));
    } else if (text.contains(BEGIN)) {
      readPem(name, Files.readString(file, StandardCharsets.ISO_8859_1));
    } else {
      sink.refuse(new Refusal(name, "file", "is neither DER, PEM nor LDIF"));
    }
  }

  private static boolean isLdif(String head) {
    return head.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> line.startsWith("dn:") || line.startsWith("version:"))
        .isPresent();
  }

  private void readPem(String name, String text) {
    int at = text.indexOf(BEGIN);
    for (int number = 1; at >= 0; number++) {
      String source = name + " (object " + number + ")";
      int body = text.indexOf('\n', at);
      int end = body < 0 ? -1 : text.indexOf("-----END ", body);
      if (end < 0) {
        sink.refuse(new Refusal(source, "PEM object", "is cut off"));
        return;
      }
      try {
        byte[] der = Base64.getMimeDecoder().decode(text.substring(body, end));
        sink.take(new Item(kind(der), source, der));
      } catch (IllegalArgumentException e) {
        sink.refuse(new Refusal(source, "PEM object", "is no base64"));
      }
      at = text.indexOf(BEGIN, end);
    }
  }

  /**
   * By the first two elements: signed data begins with an object identifier; in what a certificate
   * or a revocation list has signed comes a version in [0], a serial number, or an algorithm.
   */
  private static Item.Kind kind(byte[] der) {
    int inner = contentStart(der, 0);
    if (inner < 0) {
      return Item.Kind.UNKNOWN;
    }
    if (der[inner] == OBJECT_IDENTIFIER) {
      return Item.Kind.SIGNED_LIST;
    }
    int signed = der[inner] == SEQUENCE ? contentStart(der, inner) : -1;
    if (signed < 0) {
      return Item.Kind.UNKNOWN;
    }
    return isCertificate(der, signed) ? Item.Kind.CERTIFICATE : Item.Kind.REVOCATION_LIST;
  }

  /** A list's version is a 1 and followed by the algorithm; a certificate's lies in [0]. */
  private static boolean isCertificate(byte[] der, int signed) {
    int tag = Byte.toUnsignedInt(der[signed]);
    return tag == 0xA0 || (tag == 0x02 && !(der[signed + 1] == 1 && der[signed + 2] == 1));
  }

  /** Where the content of a SEQUENCE begins, or -1. */
  private static int contentStart(byte[] der, int at) {
    if (at + 2 >= der.length || der[at] != SEQUENCE) {
      return -1;
    }
    int length = Byte.toUnsignedInt(der[at + 1]);
    int start = at + 2 + (length > 0x80 ? length & 0x7F : 0);
    return start + 2 < der.length ? start : -1;
  }
}
