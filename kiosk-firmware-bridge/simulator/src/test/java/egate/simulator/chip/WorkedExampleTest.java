package egate.simulator.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.emrtd.Tlv;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers of Doc 9303-11 appendix D, byte for byte. */
class WorkedExampleTest {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String CHIP_RANDOM = "4608F91988702212";
  private static final String CHIP_KEY = "0B4F80323EB3191CB04970CB4052790B";
  private static final String EF_COM = "60145F0104303130365F36063034303030305C026175";
  private static final String MRZ =
      "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
          + "L898902C<3UTO6908061F9406236ZE184226B<<<<<14";

  @TempDir private Path folder;
  private SimulatedChip chip;

  @BeforeEach
  void personalise() throws IOException {
    byte[] mrz = MRZ.getBytes(StandardCharsets.US_ASCII);
    Files.write(folder.resolve("EF_COM.bin"), HEX.parseHex(EF_COM));
    Files.write(folder.resolve("EF_SOD.bin"), new byte[] {0x77, 0});
    Files.write(folder.resolve("Datagroup1.bin"), Tlv.encode(0x61, Tlv.encode(0x5F1F, mrz)));
    chip = new SimulatedChip(TravelDocument.load(folder), new FixedRandom(CHIP_RANDOM + CHIP_KEY));
  }

  @Test
  void basicAccessControlAndSecureMessagingGiveThePublishedBytes() {
    assertAnswer("00A4040C07A0000002471001", "9000");
    assertAnswer("0084000008", CHIP_RANDOM + "9000");
    assertAnswer(
        "0082000028"
            + "72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
            + "5F1448EEA8AD90A7"
            + "28",
        "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F"
            + "2F2D235D074D7449"
            + "9000");
    assertAnswer(
        "0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800",
        "990290008E08FA855A5D4C50A8ED9000");
    assertAnswer(
        "0CB000000D9701048E08ED6705417E96BA5500",
        "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
    assertAnswer(
        "0CB000040D9701128E082EA28A70F3C7B53500",
        "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000");
  }

  private void assertAnswer(String command, String response) {
    assertEquals(response, HEX.formatHex(chip.transmit(HEX.parseHex(command)).orElseThrow()));
  }
}
