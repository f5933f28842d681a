package egate.inspection;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/** A store's revocations: one list an issuer. */
final class RevocationTable {
  private static final int LISTS_MAX = 4_096;

  private final SortedTable issuers;
  private final SortedTable revoked;
  private final List<TrustList> clocks = new ArrayList<>();

  RevocationTable(Map<StorePart, ByteBuffer> parts) throws TrustStoreCorruptException {
    issuers =
        new SortedTable(
            StoreText.part(parts, StorePart.REVOCATION_LISTS),
            TrustStoreWriter.CLOCK_BYTES + Integer.BYTES);
    revoked = new SortedTable(StoreText.part(parts, StorePart.REVOKED), Long.BYTES + Integer.BYTES);
    if (issuers.size() > LISTS_MAX) {
      throw new TrustStoreCorruptException("trust store of too many revocation lists");
    }
    for (int row = 0; row < issuers.size(); row++) {
      clocks.add(
          StoreText.lists(issuers.value(row).limit(TrustStoreWriter.CLOCK_BYTES)).getFirst());
    }
  }

  List<TrustList> clocks() {
    return List.copyOf(clocks);
  }

  Revocation of(X500Name issuer, BigInteger serial) {
    int row = revoked.find(StoreKey.ofSerial(issuer, serial));
    if (row >= 0) {
      return new Revocation.Revoked(StoreText.instant(revoked.longAt(row, 0)));
    }
    int list = issuers.find(StoreKey.ofName(issuer));
    return list < 0 ? new Revocation.NoList() : new Revocation.NotListed(clocks.get(list).limit());
  }

  /** As they were compiled in, to be compiled anew. */
  List<RevocationList> lists() {
    Map<Integer, Map<StoreKey, Instant>> byList = new HashMap<>();
    for (int row = 0; row < revoked.size(); row++) {
      byList
          .computeIfAbsent(revoked.intAt(row, Long.BYTES), _ -> new HashMap<>())
          .put(revoked.key(row), StoreText.instant(revoked.longAt(row, 0)));
    }
    List<RevocationList> lists = new ArrayList<>();
    for (int row = 0; row < issuers.size(); row++) {
      int number = issuers.intAt(row, TrustStoreWriter.CLOCK_BYTES);
      lists.add(
          new RevocationList(
              issuers.key(row), clocks.get(row), byList.getOrDefault(number, Map.of())));
    }
    return lists;
  }
}
