package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.report.IssuingState;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files that nobody on this project made. */
class BsiPassportTest {
  private static final Set<LdsFile> LISTED =
      Set.of(LdsFile.DG1, LdsFile.DG2, LdsFile.DG3, LdsFile.DG4, LdsFile.DG14);

  @Test
  void readsTheListsOfDataGroups() throws Exception {
    assertEquals(LISTED, EfCom.parse(BsiPassport.read(LdsFile.EF_COM)).dataGroups());
    EfSod sod = EfSod.parse(BsiPassport.read(LdsFile.EF_SOD));
    assertEquals(LISTED, sod.securityObject().dataGroups());
    assertEquals(1, sod.certificates().size());
    assertTrue(sod.signedAttributes().isPresent());
  }

  @Test
  void readsTheMrz() throws Exception {
    Mrz mrz = Dg1.parse(BsiPassport.read(LdsFile.DG1));
    assertTrue(mrz.checkDigitsHold());
    assertEquals(new IssuingState("D"), mrz.issuingState());
  }

  @Test
  void readsTheFaceInJpeg2000() throws Exception {
    List<EncodedImage> faces = Dg2.parse(BsiPassport.read(LdsFile.DG2));
    assertEquals(1, faces.size());
    assertEquals(EncodedImage.Format.JPEG_2000, faces.getFirst().format());
    assertStarts("0000000C6A502020", faces.getFirst().bytes());
  }

  @Test
  void readsTheFingersInWsq() throws Exception {
    List<FingerImage> fingers = Dg3.parse(BsiPassport.read(LdsFile.DG3));
    assertEquals(2, fingers.size());
    for (FingerImage finger : fingers) {
      assertEquals(EncodedImage.Format.WSQ, finger.image().format());
      assertStarts("FFA0", finger.image().bytes());
      assertTrue(finger.image().width() > 100 && finger.image().height() > 100);
    }
  }

  @Test
  void readsTheIrisesInJpeg2000() throws Exception {
    List<IrisImage> irises = Dg4.parse(BsiPassport.read(LdsFile.DG4));
    assertEquals(2, irises.size());
    for (IrisImage iris : irises) {
      assertEquals(EncodedImage.Format.JPEG_2000, iris.image().format());
      assertStarts("0000000C6A502020", iris.image().bytes());
    }
  }

  @Test
  void refusesEveryTruncationOfTheSod() throws Exception {
    byte[] sod = BsiPassport.read(LdsFile.EF_SOD);
    for (int length = 0; length < sod.length; length++) {
      byte[] cut = Arrays.copyOf(sod, length);
      assertThrows(MalformedDataException.class, () -> EfSod.parse(cut));
    }
  }

  private static void assertStarts(String hex, byte[] bytes) {
    byte[] start = HexFormat.of().parseHex(hex);
    assertEquals(hex, HexFormat.of().withUpperCase().formatHex(bytes, 0, start.length));
  }
}
