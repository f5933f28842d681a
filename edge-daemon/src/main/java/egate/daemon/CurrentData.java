package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileException;
import egate.daemon.update.DataClock;
import egate.daemon.update.StoreHead;
import egate.daemon.update.UpdateException;
import egate.daemon.update.UpdateKind;
import egate.daemon.update.Updater;
import egate.report.PassagePolicy;
import egate.report.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By what a gate judges just now: an update that was installed beside the running daemon is seen
 * when {@link #refresh} is called. Reading is for one thread, asking for any.
 */
final class CurrentData {
  private final HardwareProfile profile;
  private final StateFolder state;
  private final Optional<Updater> updater;
  private volatile Now now;
  private Optional<FileTime> seen = Optional.empty();

  /**
   * @param leastTrust older trust data than these must not judge a document
   * @param compiledAt of the trust data
   */
  private record Now(
      int leastTrust, Instant compiledAt, PassagePolicy policy, List<DataClock> clocks) {}

  CurrentData(HardwareProfile profile, StateFolder state, Optional<Updater> updater) {
    this.profile = profile;
    this.state = state;
    this.updater = updater;
    this.now = new Now(0, Instant.EPOCH, policy(profile), List.of());
  }

  private static PassagePolicy policy(HardwareProfile profile) {
    return profile.timings().ofBridge(profile.comparison(), profile.documents());
  }

  /**
   * Reads what there is, unless it has been read before.
   *
   * @return whether there was something new
   * @throws StartException when the trust data went back
   * @throws UpdateException when something cannot be read; what was read before stays
   */
  boolean refresh() throws StartException, UpdateException {
    Path store = state.resolve(profile.trust().store());
    Optional<FileTime> changed = changed(store);
    if (changed.isPresent() && changed.equals(seen)) {
      return false;
    }
    StoreHead head = StoreHead.read(store, profile.trust().key().orElse(""));
    HighestVersion.advance(state, "trust", store.toString(), head.version());
    List<DataClock> clocks = new ArrayList<>(head.clocks());
    HardwareProfile judging = profile;
    if (updater.isPresent()) {
      clocks.addAll(updater.get().clocks());
      judging = judging(updater.get());
    }
    now = new Now(head.version(), head.compiledAt(), policy(judging), List.copyOf(clocks));
    seen = changed;
    return true;
  }

  private HardwareProfile judging(Updater from) throws UpdateException {
    Optional<Path> file = from.verified(UpdateKind.POLICY);
    try {
      return file.isPresent() ? profile.judgingBy(ConfigReader.policy(file.get())) : profile;
    } catch (ProfileException e) {
      throw new UpdateException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The later of store and list of what is installed: one is moved last, whatever was brought. */
  private Optional<FileTime> changed(Path store) {
    Optional<FileTime> list = time(state.update().resolve("installed"));
    return time(store).filter(t -> list.isEmpty() || t.compareTo(list.get()) > 0).or(() -> list);
  }

  private static Optional<FileTime> time(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Versions least() {
    return new Versions(now.leastTrust(), 0, profile.version());
  }

  Instant compiledAt() {
    return now.compiledAt();
  }

  PassagePolicy policy() {
    return now.policy();
  }

  List<DataClock> clocks() {
    return now.clocks();
  }
}
