package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.EmrtdCertificate;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
  private static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LIMIT = Instant.parse("2027-02-01T00:00:00Z");
  private static final StoreSigner SIGNER = StoreSigner.of(new byte[32]);
  private static final int FIRST_LENGTH = 24;
  private static final int PARTS_START = FIRST_LENGTH + 4 * StorePart.values().length;

  private final TestIssuer issuer = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
  @TempDir private Path folder;
  private Path file;
  private EmrtdCertificate csca;
  private byte[] bytes;

  @BeforeEach
  void writeAStore() throws Exception {
    file = folder.resolve("store.egts");
    issuer.explicitParameters = true;
    csca = EmrtdCertificate.parse(issuer.cscaCertificate().getEncoded());
    TrustStoreFile.write(file, data(), Optional.of(SIGNER));
    bytes = Files.readAllBytes(file);
  }

  private TrustData data() {
    RevocationList revocations =
        RevocationList.of(
            csca.subject(), ISSUED, LIMIT, Map.of(BigInteger.valueOf(-5), ISSUED.minusSeconds(9)));
    Deviation deviation =
        new Deviation(
            "UT",
            List.of(Deviation.SOD_SIGNATURE_WRONG),
            LocalDate.of(2020, 1, 1),
            LocalDate.of(2021, 1, 1));
    return new TrustData(
        7,
        ISSUED,
        List.of(csca.encoded()),
        List.of(revocations),
        List.of(
            new KnownDefect(
                deviation,
                Optional.of("P<"),
                Optional.empty(),
                List.of(StoreKey.ofDocument("UT", "L898902C3"), StoreKey.ofDocument("UT", "A1"))),
            new KnownDefect(
                new Deviation(
                    "UT",
                    List.of(Deviation.AA_KEY_COMPROMISED),
                    LocalDate.EPOCH,
                    LocalDate.EPOCH.plusDays(1)),
                Optional.empty(),
                Optional.of(StoreKey.ofSerial(csca.issuer(), BigInteger.ONE)),
                List.of())),
        List.of(new TrustList(TrustList.Kind.ANCHORS, "UT", ISSUED, LIMIT, 1)));
  }

  @Test
  void readsWhatItWrites() throws Exception {
    TrustStore store = TrustStoreFile.open(file, Optional.of(SIGNER.verifier()));
    assertEquals(7, store.version());
    assertEquals(ISSUED, store.compiledAt());
    assertEquals(1, store.size());
    assertArrayEquals(csca.encoded(), store.certificate(0).encoded());
    assertEquals(data().lists().getFirst(), store.lists().getFirst());
    TrustList revocations = new TrustList(TrustList.Kind.REVOCATIONS, "UT", ISSUED, LIMIT, 1);
    assertEquals(revocations, store.lists().getLast());
  }

  @Test
  void compilesItsOwnDataToTheSameBytes() throws Exception {
    assertArrayEquals(
        bytes, TrustStore.compile(TrustStore.parse(bytes).data(), Optional.of(SIGNER)));
  }

  @Test
  void findsIssuersByKeyAndByName() throws Exception {
    TrustStore store = TrustStoreFile.open(file);
    assertEquals(List.of(csca), store.withSubject(new X500Name("CN=csca, O= TEST,C=ut")));
    assertEquals(List.of(), store.withSubject(new X500Name("C=UT, O=test, CN=other")));
    assertEquals(List.of(csca), store.withKeyIdentifier(csca.keyIdentifier().orElseThrow()));
    assertEquals(List.of(), store.withKeyIdentifier(new byte[20]));
    assertEquals(List.of(csca), store.issuersOf(csca));
  }

  @Test
  void tellsTheRevokedFromTheUnlistedAndFromTheUnknown() throws Exception {
    TrustStore store = TrustStore.parse(bytes);
    assertEquals(new Revocation.NotListed(LIMIT), store.revocation(csca));
    TrustData data = data();
    RevocationList own =
        RevocationList.of(csca.issuer(), ISSUED, LIMIT, Map.of(csca.serialNumber(), ISSUED));
    TrustData revoking =
        new TrustData(8, ISSUED, data.anchors(), List.of(own), data.defects(), data.lists());
    assertEquals(new Revocation.Revoked(ISSUED), TrustStore.of(revoking).revocation(csca));
    assertEquals(
        new Revocation.NoList(), TrustStore.of(1, List.of(csca.encoded())).revocation(csca));
  }

  @Test
  void findsDeviationsBySignerAndByDocumentNumber() throws Exception {
    TrustStore store = TrustStore.parse(bytes);
    List<Deviation> bySigner = store.deviations(csca, "P<", "NOT-LISTED");
    assertEquals(1, bySigner.size());
    assertEquals(true, bySigner.getFirst().concerns(Deviation.CERTIFICATE_OR_KEY));
    assertEquals(false, bySigner.getFirst().concerns(Deviation.CHIP));
    assertEquals(2, store.deviations(csca, "P<", "L898902C3").size());
    assertEquals(1, store.deviations(csca, "ID", "L898902C3").size());
  }

  @Test
  void demandsTheSignatureWhereAKeyIsGiven() throws Exception {
    Path unsigned = folder.resolve("unsigned.egts");
    TrustStoreFile.write(unsigned, data(), Optional.empty());
    assertRefusal(unsigned, SIGNER, "trust store is not signed");
    byte[] other = new byte[32];
    other[0] = 1;
    assertRefusal(file, StoreSigner.of(other), "trust store is signed with another key");
  }

  @Test
  void aSignersKeyIsReadFromPemAndNothingElseIsTaken() throws Exception {
    String pem = pem("Ed25519");
    assertTrue(StoreSigner.ofPem(pem).isPresent());
    assertTrue(StoreSigner.ofPem(pem("RSA")).isEmpty(), "of another kind");
    for (int end = 0; end < pem.length(); end++) {
      assertTrue(StoreSigner.ofPem(pem.substring(0, end)).isEmpty(), "cut off at " + end);
    }
  }

  private static String pem(String algorithm) throws Exception {
    byte[] key =
        KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key)
        + "\n-----END PRIVATE KEY-----";
  }

  private static void assertRefusal(Path store, StoreSigner signer, String what) {
    TrustStoreCorruptException refused =
        assertThrows(
            TrustStoreCorruptException.class,
            () -> TrustStoreFile.open(store, Optional.of(signer.verifier())));
    assertEquals(store + ": " + what + "; import it again", refused.getMessage());
  }

  @Test
  void tellsAMissingStoreFromACorruptOne() throws Exception {
    Path missing = folder.resolve("missing.egts");
    TrustStoreMissingException absent =
        assertThrows(TrustStoreMissingException.class, () -> TrustStoreFile.open(missing));
    assertEquals(missing + ": no trust store there; import one", absent.getMessage());

    bytes[PARTS_START] ^= 1;
    Files.write(file, bytes);
    TrustStoreCorruptException corrupt =
        assertThrows(TrustStoreCorruptException.class, () -> TrustStoreFile.open(file));
    assertEquals(
        file + ": trust store is damaged: its digest differs; import it again",
        corrupt.getMessage());
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThrows(TrustStoreCorruptException.class, () -> TrustStore.parse(cut));
    }
  }

  @Test
  void refusesAFlippedBitInEveryByte() {
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << at % 8);
      assertThrows(
          TrustStoreCorruptException.class,
          () -> TrustStoreFormat.decode(ByteBuffer.wrap(changed), Optional.of(SIGNER.verifier())));
    }
  }

  @Test
  void refusesHostileCountsAndLengthsUnderAFittingDigest() {
    assertRefused(4, 3); // another format
    assertRefused(8, -1); // a version below zero
    assertRefused(20, 63); // half a signature
    assertRefused(FIRST_LENGTH, Integer.MAX_VALUE); // a part longer than the file
    assertRefused(FIRST_LENGTH, -1);
    assertRefused(FIRST_LENGTH, 0); // parts that do not fill the file
    assertRefused(PARTS_START, 1); // a certificate that does not begin the part
    assertRefused(PARTS_START + 4, Integer.MAX_VALUE); // one longer than the part
    assertRefused(PARTS_START + 4, 0);
    int subjects = PARTS_START + 8 + csca.encoded().length;
    assertRefused(subjects + StoreKey.BYTES, 1); // a certificate that is not there
    assertRefused(subjects + StoreKey.BYTES, -1);
  }

  /** Whatever number stands anywhere, a store is refused or answers: it never throws otherwise. */
  @Test
  void survivesEveryNumberAnywhere() throws Exception {
    for (int offset = 0; offset + 4 <= bytes.length - 96; offset += 3) {
      for (int value : new int[] {-1, 0, Integer.MAX_VALUE}) {
        byte[] changed = withFittingDigest(offset, value);
        try {
          TrustStore store = TrustStore.parse(changed);
          store.deviations(csca, "P<", "L898902C3");
          store.revocation(csca);
        } catch (TrustStoreCorruptException e) {
          // as it should be
        }
      }
    }
  }

  private void assertRefused(int offset, int value) {
    byte[] changed = withFittingDigest(offset, value);
    assertThrows(
        TrustStoreCorruptException.class, () -> TrustStore.parse(changed), value + " at " + offset);
  }

  private byte[] withFittingDigest(int offset, int value) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).putInt(offset, value);
    int covered = changed.length - 32 - 64;
    byte[] digest = DigestAlgorithm.SHA_256.hash(Arrays.copyOf(changed, covered));
    System.arraycopy(digest, 0, changed, covered, digest.length);
    return changed;
  }

  @Test
  void refusesWhatIsNoCertificate() {
    assertThrows(
        TrustStoreCorruptException.class, () -> TrustStore.of(1, List.of(new byte[] {0x30, 0})));
  }
}
