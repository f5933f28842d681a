package egate.emrtd.lds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reference passport of BSI TR-03105-5, which is not part of this project. */
public final class BsiPassport {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("egate.root", "."), "..", "shared", "data", "chip", "bsi_tr03105_5");

  private BsiPassport() {}

  /** The file's bytes; without the folder the test is skipped, aloud. */
  public static byte[] read(LdsFile file) throws IOException {
    String name =
        file.isDataGroup() ? "Datagroup" + file.dataGroupNumber() + ".bin" : file.name() + ".bin";
    Path path = FOLDER.resolve(name);
    assumeTrue(Files.exists(path), "skipped: the BSI reference passport is not at " + FOLDER);
    return Files.readAllBytes(path);
  }
}
