package egate.simulator.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerialPortTest {
  /** A terminal that nobody has set up runs at this speed. */
  private static final int DEFAULT_SPEED = 38_400;

  @TempDir Path folder;

  @Test
  void everyByteValueComesBackUnchangedThroughARawTerminal() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertArrayEquals(all, echoed(all, Pace.FAST));
  }

  @Test
  void manyBytesSurviveAHostThatReadsSlowly() throws IOException {
    byte[] many = new byte[100_000];
    new Random(1).nextBytes(many);
    Path link = folder.resolve("port");
    Sink sink = new Sink();
    try (SerialPort port = new SerialPort(link, sink, DEFAULT_SPEED, Pace.FAST)) {
      port.plug();
      try (FileInputStream in = new FileInputStream(link.toFile())) {
        sink.output().send(many);
        assertArrayEquals(many, in.readNBytes(many.length));
      }
    }
  }

  @Test
  void atTrueSpeedBytesTakeTenBitsEach() throws IOException {
    long start = System.nanoTime();
    echoed(new byte[384], Pace.REAL);
    long millis = (System.nanoTime() - start) / 1_000_000;
    // 384 bytes take 100 ms each way; the echo starts once the first piece has arrived.
    assertTrue(millis >= 100, millis + " ms");
  }

  @Test
  void unpluggedTheHostSeesTheEndAndNoLink() throws IOException {
    Path link = folder.resolve("port");
    try (SerialPort port = new SerialPort(link, new Sink(), DEFAULT_SPEED, Pace.FAST)) {
      port.plug();
      try (FileInputStream in = new FileInputStream(link.toFile())) {
        port.unplug();
        assertTrue(endsOrFails(in));
      }
      assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }
  }

  @Test
  void pluggedAgainTheLinkPointsToALiveTerminal() throws IOException {
    Path link = folder.resolve("port");
    try (SerialPort port = new SerialPort(link, new Echo(), DEFAULT_SPEED, Pace.FAST)) {
      port.plug();
      port.unplug();
      port.plug();
      assertArrayEquals(new byte[] {1, 2, 3}, exchange(link, new byte[] {1, 2, 3}));
    }
  }

  @Test
  void aHostAtAnotherSpeedHearsGarbage() throws IOException {
    byte[] heard;
    Path link = folder.resolve("port");
    try (SerialPort port = new SerialPort(link, new Echo(), 9_600, Pace.FAST)) {
      port.plug();
      heard = exchange(link, new byte[] {1, 2, 3});
    }
    assertNotEquals(1, heard[0]);
  }

  private byte[] echoed(byte[] bytes, Pace pace) throws IOException {
    Path link = folder.resolve("port");
    try (SerialPort port = new SerialPort(link, new Echo(), DEFAULT_SPEED, pace)) {
      port.plug();
      return exchange(link, bytes);
    }
  }

  private static byte[] exchange(Path link, byte[] bytes) throws IOException {
    try (FileInputStream in = new FileInputStream(link.toFile());
        FileOutputStream out = new FileOutputStream(link.toFile())) {
      out.write(bytes);
      return in.readNBytes(bytes.length);
    }
  }

  private static boolean endsOrFails(FileInputStream in) {
    try {
      return in.read() == -1;
    } catch (IOException e) {
      return true;
    }
  }
}
