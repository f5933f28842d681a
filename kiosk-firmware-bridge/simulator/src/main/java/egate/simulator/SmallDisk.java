package egate.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A tmpfs that can be filled to the last byte. Mounting takes root. */
final class SmallDisk implements AutoCloseable {
  private static final String FILLER = "somebody-elses";

  /** Large ones first, for it has to be quick; no file takes less than the last. */
  private static final int[] BLOCKS = {1 << 20, 4_096};

  private final Path place;

  private SmallDisk(Path place) {
    this.place = place;
  }

  /**
   * Mounts one on a folder that it makes.
   *
   * @throws IOException when that is not permitted
   */
  static SmallDisk mount(Path place, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(place);
    String options = "size=" + megabytes + "m,mode=700";
    run("mount", "-t", "tmpfs", "-o", options, "egate-small-disk", place.toString());
    return new SmallDisk(place);
  }

  /** Somebody else takes every byte that is left. */
  void fill() throws IOException {
    for (int block : BLOCKS) {
      take(new byte[block]);
    }
  }

  private void take(byte[] block) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            place.resolve(FILLER), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (free() >= block.length) {
        throw e;
      }
    }
  }

  /** Gives the space back. */
  void clear() throws IOException {
    Files.deleteIfExists(place.resolve(FILLER));
  }

  private long free() throws IOException {
    return Files.getFileStore(place).getUsableSpace();
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "--lazy", place.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }
}
