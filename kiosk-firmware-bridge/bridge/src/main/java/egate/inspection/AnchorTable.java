package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x500.X500Name;

/** A store's certificates and the ways to find one. */
final class AnchorTable {
  private static final int PLACE_BYTES = 2 * Integer.BYTES;
  private static final int CERTIFICATE_BYTES_MAX = 65_536;

  private final ByteBuffer places;
  private final ByteBuffer certificates;
  private final SortedTable subjects;
  private final SortedTable keyIdentifiers;

  AnchorTable(Map<StorePart, ByteBuffer> parts) throws TrustStoreCorruptException {
    places = StoreText.part(parts, StorePart.ANCHOR_TABLE);
    certificates = StoreText.part(parts, StorePart.ANCHORS);
    subjects = new SortedTable(StoreText.part(parts, StorePart.SUBJECTS), Integer.BYTES);
    keyIdentifiers =
        new SortedTable(StoreText.part(parts, StorePart.KEY_IDENTIFIERS), Integer.BYTES);
    if (places.limit() % PLACE_BYTES != 0 || size() > TrustStoreFormat.ANCHORS_MAX) {
      throw new TrustStoreCorruptException("trust store of an impossible count");
    }
    requirePlaces();
    requireNumbers(subjects);
    requireNumbers(keyIdentifiers);
  }

  int size() {
    return places.limit() / PLACE_BYTES;
  }

  /** Certificates lie one behind the other and fill their part. */
  private void requirePlaces() throws TrustStoreCorruptException {
    int end = 0;
    for (int number = 0; number < size(); number++) {
      int length = length(number);
      boolean fits = length > 0 && length <= CERTIFICATE_BYTES_MAX;
      if (!fits || places.getInt(number * PLACE_BYTES) != end) {
        throw new TrustStoreCorruptException("trust store has a certificate out of place");
      }
      end += length;
    }
    if (end != certificates.limit()) {
      throw new TrustStoreCorruptException("trust store ends inside a certificate");
    }
  }

  private void requireNumbers(SortedTable index) throws TrustStoreCorruptException {
    for (int row = 0; row < index.size(); row++) {
      int number = index.intAt(row, 0);
      if (number < 0 || number >= size()) {
        throw new TrustStoreCorruptException("trust store points to a certificate it has not");
      }
    }
  }

  private int length(int number) {
    return places.getInt(number * PLACE_BYTES + Integer.BYTES);
  }

  EmrtdCertificate certificate(int number) {
    byte[] der = new byte[length(number)];
    certificates.get(places.getInt(number * PLACE_BYTES), der);
    try {
      return EmrtdCertificate.parse(der);
    } catch (MalformedDataException e) {
      // Every certificate was parsed before it was compiled in.
      throw new IllegalStateException("certificate " + number + " of the trust store", e);
    }
  }

  List<EmrtdCertificate> withSubject(X500Name subject) {
    return found(subjects, StoreKey.ofName(subject), c -> c.subject().equals(subject));
  }

  List<EmrtdCertificate> withKeyIdentifier(byte[] identifier) {
    return found(
        keyIdentifiers,
        StoreKey.ofKeyIdentifier(identifier),
        c -> c.keyIdentifier().filter(id -> Arrays.equals(id, identifier)).isPresent());
  }

  private List<EmrtdCertificate> found(
      SortedTable index, StoreKey key, Predicate<EmrtdCertificate> wanted) {
    List<EmrtdCertificate> found = new ArrayList<>();
    for (int row = index.find(key); row >= 0 && index.has(row, key); row++) {
      EmrtdCertificate certificate = certificate(index.intAt(row, 0));
      if (wanted.test(certificate)) {
        found.add(certificate);
      }
    }
    return found;
  }
}
