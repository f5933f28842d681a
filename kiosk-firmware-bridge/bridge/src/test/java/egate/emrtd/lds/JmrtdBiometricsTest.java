package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import org.jmrtd.lds.icao.DG2File;
import org.jmrtd.lds.icao.DG3File;
import org.jmrtd.lds.icao.DG4File;
import org.jmrtd.lds.iso39794.FaceImageDataBlock;
import org.jmrtd.lds.iso39794.FingerImageDataBlock;
import org.jmrtd.lds.iso39794.FingerImagePositionCode;
import org.jmrtd.lds.iso39794.FingerImageRepresentationBlock;
import org.jmrtd.lds.iso39794.IrisImageDataBlock;
import org.jmrtd.lds.iso39794.IrisImageRepresentationBlock;
import org.junit.jupiter.api.Test;

/** Blocks of ISO/IEC 39794 as this project and as JMRTD understand them. */
class JmrtdBiometricsTest {

  @Test
  void facesAreUnderstoodAlike() throws Exception {
    byte[] file = LdsSamples.dg2Iso39794();
    var theirs = new DG2File(new ByteArrayInputStream(file)).getSubRecords().getFirst();
    var block = assertInstanceOf(FaceImageDataBlock.class, theirs);
    var image = block.getRepresentationBlocks().getFirst().getImageInputStream();
    assertArrayEquals(Dg2.parse(file).getFirst().bytes(), image.readAllBytes());
  }

  @Test
  void fingersAreUnderstoodAlike() throws Exception {
    byte[] file =
        LdsSamples.group39794(0x63, 4, LdsSamples.finger(7, 4, LdsSamples.ascii("a finger")));
    var theirs = new DG3File(new ByteArrayInputStream(file)).getSubRecords().getFirst();
    var finger =
        assertInstanceOf(FingerImageDataBlock.class, theirs).getRepresentationBlocks().getFirst();
    FingerImage ours = Dg3.parse(file).getFirst();
    assertEquals(FingerImagePositionCode.LEFT_INDEX_FINGER, finger.getPosition());
    assertEquals(7, ours.position());
    assertEquals(
        FingerImageRepresentationBlock.ImageDataFormatCode.PNG, finger.getImageDataFormat());
    assertEquals(EncodedImage.Format.PNG, ours.image().format());
    assertArrayEquals(ours.image().bytes(), finger.getImageInputStream().readAllBytes());
  }

  @Test
  void irisesAreUnderstoodAlike() throws Exception {
    byte[] file = LdsSamples.dg4Iso39794();
    var theirs = new DG4File(new ByteArrayInputStream(file)).getSubRecords().getFirst();
    var iris =
        assertInstanceOf(IrisImageDataBlock.class, theirs).getRepresentationBlocks().getFirst();
    IrisImage ours = Dg4.parse(file).getFirst();
    assertEquals(IrisImageRepresentationBlock.EyeLabelCode.LEFT_IRIS, iris.getEyeLabelCode());
    assertEquals(2, ours.eye());
    assertEquals(IrisImageRepresentationBlock.ImageDataFormatCode.PNG, iris.getImageDataFormat());
    assertArrayEquals(ours.image().bytes(), iris.getImageInputStream().readAllBytes());
  }
}
