package egate.simulator.finger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.biometric.FingerComparator;
import egate.biometric.FingerProbe;
import egate.biometric.FingerReference;
import egate.biometric.Threshold;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.EncodedImage.Format;
import egate.report.Reason;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A generated finger against the one in the BSI TR-03105-5 reference passport. */
class RealFingerTest {
  private static final Path DG3 =
      Path.of(
          System.getProperty("egate.root", ".."),
          "../shared/data/chip/bsi_tr03105_5/Datagroup3.bin");
  // Start of image, then a transform table.
  private static final int WSQ_BEGINS = 0xFFA0FFA4;

  @Test
  void aGeneratedFingerDoesNotMatchARealOne() throws Exception {
    assumeTrue(Files.exists(DG3), "left out: no " + DG3.toAbsolutePath());
    byte[] group = Files.readAllBytes(DG3);
    int start = nextWsq(group, 0);
    byte[] finger = Arrays.copyOfRange(group, start, nextWsq(group, start + 1));
    var reference = FingerReference.of(List.of(new EncodedImage(Format.WSQ, 620, 620, finger)));
    var comparator = new FingerComparator(reference, Threshold.forFalseMatchRate(100));
    for (int seed = 0; seed < 10; seed++) {
      var impression = new SyntheticFinger(seed).impression(1, Placement.enrolment());
      var result = comparator.compare(List.of(new FingerProbe(impression)), 1);
      assertEquals(Reason.FINGER_DIFFERS, result.reason(), "seed " + seed);
    }
  }

  private static int nextWsq(byte[] group, int from) {
    for (int i = from; i + 4 <= group.length; i++) {
      if (ByteBuffer.wrap(group).getInt(i) == WSQ_BEGINS) {
        return i;
      }
    }
    return group.length;
  }
}
