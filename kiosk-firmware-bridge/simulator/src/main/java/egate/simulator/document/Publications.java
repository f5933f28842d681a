package egate.simulator.document;

import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** What an invented state publishes beside its documents (Doc 9303-12 sections 7 to 9), in DER. */
public final class Publications {
  private static final ASN1ObjectIdentifier MASTER_LIST =
      new ASN1ObjectIdentifier("2.23.136.1.1.2");
  private static final ASN1ObjectIdentifier DEVIATION_LIST =
      new ASN1ObjectIdentifier("2.23.136.1.1.7");
  private static final int REVOCATIONS_LAST_DAYS = 90;

  private final CertificateAuthority authority;
  private final LocalDate today;
  private final long seed;

  Publications(CertificateAuthority authority, LocalDate today, long seed) {
    this.authority = authority;
    this.today = today;
    this.seed = seed;
  }

  /** Its CSCA master list of these certificates. */
  public byte[] masterList(List<byte[]> certificates) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    certificates.forEach(der -> all.add(parsed(der)));
    return signed(MASTER_LIST, new DERSet(all));
  }

  /** Its list of revoked signers. */
  public byte[] revocationList(List<BigInteger> serials) {
    try {
      return authority
          .revocationList(today, today.plusDays(REVOCATIONS_LAST_DAYS), serials)
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("revocation list cannot be encoded", e);
    }
  }

  /**
   * Its list of one defect.
   *
   * @param type object identifier of what is wrong
   * @param documentNumbers which passports have it
   */
  public byte[] deviationList(String type, List<String> documentNumbers) {
    ASN1EncodableVector numbers = new ASN1EncodableVector();
    documentNumbers.forEach(number -> numbers.add(new DERPrintableString(number)));
    ASN1Encodable documents =
        sequence(
            new DERTaggedObject(false, 0, new DERPrintableString("P<")),
            new DERTaggedObject(false, 5, new DERSet(numbers)));
    ASN1Encodable description = new DERSequence(new ASN1ObjectIdentifier(type));
    return signed(DEVIATION_LIST, new DERSet(sequence(documents, new DERSet(description))));
  }

  private byte[] signed(ASN1ObjectIdentifier type, DERSet entries) {
    try {
      return authority
          .documentSigner("lists", today.minusYears(1), today.plusYears(1))
          .signList(
              type,
              sequence(new ASN1Integer(0), entries).getEncoded(),
              authority.certificate(),
              today,
              new SeededRandom("lists " + type, seed));
    } catch (IOException e) {
      throw new IllegalStateException("list cannot be encoded", e);
    }
  }

  private static DERSequence sequence(ASN1Encodable... parts) {
    return new DERSequence(parts);
  }

  private static ASN1Primitive parsed(byte[] der) {
    try {
      return ASN1Primitive.fromByteArray(der);
    } catch (IOException e) {
      throw new IllegalArgumentException("no certificate", e);
    }
  }
}
