package egate.bridge.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JsscLineTest {

  @Test
  void aMissingDeviceIsSaidInOneLine() {
    assertEquals(
        "dev/nowhere is no device: plug it in, or correct the profile", refusal("dev/nowhere"));
  }

  @Test
  void whatIsNoSerialPortIsSaidInOneLine() {
    assertEquals("/dev/null is no serial port: correct the profile", refusal("/dev/null"));
  }

  private static String refusal(String path) {
    var refused =
        assertThrows(
            LineLostException.class, () -> JsscLine.open(Path.of(path), 9_600, System::nanoTime));
    return String.valueOf(refused.getMessage());
  }
}
