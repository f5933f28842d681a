package egate.emrtd;

import java.io.IOException;
import java.util.List;

/** GENERAL AUTHENTICATE and its dynamic authentication data, DO 7C (Doc 9303-11 4.4.4.2). */
final class DynamicAuthentication {
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int TEMPLATE = 0x7C;
  private static final int MORE_FOLLOWS = 0x10;

  private final ChipLink link;

  DynamicAuthentication(ChipLink link) {
    this.link = link;
  }

  /** A step of a chain of several. */
  List<Tlv> step(byte[] object) throws IOException, ChipProtocolException {
    return answered(send(MORE_FOLLOWS, object));
  }

  /** The last step, or the only one; the chip may refuse it. */
  ResponseApdu lastStep(byte[] object) throws IOException, ChipProtocolException {
    return send(0, object);
  }

  private ResponseApdu send(int cla, byte[] object) throws IOException, ChipProtocolException {
    byte[] data = Tlv.encode(TEMPLATE, object);
    int le = data.length > CommandApdu.SHORT_LC_MAX ? CommandApdu.LE_MAX : CommandApdu.SHORT_LE_MAX;
    return link.exchange(new CommandApdu(cla, GENERAL_AUTHENTICATE, 0, 0, data, le));
  }

  /** The objects in a response that must be good. */
  static List<Tlv> answered(ResponseApdu response) throws ChipProtocolException {
    if (response.status() != StatusWord.OK) {
      throw ChipProtocolException.unexpected("GENERAL AUTHENTICATE", response.status());
    }
    try {
      return response.data().length == 0
          ? List.of()
          : Tlv.parse(response.data()).expect(TEMPLATE).children();
    } catch (MalformedDataException e) {
      throw new ChipProtocolException("GENERAL AUTHENTICATE answered without a proper DO 7C");
    }
  }

  /** The value of the one object with this tag. */
  static byte[] value(List<Tlv> objects, int tag) throws ChipProtocolException {
    for (Tlv object : objects) {
      if (object.tag() == tag) {
        return object.value();
      }
    }
    throw new ChipProtocolException(
        "GENERAL AUTHENTICATE answered without DO " + Integer.toHexString(tag));
  }
}
