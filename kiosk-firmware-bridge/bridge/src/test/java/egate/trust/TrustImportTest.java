package egate.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.Deviation;
import egate.inspection.Revocation;
import egate.inspection.TrustData;
import egate.inspection.TrustList;
import egate.inspection.TrustStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustImportTest {
  private static final Path SHARED =
      Path.of(System.getProperty("egate.root", ".")).resolve("../shared/data/chip");
  private static final Instant NOW = TestState.NOW;
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  private final TestState utopia = new TestState("UT");
  private final TestState atlantis = new TestState("AT");
  @TempDir private Path folder;
  private TrustImport trust = fresh();

  private static TrustImport fresh() {
    Duration year = Duration.ofDays(365);
    return new TrustImport(new ImportTerms(NOW, year, year, year), _ -> {});
  }

  private void read(String name, byte[] bytes) throws Exception {
    trust.read(Files.write(folder.resolve(name), bytes));
  }

  private void assertRefused(String... whys) {
    assertEquals(List.of(whys), trust.report().refusals().stream().map(Refusal::why).toList());
  }

  @Test
  void takesAMasterListAndAccountsForEachCertificate() throws Exception {
    byte[] list =
        utopia.masterList(
            YESTERDAY,
            utopia.csca(),
            utopia.previous(),
            utopia.link(),
            utopia.brokenLink(),
            atlantis.falseCsca(),
            atlantis.documentSigner(5));
    read("list", list);
    TrustData data = trust.finish(1);
    assertEquals(3, data.anchors().size());
    assertEquals(3, trust.report().added());
    assertRefused(
        "its signature is wrong",
        "may not issue certificates, so it is no CSCA",
        "its signature is wrong");
    assertEquals(
        List.of(
            new TrustList(
                TrustList.Kind.ANCHORS, "UT", YESTERDAY, YESTERDAY.plus(Duration.ofDays(365)), 6)),
        data.lists());
    assertTrue(trust.report().statements().getFirst().contains("only the list itself brings"));
  }

  @Test
  void refusesAMasterListThatWasChanged() throws Exception {
    byte[] list = utopia.masterList(YESTERDAY, utopia.csca());
    for (int at = list.length / 8; at < list.length; at += list.length / 8) {
      byte[] changed = list.clone();
      changed[at] ^= 1;
      trust = fresh();
      read("list", changed);
      assertEquals(0, trust.finish(1).anchors().size(), "byte " + at);
      assertEquals(1, trust.report().refused(), "byte " + at);
    }
  }

  @Test
  void refusesAMasterListOfAStrangerOnceSomethingIsKnown() throws Exception {
    read("first", utopia.masterList(YESTERDAY, utopia.csca()));
    read("second", atlantis.masterList(YESTERDAY, atlantis.csca()));
    assertRefused("its signer of AT was issued by none of the known CSCAs");
    trust = fresh();
    trust.trustSignersOf(atlantis.csca().getEncoded());
    read("second", atlantis.masterList(YESTERDAY, atlantis.csca(), utopia.csca()));
    assertEquals(2, trust.finish(1).anchors().size());
    assertTrue(trust.report().statements().getFirst().contains("under the known CSCA"));
  }

  @Test
  void refusesAnOlderMasterListThanTheStoreWasMadeOf() throws Exception {
    read("newer", utopia.masterList(YESTERDAY, utopia.csca()));
    TrustData before = trust.finish(1);
    trust = fresh();
    trust.startFrom(before);
    read("older", utopia.masterList(YESTERDAY.minusSeconds(1), utopia.csca()));
    assertRefused("there is a newer one");
  }

  @Test
  void takesRevocationListsOfKnownIssuersWhereverTheyLie() throws Exception {
    read("a-crl", utopia.crl(YESTERDAY, 5));
    read("b-csca", utopia.csca().getEncoded());
    TrustStore store = TrustStore.of(trust.finish(1));
    EmrtdCertificate five = EmrtdCertificate.parse(utopia.documentSigner(5).getEncoded());
    EmrtdCertificate six = EmrtdCertificate.parse(utopia.documentSigner(6).getEncoded());
    assertEquals(new Revocation.Revoked(YESTERDAY), store.revocation(five));
    assertEquals(
        new Revocation.NotListed(YESTERDAY.plus(Duration.ofDays(90))), store.revocation(six));
  }

  @Test
  void refusesRevocationListsThatAreForeignForgedOrOlder() throws Exception {
    read("csca", utopia.csca().getEncoded());
    read("foreign", atlantis.crl(YESTERDAY));
    byte[] forged = utopia.crl(YESTERDAY, 5);
    forged[forged.length - 60] ^= 1;
    read("forged", forged);
    read("newer", utopia.crl(YESTERDAY, 5));
    read("older", utopia.crl(YESTERDAY.minusSeconds(1)));
    trust.finish(1);
    assertRefused(
        "its issuer is not among the CSCAs",
        "its signature is wrong",
        "there is a newer one, of " + YESTERDAY);
  }

  @Test
  void takesADeviationListForItsOwnStateAlone() throws Exception {
    read("csca", utopia.csca().getEncoded());
    read(
        "deviations",
        utopia.deviationList(YESTERDAY, Deviation.SOD_SIGNATURE_WRONG, List.of("A1", "A2")));
    TrustStore store = TrustStore.of(trust.finish(1));
    EmrtdCertificate own = EmrtdCertificate.parse(utopia.documentSigner(5).getEncoded());
    EmrtdCertificate other = EmrtdCertificate.parse(atlantis.documentSigner(5).getEncoded());
    assertEquals(1, store.deviations(own, "P<", "A2").size());
    assertEquals(0, store.deviations(own, "P<", "A3").size());
    assertEquals(0, store.deviations(other, "P<", "A2").size());
    assertRefused();
  }

  @Test
  void refusesADeviationListOfAStranger() throws Exception {
    read("csca", utopia.csca().getEncoded());
    read("deviations", atlantis.deviationList(YESTERDAY, Deviation.CHIP, List.of("A1")));
    assertEquals(0, trust.finish(1).defects().size());
    assertRefused("its signer of AT was issued by none of the known CSCAs");
  }

  @Test
  void readsPemAndSaysWhatIsNothing() throws Exception {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(utopia.csca().getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    read(
        "two.pem",
        (pem + pem + "-----BEGIN CERTIFICATE-----\nMII").getBytes(StandardCharsets.US_ASCII));
    read("text", "hello".getBytes(StandardCharsets.US_ASCII));
    read("empty", new byte[0]);
    read("sequence", new byte[] {0x30, 3, 2, 1, 0});
    assertEquals(1, trust.report().added());
    assertEquals(1, trust.report().known());
    assertRefused(
        "is cut off",
        "is neither DER, PEM nor LDIF",
        "is neither DER, PEM nor LDIF",
        "is no certificate, no list and no signed data");
  }

  @Test
  void refusesEveryTruncationOfEveryKind() throws Exception {
    List<byte[]> whole =
        List.of(
            utopia.csca().getEncoded(),
            utopia.crl(YESTERDAY, 1),
            utopia.deviationList(YESTERDAY, Deviation.CHIP, List.of("A1")),
            utopia.masterList(YESTERDAY, utopia.csca()));
    for (byte[] bytes : whole) {
      for (int length = 1; length < bytes.length; length += 7) {
        trust = fresh();
        read("cut", Arrays.copyOf(bytes, length));
        assertEquals(0, trust.finish(1).anchors().size());
        assertEquals(1, trust.report().refused());
      }
    }
  }

  @Test
  void refusesDeviationsThatAreMalformedOrNarrowedInAnUnknownWay() {
    byte[] narrowed = {0x30, 14, 2, 1, 0, 0x31, 9, 0x30, 7, 0x30, 3, (byte) 0x89, 1, 65, 0x31, 0};
    assertThrows(MalformedDataException.class, () -> DeviationList.defects(narrowed, "UT"));
    byte[] ofNothing = {0x30, 13, 2, 1, 0, 0x31, 8, 0x30, 6, 0x30, 2, (byte) 0xA5, 0, 0x31, 0};
    assertThrows(MalformedDataException.class, () -> DeviationList.defects(ofNothing, "UT"));
  }

  @Test
  void takesAllOfTheGermanMasterListAndTheEstonianDeviationList() throws Exception {
    Path list = SHARED.resolve("masterlists/DE_ML_2026-05-28-08-28-45.ml");
    assumeTrue(Files.exists(list), "skipped: the German master list is not at " + list);
    trust.read(list);
    trust.read(SHARED.resolve("deviation/erpdeviationlist.bin"));
    TrustData data = trust.finish(1);
    assertRefused();
    assertEquals(588, trust.report().added() + trust.report().known());
    TrustStore store = TrustStore.of(data);
    assertEquals(588, store.size());
    EmrtdCertificate estonian =
        IntStream.range(0, store.size())
            .mapToObj(store::certificate)
            .filter(certificate -> certificate.country().orElse("").equals("EE"))
            .findFirst()
            .orElseThrow();
    List<Deviation> deviations = store.deviations(estonian, "P<", "BB0000001");
    assertEquals(List.of(Deviation.SOD_SIGNATURE_WRONG), deviations.getFirst().types());
    assertEquals(List.of(), store.deviations(estonian, "P<", "BB9999999"));
  }
}
