package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A store's deviations. They are few, so they are looked through; their numbers are many. */
final class DeviationTable {
  private static final int DEVIATIONS_MAX = 65_536;

  /** One row; from..to-1 are its document numbers, none where both are equal. */
  private record Entry(
      Deviation deviation, String documentType, Optional<StoreKey> signer, int from, int to) {}

  private final List<Entry> entries = new ArrayList<>();
  private final SortedTable numbers;

  DeviationTable(Map<StorePart, ByteBuffer> parts) throws TrustStoreCorruptException {
    numbers = new SortedTable(StoreText.part(parts, StorePart.DOCUMENT_NUMBERS), 0);
    ByteBuffer in = StoreText.part(parts, StorePart.DEVIATIONS).duplicate();
    try {
      while (in.hasRemaining() && entries.size() < DEVIATIONS_MAX) {
        entries.add(entry(in));
      }
    } catch (BufferUnderflowException | DateTimeException e) {
      throw new TrustStoreCorruptException("trust store with a malformed deviation");
    }
    if (in.hasRemaining()) {
      throw new TrustStoreCorruptException("trust store of too many deviations");
    }
  }

  private Entry entry(ByteBuffer in) throws TrustStoreCorruptException {
    String country = StoreText.text(in);
    String documentType = StoreText.text(in);
    boolean bySigner = in.get() != 0;
    StoreKey signer = StoreText.key(in);
    LocalDate first = LocalDate.ofEpochDay(in.getLong());
    LocalDate last = LocalDate.ofEpochDay(in.getLong());
    int from = in.getInt();
    int to = in.getInt();
    if (from < 0 || from > to || to > numbers.size()) {
      throw new TrustStoreCorruptException("trust store with a deviation of impossible numbers");
    }
    List<String> types = new ArrayList<>();
    for (int count = Byte.toUnsignedInt(in.get()); types.size() < count; ) {
      types.add(StoreText.text(in));
    }
    return new Entry(
        new Deviation(country, types, first, last),
        documentType,
        bySigner ? Optional.of(signer) : Optional.empty(),
        from,
        to);
  }

  /** As they were compiled in, to be compiled anew. */
  List<KnownDefect> defects() {
    return entries.stream()
        .map(
            e ->
                new KnownDefect(
                    e.deviation(),
                    Optional.of(e.documentType()).filter(type -> !type.isEmpty()),
                    e.signer(),
                    IntStream.range(e.from(), e.to()).mapToObj(numbers::key).toList()))
        .toList();
  }

  List<Deviation> of(EmrtdCertificate signer, String documentType, String documentNumber) {
    if (entries.isEmpty()) {
      return List.of();
    }
    String country = signer.country().orElse("").strip().toUpperCase(Locale.ROOT);
    Set<StoreKey> signers = new HashSet<>(StoreKey.allOf(signer));
    StoreKey number = StoreKey.ofDocument(country, documentNumber);
    return entries.stream()
        .filter(e -> e.deviation().country().equals(country))
        .filter(e -> e.documentType().isEmpty() || e.documentType().equals(documentType))
        .filter(e -> e.signer().isEmpty() || signers.contains(e.signer().get()))
        .filter(e -> e.from() == e.to() || numbers.find(number, e.from(), e.to()) >= 0)
        .map(Entry::deviation)
        .toList();
  }
}
