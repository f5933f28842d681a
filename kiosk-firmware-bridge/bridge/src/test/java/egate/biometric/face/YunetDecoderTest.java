package egate.biometric.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class YunetDecoderTest {
  private static final int WIDTH = 96;

  @Test
  void aCellsOutputsBecomeABoxAndLandmarks() {
    var decoder = new YunetDecoder(WIDTH, 0.6);
    // Stride 16 of a width of 96: six columns. Cell 15 is column 3 of row 2.
    float[] face = new float[36];
    float[] object = new float[36];
    float[] box = new float[4 * 36];
    float[] landmarks = new float[10 * 36];
    face[15] = 0.81f;
    object[15] = 1.2f;
    put(box, 4 * 15, 0.5f, -0.25f, (float) Math.log(2), (float) Math.log(3));
    put(landmarks, 10 * 15, -0.5f, -0.5f, 1.5f, -0.5f, 0.5f, 0.25f, -0.25f, 1, 1.25f, 1);
    decoder.add(16, face, object, box, landmarks);
    List<DetectedFace> faces = decoder.faces(0.3);
    assertEquals(1, faces.size());
    DetectedFace found = faces.getFirst();
    assertEquals(0.9, found.score(), 1e-6);
    // Centre (3.5, 1.75) cells, 2 by 3 cells large.
    assertEquals(56 - 16, found.left(), 1e-4);
    assertEquals(28 - 24, found.top(), 1e-4);
    assertEquals(32, found.width(), 1e-4);
    assertEquals(48, found.height(), 1e-4);
    assertEquals(40, found.landmarks().leftEye().x(), 1e-4);
    assertEquals(24, found.landmarks().leftEye().y(), 1e-4);
    assertEquals(72, found.landmarks().rightEye().x(), 1e-4);
    assertEquals(56, found.landmarks().nose().x(), 1e-4);
    assertEquals(36, found.landmarks().nose().y(), 1e-4);
    assertEquals(48, found.landmarks().leftMouth().y(), 1e-4);
    assertEquals(68, found.landmarks().rightMouth().x(), 1e-4);
  }

  @Test
  void ofTwoThatOverlapTheSurerStays() {
    var decoder = new YunetDecoder(WIDTH, 0.6);
    float[] face = new float[9];
    Arrays.fill(face, 0, 2, 0.7f);
    face[1] = 0.95f;
    face[8] = 0.64f;
    float[] object = new float[9];
    Arrays.fill(object, 1);
    float[] box = new float[4 * 9];
    // The first lies where the second does, 32 px further right.
    box[0] = 1;
    decoder.add(32, face, object, box, new float[10 * 9]);
    List<DetectedFace> faces = decoder.faces(0.3);
    assertEquals(2, faces.size());
    assertEquals(Math.sqrt(0.95), faces.getFirst().score(), 1e-6);
    assertEquals(Math.sqrt(0.64), faces.getLast().score(), 1e-6);
  }

  @Test
  void whatIsNotSureEnoughIsNoFace() {
    var decoder = new YunetDecoder(WIDTH, 0.6);
    float[] face = new float[9];
    face[4] = 1;
    float[] object = new float[9];
    object[4] = 0.35f;
    face[5] = Float.NaN;
    object[5] = 1;
    decoder.add(32, face, object, new float[4 * 9], new float[10 * 9]);
    assertEquals(0, decoder.faces(0.3).size());
  }

  private static void put(float[] into, int at, float... values) {
    System.arraycopy(values, 0, into, at, values.length);
  }
}
