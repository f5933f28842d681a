package egate.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a busy gate does beside its loop: a bridge rehearses all the time, and a file is synced. */
final class Load implements AutoCloseable {
  private static final int ENTRY_BYTES = 512;

  private volatile boolean over;
  private final Thread burning;
  private final Thread syncing;

  private Load(Path folder) {
    burning = Thread.ofPlatform().daemon().name("burning").unstarted(this::burn);
    syncing = Thread.ofPlatform().daemon().name("syncing").unstarted(() -> sync(folder));
  }

  static Load start(Path folder) {
    Load load = new Load(folder);
    load.burning.start();
    load.syncing.start();
    return load;
  }

  private void burn() {
    try {
      while (!over) {
        Process bridge =
            new ProcessBuilder(System.getProperty("egate.launcher"), "bridge", "--rehearse")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (bridge.waitFor() != 0) {
          System.err.println("the burning bridge ended with code " + bridge.exitValue());
        }
      }
    } catch (IOException | InterruptedException e) {
      System.err.println("no bridge burns any more: " + e.getMessage());
    }
  }

  private void sync(Path folder) {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("load"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (!over) {
        file.write(ByteBuffer.allocate(ENTRY_BYTES));
        file.force(true);
      }
    } catch (IOException e) {
      System.err.println("nothing is synced any more: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      syncing.join();
      burning.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
