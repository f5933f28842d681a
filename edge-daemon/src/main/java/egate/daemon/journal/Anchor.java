package egate.daemon.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last head that central acknowledged, in a file beside the journal: against it a tail that is
 * missing is noticed, at the start and in an audit. Whoever has the disk can put an older head
 * there, never a false one; what central keeps is the better anchor. From any thread.
 */
public final class Anchor {
  private final Path file;
  private final @Nullable SignedHead found;
  private volatile @Nullable SignedHead head;

  private Anchor(Path file, @Nullable SignedHead found) {
    this.file = file;
    this.found = found;
    this.head = found;
  }

  /** What the file says; one that is missing or damaged says nothing. */
  public static Anchor read(Path file) {
    try {
      return new Anchor(file, HeadJson.parse(Files.readString(file).strip()).orElse(null));
    } catch (IOException e) {
      return new Anchor(file, null);
    }
  }

  /** The head, or null before the first. */
  public @Nullable SignedHead head() {
    return head;
  }

  /** Keeps a head that central acknowledged; durable when this returns. */
  public synchronized void keep(SignedHead acknowledged) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer line =
          StandardCharsets.US_ASCII.encode(HeadJson.of(acknowledged) + System.lineSeparator());
      while (line.hasRemaining()) {
        int _ = out.write(line);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    head = acknowledged;
  }

  /**
   * One line about a journal that ended, when it was opened, before what central had acknowledged
   * then; or null.
   *
   * @param lastOrder order of the last entry that was found
   */
  @Nullable String missing(UUID epoch, long lastOrder) {
    // Behind what it covers, the head itself is on record.
    return found != null && found.epoch().equals(epoch) && lastOrder <= found.order()
        ? "the journal ends at entry %d, but central acknowledged entry %d: its tail was cut off"
            .formatted(lastOrder, found.order() + 1)
        : null;
  }
}
