package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.biometric.model.RecogniserModel.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final List<Place> ARC_FACE =
      List.of(
          new Place(38.2946, 51.6963),
          new Place(73.5318, 51.5014),
          new Place(56.0252, 71.7366),
          new Place(41.5493, 92.3655),
          new Place(70.7299, 92.2041));

  // Both expectations are Umeyama's, by way of a singular value decomposition in NumPy.

  @Test
  void anUprightFaceIsScaledAndShifted() {
    List<Place> face =
        List.of(
            new Place(133.5, 228.2),
            new Place(268.9, 227.4),
            new Place(193.7, 306.8),
            new Place(141.3, 354.5),
            new Place(265.4, 353.6));
    assertNear(
        new Similarity(0.28213904, 0.0019452, 0.01243742, -11.46644291),
        Similarity.leastSquares(face, ARC_FACE));
  }

  @Test
  void aFaceUpsideDownIsTurned() {
    List<Place> face =
        List.of(
            new Place(208.3491, -31.6831),
            new Place(139.8469, 47.6725),
            new Place(127.6028, -29.0808),
            new Place(106.6096, -101.6284),
            new Place(51.7098, -35.2562));
    assertNear(
        new Similarity(-0.21413622, -0.25770345, 90.91356204, 98.16061073),
        Similarity.leastSquares(face, ARC_FACE));
  }

  @Test
  void theInverseLeadsBack() {
    Similarity there = new Similarity(0.3, -0.4, 5, -7);
    Similarity back = there.inverse();
    assertEquals(12, back.x(there.x(12, 34), there.y(12, 34)), 1e-9);
    assertEquals(34, back.y(there.x(12, 34), there.y(12, 34)), 1e-9);
  }

  @Test
  void aHalvedImagesPixelLiesBetweenTheTwoItWasMadeOf() {
    Similarity whole = new Similarity(0.3, -0.4, 5, -7);
    Similarity halved = whole.ofHalved();
    // Pixel (3, 5) of the smaller image covers (6..7, 10..11) of the larger.
    assertEquals(whole.x(6.5, 10.5), halved.x(3, 5), 1e-9);
    assertEquals(whole.y(6.5, 10.5), halved.y(3, 5), 1e-9);
  }

  private static void assertNear(Similarity expected, Similarity actual) {
    assertEquals(expected.a(), actual.a(), 1e-6);
    assertEquals(expected.b(), actual.b(), 1e-6);
    assertEquals(expected.right(), actual.right(), 1e-5);
    assertEquals(expected.down(), actual.down(), 1e-5);
  }
}
