package egate.inspection;

import java.time.LocalDate;
import java.util.List;

/**
 * A defect of issued documents that their issuer has published (Doc 9303-12 section 9).
 *
 * @param country that issued the documents, two letters in capitals
 * @param types object identifiers of what is wrong, each below {@value #ROOT}
 * @param firstIssued the documents were issued on this day or after it
 * @param lastIssued the documents were issued on this day or before it
 */
public record Deviation(
    String country, List<String> types, LocalDate firstIssued, LocalDate lastIssued) {

  /** id-icao-DeviationList. */
  public static final String ROOT = "2.23.136.1.1.7";

  /** The document signer's certificate or a key is concerned. */
  public static final String CERTIFICATE_OR_KEY = ROOT + ".1";

  /** The private key of active authentication is known to others. */
  public static final String AA_KEY_COMPROMISED = CERTIFICATE_OR_KEY + ".4";

  /** A data group cannot be decoded. */
  public static final String DATA_GROUP_MALFORMED = ROOT + ".2.1";

  /** A data group does not hash to the SOD's value. */
  public static final String DATA_GROUP_HASH_WRONG = ROOT + ".2.2";

  /** The SOD's signature is wrong. */
  public static final String SOD_SIGNATURE_WRONG = ROOT + ".2.3";

  /** EF.COM and SOD do not agree. */
  public static final String COM_INCONSISTENT = ROOT + ".2.4";

  /** Printed lines are wrong. */
  public static final String MRZ = ROOT + ".3";

  /** The chip cannot be used. */
  public static final String CHIP = ROOT + ".4";

  public Deviation {
    types = List.copyOf(types);
  }

  /** Whether one of the defects is of this type or below it. */
  public boolean concerns(String type) {
    return types.stream().anyMatch(t -> t.equals(type) || t.startsWith(type + "."));
  }
}
