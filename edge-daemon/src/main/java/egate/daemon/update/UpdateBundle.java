package egate.daemon.update;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/** The bytes of an update: its {@link UpdateHead}, and the files in the manifest's order. */
public final class UpdateBundle {
  /** Longest bundle; the daemon holds it in memory. */
  public static final int BYTES_MAX = 32 * 1024 * 1024;

  private final UpdateHead head;
  private final List<byte[]> files;

  private UpdateBundle(UpdateHead head, List<byte[]> files) {
    this.head = head;
    this.files = files;
  }

  /**
   * The bytes of a file that may be a bundle, however strange the folder that it lies in: a link or
   * a device is none.
   *
   * @throws IOException also when there is none
   */
  public static byte[] read(Path file) throws IOException, UpdateException {
    if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UpdateException(file + ": is no file");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new UpdateException(file + ": is longer than " + BYTES_MAX + " bytes");
      }
      return bytes;
    }
  }

  /** Parsed is not verified: the head's signers tell who has signed it. */
  public static UpdateBundle parse(byte[] bytes) throws UpdateException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    UpdateHead head = UpdateHead.read(in);
    List<byte[]> files = new ArrayList<>();
    for (UpdateItem item : head.items()) {
      byte[] file = UpdateHead.take(in, item.length());
      if (!item.isOf(file)) {
        throw new UpdateException(
            "is damaged: its " + item.kind().label() + " is not what it lists");
      }
      files.add(file);
    }
    if (in.hasRemaining()) {
      throw new UpdateException("has bytes after its end");
    }
    return new UpdateBundle(head, files);
  }

  /** Makes a bundle, signed by these keys. */
  static byte[] make(List<UpdateItem> items, List<byte[]> files, List<PrivateKey> keys) {
    byte[] head = UpdateHead.of(items, keys).bytes();
    int size = files.stream().mapToInt(file -> file.length).sum();
    ByteBuffer out = ByteBuffer.allocate(head.length + size).put(head);
    files.forEach(out::put);
    return out.array();
  }

  UpdateHead head() {
    return head;
  }

  byte[] file(UpdateItem item) {
    return files.get(head.items().indexOf(item));
  }
}
