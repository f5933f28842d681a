package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.WRONG_DATA;

import egate.emrtd.CommandApdu;
import egate.emrtd.MalformedDataException;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.emrtd.Tlv;
import java.util.List;

/** DO 7C of GENERAL AUTHENTICATE, and the flat objects of MANAGE SECURITY ENVIRONMENT. */
final class DynamicData {
  private static final int TEMPLATE = 0x7C;

  private DynamicData() {}

  /** The value of the one object with this tag in DO 7C. */
  static byte[] value(CommandApdu command, int tag) throws CommandRefusedException {
    try {
      return only(Tlv.parse(command.data()).expect(TEMPLATE).children(), tag);
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(WRONG_DATA);
    }
  }

  /** Whether DO 7C is there and empty. */
  static boolean isEmpty(CommandApdu command) {
    return command.data().length == 2 && command.data()[0] == TEMPLATE && command.data()[1] == 0;
  }

  private static byte[] only(List<Tlv> objects, int tag) throws MalformedDataException {
    if (objects.size() != 1) {
      throw new MalformedDataException(objects.size() + " objects");
    }
    return objects.getFirst().expect(tag).value();
  }

  /** The value of a flat object, or nothing. */
  static byte[] flat(CommandApdu command, int tag) throws CommandRefusedException {
    try {
      for (Tlv object : Tlv.parseAll(command.data())) {
        if (object.tag() == tag) {
          return object.value();
        }
      }
      return new byte[0];
    } catch (MalformedDataException e) {
      throw new CommandRefusedException(WRONG_DATA);
    }
  }

  static ResponseApdu response(byte[]... objects) {
    return new ResponseApdu(Tlv.encode(TEMPLATE, objects), StatusWord.OK);
  }
}
