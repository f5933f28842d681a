package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The worked example of Doc 9303-11 appendix D, with its published numbers. */
class WorkedExampleTest {
  private static final String RND_IFD = "781723860C06C226";
  private static final String K_IFD = "0B795240CB7049B01C19B33E32804F0B";
  private static final byte[] MRZ_INFORMATION =
      "L898902C<369080619406236".getBytes(StandardCharsets.US_ASCII);

  @Test
  void derivesTheKeysOfSectionD1() {
    byte[] seed = hex("239AB9CB282DAF66231DC5A4DF6BFBAE");
    assertEquals(
        "AB94FDECF2674FDFB9B391F85D7F76F2",
        text(KeyDerivation.tripleDesKey(seed, KeyDerivation.ENCRYPTION)));
    assertEquals(
        "7962D9ECE03D1ACD4C76089DCE131543",
        text(KeyDerivation.tripleDesKey(seed, KeyDerivation.AUTHENTICATION)));
  }

  @Test
  void authenticatesAsInSectionD3() {
    TripleDesCipher keys = BacKeys.access(MRZ_INFORMATION);
    byte[] cryptogram = keys.encrypt(hex(RND_IFD + "4608F91988702212" + K_IFD));
    assertEquals(
        "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2", text(cryptogram));
    assertEquals("5F1448EEA8AD90A7", text(keys.mac(cryptogram)));
  }

  @Test
  void readsEfComAsInSectionD4() throws Exception {
    ScriptedChannel channel =
        new ScriptedChannel(
            "0084000008",
            "4608F919887022129000",
            "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
                + "5F1448EEA8AD90A728",
            "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F"
                + "2F2D235D074D74499000",
            "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800",
            "990290008E08FA855A5D4C50A8ED9000",
            "0CB000000D9701048E08ED6705417E96BA5500",
            "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000",
            "0CB000040D9701128E082EA28A70F3C7B53500",
            "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D74"
                + "9000");
    ChipLink link = new ChipLink(channel);
    link.begin(
        new Bac(BacKeys.access(MRZ_INFORMATION), new ScriptedRandom(RND_IFD, K_IFD))
            .authenticate(link));

    assertEquals(
        StatusWord.OK,
        link.exchange(new CommandApdu(0, 0xA4, 2, 0x0C, hex("011E"), CommandApdu.NO_LE)).status());
    assertEquals("60145F01", text(link.exchange(readBinary(0, 4)).data()));
    assertEquals(
        "04303130365F36063034303030305C026175", text(link.exchange(readBinary(4, 18)).data()));
  }

  private static CommandApdu readBinary(int offset, int le) {
    return new CommandApdu(0, 0xB0, 0, offset, new byte[0], le);
  }

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
  }
}
