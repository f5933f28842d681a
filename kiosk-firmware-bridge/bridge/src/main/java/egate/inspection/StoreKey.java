package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * What a trust store's indexes are sorted by: the first 16 bytes of a SHA-256. Names that RFC 5280
 * section 7.1 calls equal have one key.
 *
 * @param high its first eight bytes
 * @param low its other eight bytes
 */
public record StoreKey(long high, long low) implements Comparable<StoreKey> {
  static final int BYTES = 16;

  /** Of a certificate's subject or issuer. */
  public static StoreKey ofName(X500Name name) {
    return of('n', canonical(name));
  }

  /** Of a certificate by its issuer and serial number. */
  public static StoreKey ofSerial(X500Name issuer, BigInteger serial) {
    return of('s', canonical(issuer), serial.toByteArray());
  }

  /** Of a key by its identifier. */
  public static StoreKey ofKeyIdentifier(byte[] identifier) {
    return of('k', identifier);
  }

  /** Of a certificate by its digest, whatever the digest's algorithm is. */
  public static StoreKey ofDigest(byte[] digest) {
    return of('d', digest);
  }

  /**
   * Of a document by its number.
   *
   * @param country that issued it, two letters in capitals
   */
  public static StoreKey ofDocument(String country, String number) {
    return of('#', ascii(country), ascii(number));
  }

  /** Every key by which a list may mean this certificate (Doc 9303-12 section 9). */
  static List<StoreKey> allOf(EmrtdCertificate certificate) {
    List<StoreKey> keys = new ArrayList<>();
    keys.add(ofSerial(certificate.issuer(), certificate.serialNumber()));
    certificate.keyIdentifier().ifPresent(identifier -> keys.add(ofKeyIdentifier(identifier)));
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      keys.add(ofDigest(algorithm.hash(certificate.encoded())));
    }
    return keys;
  }

  private static StoreKey of(char kind, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(kind);
    for (byte[] part : parts) {
      all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
      all.writeBytes(part);
    }
    return read(ByteBuffer.wrap(DigestAlgorithm.SHA_256.hash(all.toByteArray())), 0);
  }

  /** Issuers change the order of a name's parts, their case and their spaces. */
  private static byte[] canonical(X500Name name) {
    List<String> parts = new ArrayList<>();
    for (RDN rdn : name.getRDNs()) {
      for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
        parts.add(part.getType() + "=" + IETFUtils.canonicalString(part.getValue()));
      }
    }
    Collections.sort(parts);
    return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static StoreKey read(ByteBuffer from, int at) {
    return new StoreKey(from.getLong(at), from.getLong(at + Long.BYTES));
  }

  void write(ByteBuffer to) {
    to.putLong(high).putLong(low);
  }

  @Override
  public int compareTo(StoreKey other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
