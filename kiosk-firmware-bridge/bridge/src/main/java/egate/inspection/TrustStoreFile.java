package egate.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A trust store on disk, mapped read-only. Whoever replaces it puts another file in its place, so
 * that a mapped one never changes.
 */
public final class TrustStoreFile {
  private TrustStoreFile() {}

  /** Opens a store, whoever signed it. */
  public static TrustStore open(Path path)
      throws TrustStoreMissingException, TrustStoreCorruptException {
    return open(path, Optional.empty());
  }

  /**
   * Maps a store and checks that it is whole.
   *
   * @param key under which it must be signed, or empty where a signature is not asked for
   * @throws TrustStoreMissingException when there is no file, or it cannot be read
   * @throws TrustStoreCorruptException when it is no whole trust store, or not signed as asked
   */
  public static TrustStore open(Path path, Optional<StoreVerifier> key)
      throws TrustStoreMissingException, TrustStoreCorruptException {
    ByteBuffer bytes = map(path);
    try {
      return TrustStoreFormat.decode(bytes, key);
    } catch (TrustStoreCorruptException e) {
      throw new TrustStoreCorruptException(path + ": " + e.getMessage() + "; import it again");
    }
  }

  private static ByteBuffer map(Path path)
      throws TrustStoreMissingException, TrustStoreCorruptException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() > TrustStoreFormat.FILE_BYTES_MAX) {
        throw new TrustStoreCorruptException(path + ": too large for a trust store");
      }
      return channel.map(MapMode.READ_ONLY, 0, channel.size());
    } catch (NoSuchFileException e) {
      throw new TrustStoreMissingException(path + ": no trust store there; import one");
    } catch (IOException e) {
      throw new TrustStoreMissingException(path + ": trust store cannot be read");
    }
  }

  /**
   * Writes an unsigned store of certificates alone in place of whatever is there.
   *
   * @param version of the trust data, 0..2,147,483,647
   * @param certificates in DER, at most 8,192
   */
  public static void write(Path path, int version, List<byte[]> certificates) throws IOException {
    write(path, TrustData.of(version, certificates), Optional.empty());
  }

  /** Writes a store in place of whatever is there; it is there whole, or not at all. */
  public static void write(Path path, TrustData data, Optional<StoreSigner> signer)
      throws IOException {
    byte[] bytes;
    try {
      bytes = TrustStore.compile(data, signer);
    } catch (TrustStoreCorruptException e) {
      throw new IOException(e.getMessage(), e);
    }
    Path beside = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
  }
}
