package egate.daemon;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileException;
import egate.daemon.config.Updates;
import egate.daemon.update.UpdateException;
import egate.daemon.update.UpdateKeys;
import egate.daemon.update.UpdateKind;
import egate.daemon.update.Updater;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a profile and a state folder make of an updater. */
final class UpdateParts {
  private final HardwareProfile profile;

  private UpdateParts(HardwareProfile profile) {
    this.profile = profile;
  }

  /** Empty where the profile takes no updates. */
  static Optional<Updater> updater(HardwareProfile profile, StateFolder state) {
    return profile
        .updates()
        .map(
            updates ->
                new Updater(
                    state.update(),
                    state.resolve(profile.trust().store()),
                    keys(updates),
                    profile.trust().key().orElse(""),
                    new UpdateParts(profile)::fault));
  }

  private static UpdateKeys keys(Updates updates) {
    return new UpdateKeys(updates.agencyKey(), updates.operatorKey());
  }

  /**
   * The profile as updates have left it: an installed one that is newer takes the given one's
   * place, an installed policy that of its own sections. Each is verified anew.
   *
   * @param base from the file that the gate was started with
   */
  static HardwareProfile updated(HardwareProfile base, StateFolder state) throws StartException {
    Optional<Updater> updater = updater(base, state);
    if (updater.isEmpty()) {
      return base;
    }
    try {
      updater.get().recover(); // what a kill has left half done is ended first
      Optional<Path> file = updater.get().verified(UpdateKind.PROFILE);
      HardwareProfile newest = file.isPresent() ? newer(base, file.get()) : base;
      Optional<Path> policy = updater.get().verified(UpdateKind.POLICY);
      return policy.isPresent() ? newest.judgingBy(ConfigReader.policy(policy.get())) : newest;
    } catch (UpdateException | ProfileException e) {
      throw new StartException(
          e.getMessage() + "; install that update again, or remove it from " + state.update(), e);
    }
  }

  private static HardwareProfile newer(HardwareProfile base, Path file)
      throws UpdateException, ProfileException {
    HardwareProfile installed = ConfigReader.read(file, List.of());
    Optional<String> fault = beyondUpdates(base, installed);
    if (fault.isPresent()) {
      throw new UpdateException(file + ": " + fault.get());
    }
    return installed.version() > base.version() ? installed : base;
  }

  /** What is wrong with a file of a bundle, if anything. */
  private Optional<String> fault(UpdateKind kind, Path file, int version) {
    try {
      int own =
          switch (kind) {
            case PROFILE -> {
              HardwareProfile fresh = ConfigReader.read(file, List.of());
              Optional<String> beyond = beyondUpdates(profile, fresh);
              if (beyond.isPresent()) {
                yield refuse(beyond.get());
              }
              yield fresh.version();
            }
            case POLICY -> ConfigReader.policy(file).version();
            case TRUST, TERMINAL, MODELS -> version;
          };
      return own == version
          ? Optional.empty()
          : Optional.of("it says version " + own + " itself, not " + version);
    } catch (ProfileException | UpdateException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static int refuse(String why) throws UpdateException {
    throw new UpdateException(why);
  }

  /**
   * Doors, keys and names are for people at the gate: a line that is declared the other way round
   * would unlock a door at the next start, and a new key would speak for both signatures.
   */
  private static Optional<String> beyondUpdates(HardwareProfile now, HardwareProfile fresh) {
    if (!now.lines().equals(fresh.lines())
        || now.topology() != fresh.topology()
        || !now.desk().equals(fresh.desk())) {
      return Optional.of("it changes the doors' lines or the officer's desk, which no update may");
    }
    boolean sameKeys =
        now.trust().equals(fresh.trust())
            && now.updates().equals(fresh.updates())
            && now.credentials().equals(fresh.credentials());
    boolean sameGate = now.gate().equals(fresh.gate()) && now.production() == fresh.production();
    return sameKeys && sameGate
        ? Optional.empty()
        : Optional.of("it changes keys or the gate's name, which no update may");
  }
}
