package egate.daemon.update;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Several files on their way as one: a ZIP without folders. Whether a gate uses them, who reads
 * them says: models have a signed manifest of their own, terminal certificates a chain.
 */
final class PackFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int FILES_MAX = 64;
  private static final long BYTES_MAX = 256L * 1024 * 1024;
  private static final int PIECE_BYTES = 64 * 1024;

  private final byte[] zip;

  PackFile(byte[] zip) {
    this.zip = zip;
  }

  /** Refuses what could not be unpacked. */
  void check() throws UpdateException {
    try {
      walk((_, _) -> {});
    } catch (IOException | IllegalArgumentException e) {
      throw new UpdateException("is no ZIP of plain files", e);
    }
  }

  /** Unpacks a checked one into a new folder. */
  void unpack(Path folder) throws IOException {
    Files.createDirectory(folder);
    walk((name, in) -> DurableFiles.write(folder.resolve(name), in));
    DurableFiles.sync(folder);
  }

  private interface Taker {
    void take(String name, byte[] content) throws IOException;
  }

  private void walk(Taker taker) throws IOException {
    Set<String> names = new HashSet<>();
    long left = BYTES_MAX;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!NAME.matcher(name).matches() || !names.add(name) || names.size() > FILES_MAX) {
          throw new IOException("entry " + names.size());
        }
        byte[] content = content(in, left);
        left -= content.length;
        taker.take(name, content);
      }
    }
    if (names.isEmpty()) {
      throw new IOException("no file");
    }
  }

  /** A ZIP of a few bytes can claim to hold gigabytes. */
  private static byte[] content(ZipInputStream in, long most) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE_BYTES];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      out.write(piece, 0, read);
      if (out.size() > most) {
        throw new IOException("too long");
      }
    }
    return out.toByteArray();
  }
}
