package egate.biometric.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether models can run in this process at all. */
public final class Onnx {
  private Onnx() {}

  /** Leaves the test out where ONNX Runtime would end the process, as OnnxModel explains. */
  public static void assumeUsable() throws IOException {
    Path commandLine = Path.of("/proc/self/cmdline");
    boolean tooLong = Files.exists(commandLine) && Files.readAllBytes(commandLine).length > 3_800;
    assumeTrue(!tooLong, "left out: this JVM's command line is too long for ONNX Runtime 1.29.0");
  }
}
