package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.journal.Anchor;
import egate.daemon.journal.ChainHash;
import egate.daemon.journal.Entries;
import egate.daemon.journal.HeadJson;
import egate.daemon.journal.Journal;
import egate.daemon.journal.JournalException;
import egate.daemon.journal.Keys;
import egate.daemon.journal.SignedHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code egate journal verify} against an enemy who has the disk but not the device's key. The
 * auditor has the public key and, where it says so, the head that central kept.
 */
class JournalVerifyTest {
  /** As SegmentHeader and Frame write them. */
  private static final int HEADER = 64;

  private static final int LENGTH_COUNTS_FROM = 16;

  @TempDir Path folder;

  private SignedHead last = new SignedHead(Entries.EPOCH, 0, zero(), 0, zero(), 0, "");

  @BeforeEach
  void aRecordThatCentralHasTheHeadOf() throws Exception {
    Keys.writePair(Files.createDirectories(folder.resolve("credentials")), "EC");
    last = write(folder.resolve("credentials"));
    Files.writeString(central(), "{\"older\":\"lines\"}\n" + HeadJson.of(last) + "\n");
    assertEquals(0, verify("--anchor", central().toString()));
  }

  private SignedHead write(Path credentials) throws JournalException {
    try (Journal journal = Entries.open(folder.resolve("journal"))) {
      Entries.append(journal, 1, 3);
      journal.sign(Keys.device(credentials.resolve("device.key")), 7_000);
      Entries.append(journal, 4, 6);
      return journal.sign(Keys.device(credentials.resolve("device.key")), 8_000);
    }
  }

  private static ChainHash zero() {
    return ChainHash.parse("0".repeat(64));
  }

  private Path central() {
    return folder.resolve("heads.jsonl");
  }

  private int verify(String... more) {
    return verify(new StringWriter(), more);
  }

  private int verify(StringWriter out, String... more) {
    List<String> args = new ArrayList<>(List.of("journal", "verify", "--state", folder.toString()));
    args.addAll(List.of("--key", folder.resolve("credentials/device.pub").toString()));
    args.addAll(List.of(more));
    return Main.execute(
        new FakeMachine(folder, _ -> {}),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        args.toArray(String[]::new));
  }

  private void assertFound(String finding, String... more) {
    StringWriter out = new StringWriter();
    assertEquals(1, verify(out, more), out.toString());
    assertTrue(out.toString().startsWith("WRONG  "), out.toString());
    assertTrue(out.toString().contains(finding), out.toString());
  }

  private Path segment() {
    return folder.resolve("journal/00000000000000000001.wal");
  }

  private List<byte[]> frames() throws IOException {
    byte[] bytes = Files.readAllBytes(segment());
    List<byte[]> frames = new ArrayList<>();
    for (int at = HEADER; at < bytes.length; at += frames.getLast().length) {
      int size = ByteBuffer.wrap(bytes).getInt(at) + LENGTH_COUNTS_FROM;
      frames.add(Arrays.copyOfRange(bytes, at, at + size));
    }
    return frames;
  }

  private void replace(List<byte[]> frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Files.readAllBytes(segment()), 0, HEADER);
    for (byte[] frame : frames) {
      out.write(frame);
    }
    Files.write(segment(), out.toByteArray());
  }

  @Test
  void oneBitFlipped() throws IOException {
    byte[] whole = Files.readAllBytes(segment());
    for (int at = HEADER; at < whole.length; at += 97) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(segment(), flipped);
      assertFound("is altered or cut short");
    }
  }

  @Test
  void oneRecordRemoved() throws IOException {
    List<byte[]> frames = frames();
    frames.remove(4);
    replace(frames);
    assertFound("entry 6 stands where entry 5 is expected");
  }

  @Test
  void twoSwapped() throws IOException {
    List<byte[]> frames = frames();
    Collections.swap(frames, 2, 3);
    replace(frames);
    assertFound("entry 4 stands where entry 3 is expected");
  }

  @Test
  void theTailCut() throws Exception {
    replace(frames().subList(0, 14));
    assertEquals(0, verify(), "without an anchor nobody can tell");
    String finding = "the tail is cut: central acknowledged entry 27, the journal ends at 14";
    assertFound(finding, "--anchor", central().toString());

    // The gate keeps what central acknowledged, too.
    Anchor.read(folder.resolve("anchor.json")).keep(last);
    assertFound(finding);
  }

  @Test
  void theWholeChainRewrittenWithoutTheDeviceKey() throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Keys.writePair(Files.createDirectories(folder.resolve("enemy")), "EC");
    SignedHead forged = write(folder.resolve("enemy"));
    assertFound("is not signed by this key");
    Files.writeString(central(), HeadJson.of(forged));
    assertFound("the anchor is not signed by this key", "--anchor", central().toString());
  }
}
