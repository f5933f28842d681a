package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.HolderAuthorisation.Role;
import egate.terminal.CvVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificates of BSI's worked example for extended access control. */
class CvCertificateTest {

  static byte[] bytes(String name) throws IOException {
    Properties example = new Properties();
    try (InputStream in =
        CvCertificateTest.class.getResourceAsStream("eac-worked-example.properties")) {
      example.load(Optional.ofNullable(in).orElseThrow());
    }
    return HexFormat.of().parseHex(example.getProperty(name));
  }

  private static CvCertificate certificate(String name) throws Exception {
    return CvCertificate.parse(bytes(name));
  }

  @Test
  void ecdsaHoldsFromTheAuthorityToTheTerminal() throws Exception {
    CvCertificate authority = certificate("ecdh-cvca");
    CvCertificate verifier = certificate("ecdh-dv");
    CvCertificate terminal = certificate("ecdh-terminal");
    CvPublicKey verifierKey = verifier.publicKey().under(authority.publicKey());

    assertTrue(CvVerifier.isSignedWith(authority, authority.publicKey()));
    assertTrue(CvVerifier.isSignedWith(verifier, authority.publicKey()));
    assertTrue(CvVerifier.isSignedWith(terminal, verifierKey));
    assertFalse(CvVerifier.isSignedWith(terminal, authority.publicKey()));
    assertFalse(CvVerifier.isSignedWith(terminal, verifier.publicKey()), "it has no curve");
  }

  @Test
  void rsaHoldsForTheAuthority() throws Exception {
    CvCertificate authority = certificate("dh-cvca");
    assertTrue(CvVerifier.isSignedWith(authority, authority.publicKey()));
    assertFalse(CvVerifier.isSignedWith(certificate("dh-terminal"), authority.publicKey()));
    assertFalse(
        CvVerifier.isSignedWith(authority, certificate("ecdh-cvca").publicKey()), "ECDSA for RSA");
  }

  @Test
  void whatTheAuthoritySaysIsRead() throws Exception {
    CvCertificate authority = certificate("ecdh-cvca");
    assertEquals("DECVCAAT00001", authority.authorityReference());
    assertEquals("DECVCAAT00001", authority.holderReference());
    assertTrue(authority.isSelfSigned());
    assertEquals(LocalDate.of(2010, 9, 30), authority.effective());
    assertEquals(LocalDate.of(2011, 9, 25), authority.expiration());
    assertEquals(new HolderAuthorisation(Role.CVCA, true, true, true), authority.authorisation());
    assertEquals(TerminalSignature.ECDSA_SHA_512, authority.publicKey().signature());
    assertArrayEquals(bytes("ecdh-cvca"), authority.encoded());
  }

  /** Its terminals read the data of identity cards, which gives no right here. */
  @Test
  void anotherKindOfTerminalHasNoRights() throws Exception {
    HolderAuthorisation terminal = certificate("ecdh-terminal").authorisation();
    assertEquals(new HolderAuthorisation(Role.TERMINAL, false, false, false), terminal);
    assertFalse(certificate("ecdh-dv").authorisation().inspection());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ecdh-cvca", "ecdh-dv", "ecdh-terminal", "dh-cvca", "dh-terminal"})
  void everyTruncationIsRefused(String name) throws Exception {
    byte[] whole = bytes(name);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(MalformedDataException.class, () -> CvCertificate.parse(cut));
    }
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    assertThrows(MalformedDataException.class, () -> CvCertificate.parse(longer));
  }

  /** Whatever byte is changed: it is malformed, or its signature holds no longer. */
  @Test
  void everyAlteredByteTells() throws Exception {
    byte[] whole = bytes("dh-cvca");
    CvPublicKey key = certificate("dh-cvca").publicKey();
    for (int i = 0; i < whole.length; i++) {
      byte[] altered = whole.clone();
      altered[i] ^= 0x04;
      try {
        assertFalse(CvVerifier.isSignedWith(CvCertificate.parse(altered), key), "byte " + i);
      } catch (MalformedDataException e) {
        assertFalse(String.valueOf(e.getMessage()).isEmpty());
      }
    }
  }

  @Test
  void objectsOutOfOrderOrTwiceAreRefused() throws Exception {
    Tlv certificate = Tlv.parse(bytes("ecdh-terminal"));
    Tlv body = certificate.children().get(0);
    byte[] signature = certificate.children().get(1).encoded();
    byte[][] objects = body.children().stream().map(Tlv::encoded).toArray(byte[][]::new);
    for (int i = 0; i < objects.length; i++) {
      byte[][] twice = Arrays.copyOf(objects, objects.length + 1);
      twice[objects.length] = objects[i];
      requireRefused(twice, signature);
      byte[][] swapped = objects.clone();
      swapped[i] = objects[(i + 1) % objects.length];
      swapped[(i + 1) % objects.length] = objects[i];
      requireRefused(swapped, signature);
      byte[][] without = objects.clone();
      without[i] = new byte[0];
      requireRefused(without, signature);
    }
    byte[][] extended = Arrays.copyOf(objects, objects.length + 1);
    extended[objects.length] = Tlv.encode(0x65, new byte[0]);
    CvCertificate.parse(Tlv.encode(0x7F21, Tlv.encode(0x7F4E, extended), signature));
  }

  private static void requireRefused(byte[][] objects, byte[] signature) {
    byte[] certificate = Tlv.encode(0x7F21, Tlv.encode(0x7F4E, objects), signature);
    assertThrows(MalformedDataException.class, () -> CvCertificate.parse(certificate));
  }

  @ParameterizedTest
  @CsvSource({
    "5f2506010000090300, 5f2506010000090301, 31 September",
    "5f2506010000090300, 5f25060100000a0300, no digit",
    "5f2506010000090300, 5f250501000009030, five digits",
    "5f2406010001000300, 5f2406010000090209, expired before it was effective",
    "5f200d4445, 5f200d6445, a small letter in the country",
    "5f290100, 5f290101, another profile",
    "04007f00070202020205, 04007f00070202020209, an unknown scheme",
    "04007f00070202020205, 04007f00070202020105, a point that is to be RSA",
    "530580, 530680, an authorisation that goes on"
  })
  void whatCannotBeIsRefused(String from, String to, String what) throws Exception {
    String hex = HexFormat.of().formatHex(bytes("ecdh-dv"));
    assertEquals(2, hex.split(from, -1).length, what);
    String altered = hex.replace(from, to);
    byte[] certificate = HexFormat.of().parseHex(altered, 0, altered.length() / 2 * 2);
    assertThrows(MalformedDataException.class, () -> CvCertificate.parse(certificate), what);
  }

  @Test
  void efCvcaHoldsOneOrTwoReferences() throws Exception {
    EfCvca two = new EfCvca(List.of("DECVCA00002", "DECVCA00001"));
    assertEquals(two, EfCvca.parse(two.encoded()));
    byte[] file = two.encoded();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length == 13 || length >= 26) {
        assertFalse(EfCvca.parse(cut).references().isEmpty());
      } else {
        assertThrows(MalformedDataException.class, () -> EfCvca.parse(cut));
      }
    }
    file[35] = 1;
    assertThrows(MalformedDataException.class, () -> EfCvca.parse(file));
  }
}
