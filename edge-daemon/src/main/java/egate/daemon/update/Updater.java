package egate.daemon.update;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes bundles: all of one or nothing of it, never backwards, anchors with two signatures only.
 */
public final class Updater {
  /** Says what is wrong with a profile or a policy, or nothing. */
  public interface FileCheck {
    Optional<String> fault(UpdateKind kind, Path file, int version);
  }

  private final UpdateFolder folder;
  private final UpdateKeys keys;
  private final String storeKey;
  private final FileCheck check;

  /**
   * @param folder of updates, in the state folder
   * @param trustStore where the profile has its trust store
   * @param storeKey trust.key of the profile, or empty text
   */
  public Updater(Path folder, Path trustStore, UpdateKeys keys, String storeKey, FileCheck check) {
    this(new UpdateFolder(folder, trustStore, () -> {}), keys, storeKey, check);
  }

  Updater(UpdateFolder folder, UpdateKeys keys, String storeKey, FileCheck check) {
    this.folder = folder;
    this.keys = keys;
    this.storeKey = storeKey;
    this.check = check;
  }

  /** Ends what was cut short; to be called before anything that is installed is read. */
  public void recover() throws UpdateException {
    exclusively(
        "updates",
        () -> {
          folder.recover();
          return List.of();
        });
  }

  /** The clocks of what is installed, but for trust data, whose lists have clocks of their own. */
  public List<DataClock> clocks() throws UpdateException {
    return installed().stream()
        .filter(item -> item.kind() != UpdateKind.TRUST)
        .map(DataClock::of)
        .toList();
  }

  /**
   * An installed file, once it is verified anew that somebody known signed these very bytes;
   * whoever can write the state folder could otherwise put another in its place.
   *
   * @return empty where none is installed
   */
  public Optional<Path> verified(UpdateKind kind) throws UpdateException {
    Path file = folder.target(kind);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      UpdateHead head = UpdateHead.read(ByteBuffer.wrap(Files.readAllBytes(folder.receipt(kind))));
      byte[] bytes = Files.readAllBytes(file);
      boolean listed = head.item(kind).filter(item -> item.isOf(bytes)).isPresent();
      if (listed && !head.signers(keys).isEmpty()) {
        return Optional.of(file);
      }
    } catch (IOException | UpdateException e) {
      throw new UpdateException(file + ": cannot be verified (" + e.getMessage() + ")", e);
    }
    throw new UpdateException(file + ": is not what was signed");
  }

  /** What is installed. */
  public List<UpdateItem> installed() throws UpdateException {
    return exclusively("updates", () -> folder.installed().all());
  }

  /**
   * Installs a bundle.
   *
   * @param source for the line that a refusal is told in
   * @return what is new; nothing when all of it was there already
   */
  public List<UpdateItem> apply(String source, byte[] bytes) throws UpdateException {
    return exclusively(
        source,
        () -> {
          folder.recover();
          try {
            return install(UpdateBundle.parse(bytes));
          } catch (UpdateException e) {
            folder.clear();
            throw new UpdateException(source + ": " + e.getMessage() + "; nothing was changed", e);
          }
        });
  }

  private List<UpdateItem> install(UpdateBundle bundle) throws IOException, UpdateException {
    List<String> signers = bundle.head().signers(keys);
    if (signers.isEmpty()) {
      throw new UpdateException("is signed by nobody whom this gate knows");
    }
    Installed present = folder.installed();
    List<UpdateItem> fresh = new ArrayList<>();
    for (UpdateItem item : bundle.head().items()) {
      if (isNew(item, present.of(item.kind()))) {
        require(item, bundle, signers);
        fresh.add(item);
      }
    }
    if (!fresh.isEmpty()) {
      folder.commit(present.with(fresh));
    }
    return fresh;
  }

  private static boolean isNew(UpdateItem item, Optional<UpdateItem> present)
      throws UpdateException {
    int version = present.map(UpdateItem::version).orElse(0);
    if (item.version() < version) {
      throw new UpdateException(
          "would take "
              + item.kind().label()
              + " back from version "
              + version
              + " to "
              + item.version());
    }
    boolean same = present.isPresent() && present.get().sha256().equals(item.sha256());
    if (item.version() == version && !same) {
      throw new UpdateException("brings another " + item + " than the one that is installed");
    }
    return item.version() > version;
  }

  private void require(UpdateItem item, UpdateBundle bundle, List<String> signers)
      throws IOException, UpdateException {
    byte[] file = bundle.file(item);
    Path staged = folder.stage(item.kind(), file, bundle.head());
    switch (item.kind()) {
      case TRUST -> requireTrust(item, file, signers);
      case MODELS, TERMINAL -> requirePack(item, file);
      case PROFILE, POLICY -> {
        Optional<String> fault = check.fault(item.kind(), staged, item.version());
        if (fault.isPresent()) {
          throw new UpdateException(
              "brings a " + item.kind().label() + " that cannot be used: " + fault.get());
        }
      }
    }
  }

  private static void requirePack(UpdateItem item, byte[] file) throws UpdateException {
    try {
      new PackFile(file).check();
    } catch (UpdateException e) {
      throw new UpdateException(
          "brings a pack that cannot be used: " + item + " " + e.getMessage(), e);
    }
  }

  private void requireTrust(UpdateItem item, byte[] file, List<String> signers)
      throws UpdateException {
    StoreHead fresh = StoreHead.parse(file, storeKey);
    if (fresh.version() != item.version()) {
      throw new UpdateException(
          "brings trust data of version " + fresh.version() + " as version " + item.version());
    }
    Path target = folder.target(UpdateKind.TRUST);
    boolean anchorsChange = true;
    if (Files.exists(target)) {
      StoreHead present = StoreHead.read(target, "");
      if (fresh.version() <= present.version()) {
        throw new UpdateException(
            "would take trust back from version " + present.version() + " to " + fresh.version());
      }
      anchorsChange = !fresh.anchors().equals(present.anchors());
    }
    if (anchorsChange && signers.size() < 2) {
      throw new UpdateException(
          "changes trust anchors, which takes two signatures, and is signed by the "
              + signers.getFirst()
              + " alone");
    }
  }

  private interface Work<T> {
    T run() throws IOException, UpdateException;
  }

  /** One at a time, over all processes. */
  private <T> T exclusively(String source, Work<T> work) throws UpdateException {
    try (FileChannel channel = folder.lock();
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw new UpdateException("another update is just being applied; try again");
      }
      return work.run();
    } catch (OverlappingFileLockException e) {
      throw new UpdateException("another update is just being applied; try again", e);
    } catch (IOException e) {
      throw new UpdateException(source + ": cannot be installed (" + e.getMessage() + ")", e);
    }
  }
}
