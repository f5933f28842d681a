package egate.simulator.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.Mrz;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.LdsFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The inspection system's parsers find in a document what was put into it. */
class ReadersViewTest {
  private final TravelDocument document = SampleDocuments.passport(3);

  @Test
  void theMrzReadsWell() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      TravelDocument passport = SampleDocuments.passport(seed);
      Mrz printed = Mrz.parse(passport.mrz().lines());
      assertTrue(printed.checkDigitsHold());
      assertTrue(printed.sameAs(Dg1.parse(file(passport, ElementaryFile.DG1))));
      assertArrayEquals(printed.keyInformation(), passport.mrz().accessInformation());
    }
  }

  @Test
  void theImagesAreThose() throws Exception {
    List<EncodedImage> faces = Dg2.parse(file(document, ElementaryFile.DG2));
    assertEquals(1, faces.size());
    assertSame(SampleDocuments.portrait(), faces.getFirst());
    List<FingerImage> fingers = Dg3.parse(file(document, ElementaryFile.DG3));
    assertEquals(1, fingers.size());
    assertEquals(2, fingers.getFirst().position());
    assertSame(SampleDocuments.finger(3), fingers.getFirst().image());
  }

  @Test
  void theSecurityObjectListsTheDataGroups() throws Exception {
    EfSod sod = EfSod.parse(file(document, ElementaryFile.SOD));
    assertEquals(
        Set.of(LdsFile.DG1, LdsFile.DG2, LdsFile.DG3, LdsFile.DG14),
        Set.copyOf(sod.securityObject().dataGroups()));
  }

  private static void assertSame(EncodedImage expected, EncodedImage found) {
    assertEquals(expected.format(), found.format());
    assertEquals(expected.width(), found.width());
    assertEquals(expected.height(), found.height());
    assertArrayEquals(expected.bytes(), found.bytes());
  }

  private static byte[] file(TravelDocument document, ElementaryFile file) {
    return document.file(file).orElseThrow();
  }
}
