package egate.emrtd.lds;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.Optional;

/** Somebody to notify in an emergency. Personal data: it has no string form. */
public final class PersonToNotify {
  private static final int DATE_RECORDED = 0x5F50;
  private static final int NAME = 0x5F51;
  private static final int TELEPHONE = 0x5F52;
  private static final int ADDRESS = 0x5F53;
  private static final int DATE_DIGITS = 8;

  private final PersonalText dateRecorded;
  private final PersonalText name;
  private final Optional<PersonalText> telephone;
  private final Optional<PersonalText> address;

  PersonToNotify(Tlv template) throws MalformedDataException {
    dateRecorded = PersonalText.digits(template.child(DATE_RECORDED), DATE_DIGITS);
    name = PersonalText.utf8(template.child(NAME));
    telephone = optional(template, TELEPHONE);
    address = optional(template, ADDRESS);
  }

  private static Optional<PersonalText> optional(Tlv template, int tag)
      throws MalformedDataException {
    for (Tlv child : template.children()) {
      if (child.tag() == tag) {
        return Optional.of(PersonalText.utf8(child));
      }
    }
    return Optional.empty();
  }

  /** Eight digits, YYYYMMDD. */
  public PersonalText dateRecorded() {
    return dateRecorded;
  }

  /** Primary and secondary identifiers. */
  public PersonalText name() {
    return name;
  }

  public Optional<PersonalText> telephone() {
    return telephone;
  }

  public Optional<PersonalText> address() {
    return address;
  }

  @Override
  public String toString() {
    return "PersonToNotify";
  }
}
