package egate.daemon.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.disk.DiskStorage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An enemy who has the disk, and an auditor who has the public key. */
class JournalAuditTest {
  @TempDir Path folder;

  private DiskStorage disk = new DiskStorage();
  private SignedHead anchor = write();

  private SignedHead write() {
    try (Journal journal = Entries.open(disk)) {
      Entries.append(journal, 1, 3);
      journal.sign(Keys.device(), 7_000);
      Entries.append(journal, 4, 6);
      return journal.sign(Keys.device(), 8_000);
    } catch (JournalException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void isIntactAtFirst() throws JournalException {
    AuditReport report = audit();
    assertEquals(List.of(), report.findings());
    assertEquals(2, report.heads());
    assertEquals(0, report.unsigned());
    assertEquals(anchor, report.lastHead());
  }

  private AuditReport audit() throws JournalException {
    return JournalAudit.of(disk, Keys.devicePublic(), Optional.of(anchor));
  }

  private byte[] segment() throws Exception {
    return disk.read(disk.segments().getFirst());
  }

  private void replace(byte[] segment) {
    disk.put(disk.segments().getFirst(), segment);
  }

  private List<byte[]> frames() throws Exception {
    SegmentHeader header = Objects.requireNonNull(SegmentHeader.read(segment()));
    List<byte[]> frames = new ArrayList<>();
    for (Frame frame : SegmentScan.of(segment(), header).frames()) {
      byte[] bytes = new byte[frame.size()];
      frame.bytes().duplicate().get(bytes);
      frames.add(bytes);
    }
    return frames;
  }

  private void replace(List<byte[]> frames) throws Exception {
    ByteBuffer out = ByteBuffer.allocate(Segments.SIZE_MAX);
    out.put(segment(), 0, SegmentHeader.SIZE);
    frames.forEach(out::put);
    replace(Arrays.copyOf(out.array(), out.position()));
  }

  /** As the enemy writes it: the order fits, and so does the checksum. */
  private static byte[] renumbered(byte[] bytes, long order) {
    Frame frame = Objects.requireNonNull(Frame.at(bytes, 0));
    return Frame.encode(order, frame.key(), frame.text()).array();
  }

  private void assertFound(String part) throws JournalException {
    List<String> findings = audit().findings();
    assertTrue(
        findings.stream().anyMatch(finding -> finding.contains(part)),
        part + " is not among " + findings);
  }

  @Test
  void aFlippedBitIsFoundWhereverItIs() throws Exception {
    byte[] whole = segment();
    for (int at = SegmentHeader.SIZE; at < whole.length; at += 17) { // 17: meets every field
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      replace(flipped);
      assertFound("is altered or cut short");
    }
    replace(whole);
    assertTrue(audit().intact());
  }

  @Test
  void aDamagedHeaderIsSaid() throws Exception {
    byte[] segment = segment();
    segment[9] ^= 1;
    replace(segment);
    assertThrows(JournalException.class, this::audit);
  }

  @Test
  void eachRemovedEntryIsFound() throws Exception {
    List<byte[]> frames = frames();
    for (int gone = 0; gone < frames.size(); gone++) {
      List<byte[]> rest = new ArrayList<>(frames);
      rest.remove(gone);
      replace(rest);
      assertFalse(audit().intact(), "without entry " + (gone + 1));

      List<byte[]> closedUp = new ArrayList<>();
      for (int i = 0; i < rest.size(); i++) {
        closedUp.add(renumbered(rest.get(i), i + 1));
      }
      replace(closedUp);
      assertFalse(audit().intact(), "without entry " + (gone + 1) + ", renumbered");
    }
  }

  @Test
  void swappedEntriesAreFound() throws Exception {
    List<byte[]> frames = frames();
    List<byte[]> swapped = new ArrayList<>(frames);
    swapped.set(2, frames.get(3));
    swapped.set(3, frames.get(2));
    replace(swapped);
    assertFound("entry 4 stands where entry 3 is expected");

    swapped.set(2, renumbered(frames.get(3), 3));
    swapped.set(3, renumbered(frames.get(2), 4));
    replace(swapped);
    assertFound("entries 1 to 13 are not those that the head in entry 14 was signed over");
  }

  @Test
  void aCutTailIsFoundAgainstTheAnchor() throws Exception {
    List<byte[]> frames = frames();
    replace(frames.subList(0, 14));
    assertFound("the tail is cut: central acknowledged entry 27, the journal ends at 14");
    assertTrue(
        JournalAudit.of(disk, Keys.devicePublic(), Optional.empty()).intact(),
        "without an anchor nobody can tell");
  }

  @Test
  void aChainThatIsRewrittenWithoutTheDeviceKeyIsFound() throws Exception {
    Keys.writePair(folder, "Ed25519");
    DiskStorage forged = new DiskStorage();
    try (Journal journal = Entries.open(forged)) {
      Entries.append(journal, 1, 6);
      journal.sign(Keys.device(folder.resolve("device.key")), 8_000);
    }
    disk = forged;
    assertFound("is not signed by this key");
    assertFound("it holds no head that this key signed");

    // The enemy may keep the true heads, but they are signed over other entries.
    replace(frames().subList(0, 5));
    assertFound("it holds no head that this key signed");
  }

  @Test
  void aSegmentThatIsMissingIsFound() throws Exception {
    Journal journal = Entries.open(disk);
    for (long number = 7; disk.segments().size() < 3; number++) {
      journal.append(new JournalEntry.PassageBegun(0, number));
      String json = "x".repeat(JournalEntry.JSON_MAX);
      journal.append(new JournalEntry.PassageResult(0, number, number, json));
    }
    anchor = journal.sign(Keys.device(), 9_000);
    journal.close();
    assertTrue(audit().intact());

    disk.disk().delete("journal/" + disk.segments().get(1));
    assertFalse(audit().intact());
  }

  @Test
  void shreddingLeavesItVerifiable() throws Exception {
    for (String key : disk.list(SegmentSource.KEY)) {
      disk.delete(key);
    }
    assertTrue(audit().intact());
  }

  @Test
  void bothKindsOfDeviceKeySign() throws Exception {
    Keys.writePair(folder, "Ed25519");
    disk = new DiskStorage();
    try (Journal journal = Entries.open(disk)) {
      anchor = journal.sign(Keys.device(folder.resolve("device.key")), 1);
    }
    DevicePublicKey key = DevicePublicKey.read(folder.resolve("device.pub"));
    assertTrue(JournalAudit.of(disk, key, Optional.of(anchor)).intact());
    assertFalse(Keys.devicePublic().signed(anchor));
  }

  @Test
  void aHeadGoesUpstreamAndComesBackAsItWas() {
    assertEquals(Optional.of(anchor), HeadJson.parse(HeadJson.of(anchor)));
    assertEquals(Optional.empty(), HeadJson.parse("{}"));
    assertEquals(Optional.empty(), HeadJson.parse(HeadJson.of(anchor) + "x"));
    assertEquals(
        Optional.empty(),
        HeadJson.parse(HeadJson.of(anchor).replace("\"order\":26", "\"order\":x")));
    String json = HeadJson.of(anchor);
    for (int length = 0; length < json.length(); length++) {
      assertEquals(Optional.empty(), HeadJson.parse(json.substring(0, length)));
    }
  }
}
