package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.ArrayList;
import java.util.List;

/** DG16: persons to notify (Doc 9303-10 section 4.7.16). */
public final class Dg16 {
  private static final int COUNT = 0x02;

  /** The templates are numbered A1, A2, ... */
  private static final int TEMPLATE = 0xA0;

  private static final int PERSONS_MAX = 15;

  private Dg16() {}

  /** The persons in their order, 1..15. */
  public static List<PersonToNotify> parse(byte[] file) throws MalformedDataException {
    Tlv group = Tlv.parse(file).expect(LdsFile.DG16.tag());
    byte[] count = group.child(COUNT).value();
    int claimed = count.length == 1 ? count[0] : 0;
    if (claimed < 1 || claimed > PERSONS_MAX || group.children().size() != 1 + claimed) {
      throw new MalformedDataException("DG16 claims another number of persons than it holds");
    }
    List<PersonToNotify> persons = new ArrayList<>();
    for (int number = 1; number <= claimed; number++) {
      persons.add(new PersonToNotify(group.child(TEMPLATE | number)));
    }
    return persons;
  }
}
