package egate.emrtd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * EF.CVCA: the references of the CVCA keys that a chip trusts, the newer one first (BSI TR-03110-3
 * section A.7.2.1).
 *
 * @param references one or two
 */
public record EfCvca(List<String> references) {
  /** With its padding. */
  public static final int BYTES = 36;

  public static final int FILE_ID = 0x011C;
  private static final int REFERENCE = 0x42;
  private static final int REFERENCES_MAX = 2;
  private static final int CHARACTERS_MAX = 16;

  public EfCvca {
    references = List.copyOf(references);
  }

  /** The file as it was read, with or without the zeros that fill it up. */
  public static EfCvca parse(byte[] file) throws MalformedDataException {
    List<String> references = new ArrayList<>();
    int at = 0;
    while (at < file.length && file[at] == REFERENCE && references.size() < REFERENCES_MAX) {
      TlvHeader header = TlvHeader.read(file, at, file.length);
      at = header.valueStart() + header.length();
      if (header.length() == 0 || header.length() > CHARACTERS_MAX || at > file.length) {
        throw new MalformedDataException("reference of " + header.length() + " characters");
      }
      references.add(
          new String(file, header.valueStart(), header.length(), StandardCharsets.ISO_8859_1));
    }
    for (int i = at; i < file.length; i++) {
      if (file[i] != 0) {
        throw new MalformedDataException("EF.CVCA goes on behind its references");
      }
    }
    if (references.isEmpty() || file.length > BYTES) {
      throw new MalformedDataException("EF.CVCA of " + file.length + " bytes");
    }
    return new EfCvca(references);
  }

  /** The file as a chip holds it. */
  public byte[] encoded() {
    byte[] file = new byte[BYTES];
    int at = 0;
    for (String reference : references) {
      byte[] object = Tlv.encode(REFERENCE, reference.getBytes(StandardCharsets.ISO_8859_1));
      System.arraycopy(object, 0, file, at, object.length);
      at += object.length;
    }
    return file;
  }
}
