package egate.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A trust store on disk. */
public final class TrustStoreFile {
  private TrustStoreFile() {}

  /**
   * Reads the whole store.
   *
   * @throws TrustStoreMissingException when there is no file, or it cannot be read
   * @throws TrustStoreCorruptException when it is no whole trust store
   */
  public static TrustStore open(Path path)
      throws TrustStoreMissingException, TrustStoreCorruptException {
    byte[] bytes = read(path);
    try {
      return TrustStore.parse(bytes);
    } catch (TrustStoreCorruptException e) {
      throw new TrustStoreCorruptException(path + ": " + e.getMessage() + "; import it again");
    }
  }

  private static byte[] read(Path path)
      throws TrustStoreMissingException, TrustStoreCorruptException {
    try {
      if (Files.size(path) > TrustStoreFormat.FILE_BYTES_MAX) {
        throw new TrustStoreCorruptException(path + ": too large for a trust store");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new TrustStoreMissingException(path + ": no trust store there; import one");
    } catch (IOException e) {
      throw new TrustStoreMissingException(path + ": trust store cannot be read");
    }
  }

  /**
   * Writes a store over whatever is there.
   *
   * @param version of the trust data, 0..2,147,483,647
   * @param certificates in DER, at most 8,192
   */
  public static void write(Path path, int version, List<byte[]> certificates) throws IOException {
    Files.write(path, TrustStoreFormat.encode(version, certificates));
  }
}
