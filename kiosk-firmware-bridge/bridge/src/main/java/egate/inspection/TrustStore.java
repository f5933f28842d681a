package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/** The CSCA certificates that this gate trusts. Immutable. */
public final class TrustStore {
  private final int version;
  private final int size;
  private final Map<X500Name, List<EmrtdCertificate>> bySubject = new HashMap<>();
  private final Map<String, List<EmrtdCertificate>> byKeyIdentifier = new HashMap<>();

  private TrustStore(int version, List<EmrtdCertificate> certificates) {
    this.version = version;
    this.size = certificates.size();
    for (EmrtdCertificate certificate : certificates) {
      add(bySubject, certificate.subject(), certificate);
      certificate
          .keyIdentifier()
          .ifPresent(identifier -> add(byKeyIdentifier, text(identifier), certificate));
    }
  }

  private static <K> void add(
      Map<K, List<EmrtdCertificate>> index, K key, EmrtdCertificate certificate) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(certificate);
  }

  /**
   * A store of these certificates.
   *
   * @param version of the trust data, 0..2,147,483,647
   * @param certificates in DER
   * @throws TrustStoreCorruptException when one of them is no certificate
   */
  public static TrustStore of(int version, List<byte[]> certificates)
      throws TrustStoreCorruptException {
    List<EmrtdCertificate> parsed = new ArrayList<>();
    for (byte[] certificate : certificates) {
      try {
        parsed.add(EmrtdCertificate.parse(certificate));
      } catch (MalformedDataException e) {
        throw new TrustStoreCorruptException(
            "certificate " + (parsed.size() + 1) + " of the trust store is malformed");
      }
    }
    return new TrustStore(version, parsed);
  }

  /** Reads a store from the bytes of its file. */
  public static TrustStore parse(byte[] file) throws TrustStoreCorruptException {
    return TrustStoreFormat.decode(file);
  }

  public int version() {
    return version;
  }

  /** How many certificates there are. */
  public int size() {
    return size;
  }

  /** Certificates with this subject; names compare as RFC 5280 section 7.1 wants it. */
  List<EmrtdCertificate> withSubject(X500Name subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  /** Certificates with this subject key identifier. */
  List<EmrtdCertificate> withKeyIdentifier(byte[] identifier) {
    return byKeyIdentifier.getOrDefault(text(identifier), List.of());
  }

  private static String text(byte[] identifier) {
    return Arrays.toString(identifier);
  }
}
