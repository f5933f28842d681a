package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.GreyImage;
import egate.bridge.finger.Zfm;
import egate.bridge.serial.JsscLine;
import egate.bridge.serial.LineLostException;
import egate.report.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 40, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ZfmOverPtyTest {
  private static final int SPEED = 57_600;
  private static final int SECONDS = 3;

  @TempDir Path folder;

  @Test
  void aPlacedFingerArrivesPixelForPixel() throws IOException {
    assertCaptured(3, ZfmDevice.Quirks.NONE);
  }

  @Test
  void everyPacketSizeIsUnderstood() throws IOException {
    for (int packetCode = 0; packetCode <= 3; packetCode++) {
      assertCaptured(packetCode, ZfmDevice.Quirks.NONE);
    }
  }

  @Test
  void aModuleThatNeverMarksItsLastPacketIsUnderstood() throws IOException {
    assertCaptured(2, new ZfmDevice.Quirks(true, 7));
  }

  @Test
  void withoutAFingerThereIsNoImage() throws IOException {
    ZfmDevice device = device(3, ZfmDevice.Quirks.NONE);
    try (Bench bench = bench(device, Pace.FAST);
        Zfm zfm = connected(bench, 0)) {
      assertTrue(zfm.capture(Duration.ofMillis(200)).isEmpty());
    }
  }

  @Test
  void aClearedModuleHoldsABlankImageOnly() throws IOException {
    ZfmDevice device = device(2, ZfmDevice.Quirks.NONE);
    device.place(finger());
    try (Bench bench = bench(device, Pace.FAST);
        Zfm zfm = connected(bench, 0)) {
      assertTrue(zfm.capture(Duration.ofSeconds(SECONDS)).isPresent());
      assertFalse(isBlank(device.imageBuffer()));
      zfm.clear();
      assertTrue(isBlank(device.imageBuffer()));
    }
  }

  @Test
  void theWrongPasswordIsRefusedInOneLine() throws IOException {
    ZfmDevice device = new ZfmDevice(1234, 3, SPEED, ZfmDevice.Quirks.NONE);
    try (Bench bench = bench(device, Pace.FAST)) {
      var refused = assertThrows(LineLostException.class, () -> connected(bench, 5));
      assertEquals("fingerprint sensor: command 13 answered 13", refused.getMessage());
    }
  }

  @Test
  void unpluggedInMidTransferIsSeenWithinASecond() throws Exception {
    ZfmDevice device = device(3, ZfmDevice.Quirks.NONE);
    device.place(finger());
    try (Bench bench = bench(device, Pace.REAL);
        Zfm zfm = connected(bench, 0)) {
      var unplugged = CompletableFuture.supplyAsync(() -> unplug(bench), after(500));
      assertThrows(LineLostException.class, () -> zfm.capture(Duration.ofSeconds(SECONDS)));
      long lateNanos = System.nanoTime() - unplugged.get();
      assertTrue(lateNanos < TimeUnit.SECONDS.toNanos(1), lateNanos + " ns");
      assertEquals(Health.LOST, zfm.health());
    }
  }

  @Test
  void pluggedAgainItWorksAgain() throws IOException {
    ZfmDevice device = device(3, ZfmDevice.Quirks.NONE);
    device.place(finger());
    try (Bench bench = bench(device, Pace.FAST)) {
      bench.port().unplug();
      assertThrows(LineLostException.class, bench::line);
      bench.port().plug();
      try (Zfm zfm = connected(bench, 0)) {
        assertEquals(Health.OK, zfm.health());
        assertTrue(zfm.capture(Duration.ofSeconds(SECONDS)).isPresent());
      }
    }
  }

  @Test
  void aModuleStillSendingAnEarlierImageIsUnderstoodByTheNextOpener() throws IOException {
    ZfmDevice device = device(0, ZfmDevice.Quirks.NONE);
    device.place(finger());
    try (Bench bench = bench(device, Pace.FAST)) {
      try (JsscLine died = bench.line()) {
        died.write(ZfmWire.packet(ZfmWire.COMMAND, new byte[] {0x0A}));
      }
      try (Zfm zfm = connected(bench, 0)) {
        GreyImage seen = zfm.capture(Duration.ofSeconds(SECONDS)).orElseThrow();
        assertArrayEquals(finger().pixels(), seen.pixels());
      }
    }
  }

  @Test
  void aSecondOpenerIsToldThatTheSensorIsInUse() throws IOException {
    try (Bench bench = bench(device(3, ZfmDevice.Quirks.NONE), Pace.FAST);
        Zfm first = connected(bench, 0)) {
      var refused = assertThrows(LineLostException.class, bench::line);
      assertTrue(String.valueOf(refused.getMessage()).contains("in use"));
      assertEquals(Health.OK, first.health());
    }
  }

  private void assertCaptured(int packetCode, ZfmDevice.Quirks quirks) throws IOException {
    ZfmDevice device = device(packetCode, quirks);
    device.place(finger());
    try (Bench bench = bench(device, Pace.FAST);
        Zfm zfm = connected(bench, 0)) {
      GreyImage seen = zfm.capture(Duration.ofSeconds(SECONDS)).orElseThrow();
      assertArrayEquals(finger().pixels(), seen.pixels());
    }
  }

  private Bench bench(ZfmDevice device, Pace pace) throws IOException {
    return new Bench(folder, device, SPEED, pace);
  }

  private static ZfmDevice device(int packetCode, ZfmDevice.Quirks quirks) {
    return new ZfmDevice(0, packetCode, SPEED, quirks);
  }

  private static Zfm connected(Bench bench, int password) throws LineLostException {
    return Zfm.connect(
        bench.line(), SPEED, password, Duration.ofSeconds(SECONDS), System::nanoTime);
  }

  /** Sixteen greys, as the module can tell them apart. */
  private static GreyImage finger() {
    Random random = new Random(7);
    byte[] pixels = new byte[ZfmDevice.WIDTH * ZfmDevice.HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (random.nextInt(16) * 17);
    }
    return new GreyImage(ZfmDevice.WIDTH, ZfmDevice.HEIGHT, pixels);
  }

  private static boolean isBlank(byte[] buffer) {
    for (byte b : buffer) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static long unplug(Bench bench) {
    try {
      bench.port().unplug();
      return System.nanoTime();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Executor after(int millis) {
    return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }
}
