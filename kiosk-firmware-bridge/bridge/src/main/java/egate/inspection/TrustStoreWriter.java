package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compiles trust data into the parts of a store's file. The same data make the same bytes. */
final class TrustStoreWriter {
  /** Bytes of a {@link TrustList}. */
  static final int CLOCK_BYTES = 3 + 2 * Long.BYTES + Integer.BYTES;

  /** A row of a table that is still to be sorted. */
  private record Row(StoreKey key, ByteBuffer value) {}

  private final Map<StorePart, ByteArrayOutputStream> parts = new EnumMap<>(StorePart.class);
  private final ByteArrayOutputStream numbers = part(StorePart.DOCUMENT_NUMBERS);

  private TrustStoreWriter() {}

  static Map<StorePart, byte[]> parts(TrustData data, List<EmrtdCertificate> anchors) {
    TrustStoreWriter writer = new TrustStoreWriter();
    writer.writeAnchors(anchors);
    writer.writeRevocations(data.revocations());
    data.defects().forEach(writer::writeDefect);
    data.lists().forEach(list -> writeList(writer.part(StorePart.LISTS), list));
    Map<StorePart, byte[]> bytes = new EnumMap<>(StorePart.class);
    for (StorePart part : StorePart.values()) {
      bytes.put(part, writer.part(part).toByteArray());
    }
    return bytes;
  }

  private ByteArrayOutputStream part(StorePart part) {
    return parts.computeIfAbsent(part, _ -> new ByteArrayOutputStream());
  }

  private void writeAnchors(List<EmrtdCertificate> anchors) {
    List<Row> subjects = new ArrayList<>();
    List<Row> keyIdentifiers = new ArrayList<>();
    for (int number = 0; number < anchors.size(); number++) {
      EmrtdCertificate anchor = anchors.get(number);
      ByteBuffer value = ByteBuffer.allocate(Integer.BYTES).putInt(number);
      subjects.add(new Row(StoreKey.ofName(anchor.subject()), value));
      anchor
          .keyIdentifier()
          .ifPresent(id -> keyIdentifiers.add(new Row(StoreKey.ofKeyIdentifier(id), value)));
      ByteArrayOutputStream blobs = part(StorePart.ANCHORS);
      byte[] der = anchor.encoded();
      ByteBuffer place = ByteBuffer.allocate(2 * Integer.BYTES);
      part(StorePart.ANCHOR_TABLE)
          .writeBytes(place.putInt(blobs.size()).putInt(der.length).array());
      blobs.writeBytes(der);
    }
    writeSorted(StorePart.SUBJECTS, subjects);
    writeSorted(StorePart.KEY_IDENTIFIERS, keyIdentifiers);
  }

  private void writeRevocations(List<RevocationList> lists) {
    List<Row> issuers = new ArrayList<>();
    List<Row> revoked = new ArrayList<>();
    for (int number = 0; number < lists.size(); number++) {
      RevocationList list = lists.get(number);
      ByteArrayOutputStream clock = new ByteArrayOutputStream();
      writeList(clock, list.clock());
      ByteBuffer value = ByteBuffer.allocate(CLOCK_BYTES + Integer.BYTES);
      issuers.add(new Row(list.issuer(), value.put(clock.toByteArray()).putInt(number)));
      for (Map.Entry<StoreKey, Instant> entry : list.revoked().entrySet()) {
        ByteBuffer since = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
        since.putLong(entry.getValue().getEpochSecond()).putInt(number);
        revoked.add(new Row(entry.getKey(), since));
      }
    }
    writeSorted(StorePart.REVOCATION_LISTS, issuers);
    writeSorted(StorePart.REVOKED, revoked);
  }

  private void writeSorted(StorePart part, List<Row> rows) {
    rows.sort(Comparator.comparing(Row::key));
    for (Row row : rows) {
      write(part(part), row.key());
      part(part).writeBytes(row.value().array());
    }
  }

  private static void write(ByteArrayOutputStream out, StoreKey key) {
    ByteBuffer bytes = ByteBuffer.allocate(StoreKey.BYTES);
    key.write(bytes);
    out.writeBytes(bytes.array());
  }

  private void writeDefect(KnownDefect defect) {
    Deviation deviation = defect.deviation();
    ByteArrayOutputStream out = part(StorePart.DEVIATIONS);
    writeText(out, deviation.country());
    writeText(out, defect.documentType().orElse(""));
    out.write(defect.signer().isPresent() ? 1 : 0);
    write(out, defect.signer().orElse(new StoreKey(0, 0)));
    ByteBuffer fixed = ByteBuffer.allocate(2 * Long.BYTES + 2 * Integer.BYTES);
    fixed.putLong(deviation.firstIssued().toEpochDay());
    fixed.putLong(deviation.lastIssued().toEpochDay());
    fixed.putInt(numbers.size() / StoreKey.BYTES);
    writeNumbers(defect);
    fixed.putInt(numbers.size() / StoreKey.BYTES);
    out.writeBytes(fixed.array());
    out.write(deviation.types().size());
    deviation.types().forEach(type -> writeText(out, type));
  }

  private void writeNumbers(KnownDefect defect) {
    defect.documents().stream().sorted().distinct().forEach(key -> write(numbers, key));
  }

  private static void writeList(ByteArrayOutputStream out, TrustList list) {
    out.write(list.kind().code());
    out.writeBytes(list.publisher().getBytes(StandardCharsets.US_ASCII));
    ByteBuffer fixed = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES);
    fixed.putLong(list.issued().getEpochSecond()).putLong(list.limit().getEpochSecond());
    out.writeBytes(fixed.putInt(list.entries()).array());
  }

  private static void writeText(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > 0xFF) {
      throw new IllegalArgumentException("text of " + bytes.length + " characters");
    }
    out.write(bytes.length);
    out.writeBytes(bytes);
  }
}
