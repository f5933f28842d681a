package egate.daemon.desk;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An open line to the desk. */
public record DeskPort(InputStream in, OutputStream out) implements Closeable {
  private static final int STTY_SECONDS_MAX = 5;

  /** Opens one, again after each loss. */
  @FunctionalInterface
  public interface Opener {
    DeskPort open() throws IOException;
  }

  /**
   * A serial port, eight bits, no parity, no flow control.
   *
   * @throws IOException when there is none, or it cannot be set up; the message names it
   */
  public static DeskPort serial(Path path, int baud) throws IOException {
    setUp(path, baud);
    return new DeskPort(new FileInputStream(path.toFile()), new FileOutputStream(path.toFile()));
  }

  /** Every Linux has stty; the JDK has nothing for terminals. */
  private static void setUp(Path path, int baud) throws IOException {
    Process stty =
        new ProcessBuilder(
                List.of(
                    "stty", "-F", path.toString(), "" + baud, "raw", "-echo", "clocal", "-crtscts"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!stty.waitFor(STTY_SECONDS_MAX, TimeUnit.SECONDS) || stty.exitValue() != 0) {
        stty.destroyForcibly();
        throw new IOException("desk port " + path + " cannot be set up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening " + path, e);
    }
  }

  @Override
  public void close() throws IOException {
    try (in) {
      out.close();
    }
  }
}
