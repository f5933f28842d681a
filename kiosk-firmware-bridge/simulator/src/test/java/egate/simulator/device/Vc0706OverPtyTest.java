package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.bridge.camera.Vc0706;
import egate.bridge.serial.LineLostException;
import egate.report.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Vc0706OverPtyTest {
  private static final int SPEED = 38_400;

  @TempDir Path folder;

  @Test
  void aPictureArrivesByteForByte() throws IOException {
    assertShown(jpeg(48_000), Pace.FAST);
  }

  @Test
  void aPictureOfOneOddPieceArrivesByteForByte() throws IOException {
    assertShown(jpeg(4_097), Pace.FAST);
  }

  @Test
  void aSmallPictureArrivesAtTrueSpeed() throws IOException {
    assertShown(jpeg(1_500), Pace.REAL);
  }

  @Test
  void whatIsNoWholeJpegIsNoPicture() throws IOException {
    Vc0706Device device = new Vc0706Device();
    byte[] cut = jpeg(5_000);
    cut[cut.length - 1] = 0;
    device.show(cut);
    try (Bench bench = new Bench(folder, device, SPEED, Pace.FAST);
        Vc0706 camera = connected(bench)) {
      assertTrue(camera.capture().isEmpty());
    }
  }

  @Test
  void afterAPictureTheBufferFollowsTheSceneAgain() throws IOException {
    Vc0706Device device = new Vc0706Device();
    device.show(jpeg(5_000));
    try (Bench bench = new Bench(folder, device, SPEED, Pace.FAST);
        Vc0706 camera = connected(bench)) {
      assertTrue(camera.capture().isPresent());
      camera.clear();
      byte[] empty = jpeg(300);
      device.show(empty);
      assertArrayEquals(empty, device.frameBuffer());
    }
  }

  @Test
  void anUnpluggedCameraIsLostAndComesBackWhenPluggedAgain() throws IOException {
    Vc0706Device device = new Vc0706Device();
    try (Bench bench = new Bench(folder, device, SPEED, Pace.FAST)) {
      try (Vc0706 camera = connected(bench)) {
        assertEquals(Health.OK, camera.health());
        bench.port().unplug();
        assertThrows(LineLostException.class, camera::capture);
        assertEquals(Health.LOST, camera.health());
      }
      bench.port().plug();
      try (Vc0706 camera = connected(bench)) {
        assertEquals(Health.OK, camera.health());
      }
    }
  }

  private void assertShown(byte[] jpeg, Pace pace) throws IOException {
    Vc0706Device device = new Vc0706Device();
    device.show(jpeg);
    try (Bench bench = new Bench(folder, device, SPEED, pace);
        Vc0706 camera = connected(bench)) {
      assertArrayEquals(jpeg, camera.capture().orElseThrow().bytes());
    }
  }

  private static Vc0706 connected(Bench bench) throws LineLostException {
    return Vc0706.connect(bench.line(), SPEED, Duration.ofSeconds(3), System::nanoTime);
  }

  /** Only its ends are a JPEG's: the wire does not look inside. */
  private static byte[] jpeg(int bytes) {
    byte[] jpeg = new byte[bytes];
    new Random(bytes).nextBytes(jpeg);
    jpeg[0] = (byte) 0xFF;
    jpeg[1] = (byte) 0xD8;
    jpeg[bytes - 2] = (byte) 0xFF;
    jpeg[bytes - 1] = (byte) 0xD9;
    return jpeg;
  }
}
