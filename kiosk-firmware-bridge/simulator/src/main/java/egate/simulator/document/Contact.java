package egate.simulator.document;

import egate.emrtd.Tlv;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Somebody whom DG16 names (Doc 9303-10 section 4.7.16). Personal data: it has no string form. */
public record Contact(
    LocalDate recorded, String name, Optional<String> telephone, Optional<String> address) {
  private static final int COUNT = 0x02;
  private static final int FIRST = 0xA1;
  private static final int RECORDED = 0x5F50;
  private static final int NAME = 0x5F51;
  private static final int TELEPHONE = 0x5F52;
  private static final int ADDRESS = 0x5F53;

  /** DG16, of 1..15 people. */
  public static byte[] encode(List<Contact> contacts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Tlv.encode(COUNT, new byte[] {(byte) contacts.size()}));
    for (int i = 0; i < contacts.size(); i++) {
      out.writeBytes(Tlv.encode(FIRST + i, contacts.get(i).objects()));
    }
    return Tlv.encode(ElementaryFile.DG16.tag(), out.toByteArray());
  }

  private byte[] objects() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text(RECORDED, recorded.format(DateTimeFormatter.BASIC_ISO_DATE)));
    out.writeBytes(text(NAME, name));
    telephone.ifPresent(number -> out.writeBytes(text(TELEPHONE, number)));
    address.ifPresent(lines -> out.writeBytes(text(ADDRESS, lines)));
    return out.toByteArray();
  }

  private static byte[] text(int tag, String text) {
    return Tlv.encode(tag, DetailObjects.utf8(text));
  }

  @Override
  public String toString() {
    return "Contact";
  }
}
