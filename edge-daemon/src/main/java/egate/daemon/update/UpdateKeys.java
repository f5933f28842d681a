package egate.daemon.update;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose signatures a gate takes updates from. Trust anchors change only with both.
 *
 * @param agency public key of the border agency, Ed25519, 64 hexadecimal digits
 * @param operator public key of who runs the gates, another one
 */
public record UpdateKeys(String agency, String operator) {

  public UpdateKeys {
    if (agency.equals(operator)) {
      throw new IllegalArgumentException("agency and operator have one key; two are needed");
    }
  }

  /** Who has signed these bytes: {@code agency}, {@code operator}, both or nobody. */
  List<String> signersOf(byte[] covered, List<byte[]> signatures) {
    List<String> signers = new ArrayList<>();
    for (byte[] signature : signatures) {
      if (!signers.contains("agency") && Ed25519.holds(agency, covered, signature)) {
        signers.add("agency");
      } else if (!signers.contains("operator") && Ed25519.holds(operator, covered, signature)) {
        signers.add("operator");
      }
    }
    return signers;
  }
}
