package egate.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LdifTest {
  private static final class Found implements Ldif.Sink {
    final List<Item> items = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    int entries;

    @Override
    public void take(Item item) {
      items.add(item);
    }

    @Override
    public void refuse(Refusal refusal) {
      refusals.add(refusal);
    }

    @Override
    public void entryRead(long read) {
      entries++;
    }
  }

  private static Found read(String text) throws Exception {
    Found found = new Found();
    Ldif.read("pkd", new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), found);
    return found;
  }

  @Test
  void unfoldsLinesWhereverTheyAreFolded() throws Exception {
    byte[] value = new byte[40];
    new SplittableRandom(1).nextBytes(value);
    String text =
        "version: 1\n\n# a comment\n that goes on\ndn: c=UT\ncACertificate;binary:: "
            + Base64.getEncoder().encodeToString(value)
            + "\n\n";
    for (int fold = 13; fold < text.length() - 2; fold++) {
      if (text.charAt(fold) == '\n' || text.charAt(fold - 1) == '\n') {
        continue;
      }
      for (String end : List.of("\n", "\r\n")) {
        String folded = text.substring(0, fold) + "\n " + text.substring(fold);
        Found found = read(folded.replace("\n", end));
        assertEquals(List.of(), found.refusals, folded);
        assertEquals(1, found.items.size(), folded);
        assertArrayEquals(value, found.items.getFirst().bytes());
      }
    }
  }

  @Test
  void saysWhereSomethingIsCutOffOrNoBase64() throws Exception {
    Found found =
        read(
            "dn: c=UT\nuserCertificate;binary:: MIIB\n CD*\n\ndn:: Yz1VVA==\nnothing\n"
                + "pkdMasterListContent:< file:///etc/passwd\ncACertificate:: MII");
    assertEquals(
        List.of(
            new Refusal("pkd:2 (c=UT)", "usercertificate", "is cut off or no base64"),
            new Refusal("pkd:6 (c=UT)", "a line", "is no attribute"),
            new Refusal("pkd:7 (c=UT)", "pkdmasterlistcontent", "is cut off or no base64"),
            new Refusal("pkd:8 (c=UT)", "cacertificate", "is cut off or no base64")),
        found.refusals.stream().map(r -> new Refusal(r.source(), r.what(), r.why())).toList());
    assertEquals(List.of(), found.items);
    assertEquals(2, found.entries);
  }

  /**
   * A PKD of thirty thousand entries streams through: folded anywhere, names in base64, the same
   * CSCA from many states, the tail cut off. What is kept of them fits in a few megabytes, and
   * every entry moves the progress line.
   */
  @Test
  void readsAWholePkdInLittleMemory() throws Exception {
    List<InputStream> parts = pkd(new TestState("UT"));
    long[] entries = {0};
    long[] read = {0};
    TrustImport trust =
        new TrustImport(
            new ImportTerms(
                TestState.NOW, Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)),
            bytes -> {
              entries[0]++;
              assertTrue(bytes > read[0], "the progress stands still");
              read[0] = bytes;
            });
    long before = usedBytes();
    trust.readLdif("pkd", new SequenceInputStream(Collections.enumeration(parts)));
    assertTrue(usedBytes() - before < 16 * 1024 * 1024, "the import keeps what it has read");
    assertEquals(30_000 + 301 + 2, entries[0], "with the version, and the one that was cut off");
    assertEquals(30_000, trust.report().signers());
    assertEquals(1, trust.report().added());
    assertEquals(300, trust.report().known());
    assertEquals(1, trust.report().refused());
    String cut = trust.report().refusals().getFirst().toString();
    assertTrue(cut.contains("pkd:"), cut);
    // Four digits of base64 are whole wherever the name before them lets the cut fall between two.
    assertTrue(cut.contains("is cut off or no base64") || cut.contains("malformed"), cut);
  }

  private static List<InputStream> pkd(TestState state) throws Exception {
    SplittableRandom random = new SplittableRandom(30_000);
    List<String> signers = new ArrayList<>();
    for (int serial = 100; serial < 110; serial++) {
      byte[] der = state.documentSigner(serial).getEncoded();
      signers.add(entry("userCertificate;binary", der, random.nextInt(1, 200)));
    }
    byte[] csca = state.csca().getEncoded();
    List<InputStream> parts = new ArrayList<>();
    parts.add(text("version: 1\n\n" + entry("cACertificate;binary", csca, 76)));
    for (int i = 0; i < 30_000; i++) {
      parts.add(text(signers.get(i % signers.size())));
      if (i % 100 == 0) { // in base64, for it is no ASCII
        parts.add(
            text(entry("cACertificate;binary", csca, 64).replaceFirst("dn: .*", "dn:: w5ZUTw==")));
      }
    }
    parts.add(text(signers.getFirst().substring(0, 300)));
    return parts;
  }

  private static long usedBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String entry(String attribute, byte[] der, int width) {
    String line = attribute + ":: " + Base64.getEncoder().encodeToString(der);
    StringBuilder text =
        new StringBuilder("dn: cn=" + Arrays.hashCode(der) + ",dc=data,dc=icao\nsn: 1\n");
    for (int at = 0; at < line.length(); at += width) {
      text.append(at == 0 ? "" : " ").append(line, at, Math.min(line.length(), at + width));
      text.append('\n');
    }
    return text.append('\n').toString();
  }
}
