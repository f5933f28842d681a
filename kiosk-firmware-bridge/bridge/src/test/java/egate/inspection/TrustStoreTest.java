package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
  private final TestIssuer issuer = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
  @TempDir private Path folder;
  private Path file;
  private byte[] bytes;

  @BeforeEach
  void writeAStore() throws Exception {
    file = folder.resolve("store.egts");
    issuer.explicitParameters = true;
    TrustStoreFile.write(file, 7, List.of(issuer.cscaCertificate().getEncoded()));
    bytes = Files.readAllBytes(file);
  }

  @Test
  void readsWhatItWrites() throws Exception {
    TrustStore store = TrustStoreFile.open(file);
    assertEquals(7, store.version());
    assertEquals(1, store.size());
    assertEquals(1, store.withSubject(new X500Name("C=UT, O=test, CN=csca")).size());
    assertEquals(0, store.withSubject(new X500Name("C=UT, O=test, CN=other")).size());
    assertEquals(0, store.withKeyIdentifier(new byte[20]).size());
  }

  @Test
  void tellsAMissingStoreFromACorruptOne() throws Exception {
    Path missing = folder.resolve("missing.egts");
    TrustStoreMissingException absent =
        assertThrows(TrustStoreMissingException.class, () -> TrustStoreFile.open(missing));
    assertEquals(missing + ": no trust store there; import one", absent.getMessage());

    bytes[20] ^= 1;
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
  void refusesEveryFlippedBit() {
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(TrustStoreCorruptException.class, () -> TrustStore.parse(changed));
    }
  }

  @Test
  void refusesHostileCountsAndLengthsUnderAFittingDigest() {
    assertRefused(12, 2); // one certificate more than there is
    assertRefused(12, 0); // bytes after the last certificate
    assertRefused(12, -1);
    assertRefused(16, Integer.MAX_VALUE); // a certificate longer than the file
    assertRefused(16, 0);
    assertRefused(8, -1); // a version below zero
    assertRefused(4, 2); // another format
  }

  private void assertRefused(int offset, int value) {
    byte[] changed = bytes.clone();
    ByteBuffer.wrap(changed).putInt(offset, value);
    byte[] covered = Arrays.copyOf(changed, changed.length - 32);
    System.arraycopy(DigestAlgorithm.SHA_256.hash(covered), 0, changed, covered.length, 32);
    assertThrows(TrustStoreCorruptException.class, () -> TrustStore.parse(changed));
  }

  @Test
  void refusesWhatIsNoCertificate() {
    assertThrows(
        TrustStoreCorruptException.class, () -> TrustStore.of(1, List.of(new byte[] {0x30, 0})));
  }
}
