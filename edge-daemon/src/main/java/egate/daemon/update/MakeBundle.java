package egate.daemon.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Makes bundles, where no gate is. */
public final class MakeBundle {
  private final List<UpdateItem> items = new ArrayList<>();
  private final List<byte[]> files = new ArrayList<>();

  /**
   * Adds a file.
   *
   * @param argument {@code KIND=VERSION:FILE}
   * @param good how long it may be relied on, from now
   */
  public void add(String argument, Instant now, Duration good) throws UpdateException {
    String[] parts = argument.split("[=:]", 3);
    try {
      byte[] file = Files.readAllBytes(Path.of(parts[2]));
      Instant issued = Instant.ofEpochSecond(now.getEpochSecond());
      items.add(
          new UpdateItem(
              UpdateKind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
              Integer.parseInt(parts[1]),
              issued,
              issued.plus(good),
              file.length,
              HexFormat.of().formatHex(Ed25519.sha256(file))));
      files.add(file);
    } catch (IOException e) {
      throw new UpdateException(argument + ": the file cannot be read", e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UpdateException(
          argument
              + ": is not KIND=VERSION:FILE; kinds are trust, terminal, policy, models, profile",
          e);
    }
  }

  /** The bundle, signed with the keys of these files. */
  public byte[] signedBy(List<Path> keys) throws UpdateException {
    List<PrivateKey> read = new ArrayList<>();
    for (Path key : keys) {
      read.add(Ed25519.read(key));
    }
    return UpdateBundle.make(items, files, read);
  }
}
