package egate.biometric.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** A model ready to run. Many threads may run it at once, each on its own core. */
public final class OnnxModel implements AutoCloseable {
  private static final int COMMAND_LINE_BYTES_MAX = 3_800;

  private final String name;
  private final OrtSession session;

  private OnnxModel(String name, OrtSession session) {
    this.name = name;
    this.session = session;
  }

  /**
   * Loads a model, and with the first one the native library.
   *
   * @throws PackException if the library refuses the model or is not there
   */
  static OnnxModel start(String name, byte[] model) throws PackException {
    requireShortCommandLine();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
      // An arena keeps the most that any image ever needed; a gate would rather have it back.
      options.setCPUArenaAllocator(false);
      return new OnnxModel(name, OrtEnvironment.getEnvironment().createSession(model, options));
    } catch (OrtException | LinkageError e) {
      throw new PackException(
          PackException.Fault.MALFORMED, name + " cannot be started by ONNX Runtime");
    }
  }

  /**
   * ONNX Runtime 1.29.0 reads its process's command line and ends it with a segmentation fault when
   * that is longer than about 3,950 bytes (seen on Linux, x86-64).
   */
  private static void requireShortCommandLine() throws PackException {
    try {
      if (Files.readAllBytes(Path.of("/proc/self/cmdline")).length > COMMAND_LINE_BYTES_MAX) {
        throw new PackException(
            PackException.Fault.MISSING,
            "ONNX Runtime cannot start in a process whose command line is over 3,800 bytes; put the"
                + " class path into an argument file");
      }
    } catch (IOException e) {
      // Not Linux: nothing is known against it.
    }
  }

  /**
   * One run.
   *
   * @param shape of the input, whose values are in row-major order
   * @return each output's values in row-major order, in the order asked for
   * @throws ModelFaultException if the model does not take this input or give these outputs
   */
  public List<float[]> run(String input, long[] shape, float[] values, List<String> outputs)
      throws ModelFaultException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (var tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
        var results = session.run(Map.of(input, tensor), new LinkedHashSet<>(outputs))) {
      List<float[]> all = new ArrayList<>();
      for (String output : outputs) {
        all.add(floats(results, output));
      }
      return all;
    } catch (OrtException | IllegalArgumentException e) {
      throw new ModelFaultException(name);
    }
  }

  private float[] floats(OrtSession.Result results, String output) throws ModelFaultException {
    if (!(results.get(output).orElse(null) instanceof OnnxTensor tensor)) {
      throw new ModelFaultException(name);
    }
    FloatBuffer buffer = tensor.getFloatBuffer();
    if (buffer == null) {
      throw new ModelFaultException(name);
    }
    float[] floats = new float[buffer.remaining()];
    buffer.get(floats);
    return floats;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      // It ends with the process.
    }
  }
}
