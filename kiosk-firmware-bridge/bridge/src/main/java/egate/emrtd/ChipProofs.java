package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.SecurityInfos;
import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Lets the chip prove its keys, and judges nothing (Doc 9303-11 section 6). */
final class ChipProofs {
  /** A chip that fails once may have been disturbed; one that fails again does not know its key. */
  private static final int FAILURES_MAX = 2;

  private final RandomGenerator random;
  private Optional<ChipAuthenticationTranscript> chip = Optional.empty();
  private Optional<ActiveAuthenticationTranscript> active = Optional.empty();
  private int failures;
  private boolean longRefused;
  private @Nullable ChipLink proving;
  private byte[] terminalKey = {};

  ChipProofs(RandomGenerator random) {
    this.random = random;
  }

  Optional<ChipAuthenticationTranscript> chipAuthentication() {
    return chip;
  }

  Optional<ActiveAuthenticationTranscript> activeAuthentication() {
    return active;
  }

  /** Whether this session is under the keys of chip authentication. */
  @SuppressWarnings("ReferenceEquality") // this very session and no other
  boolean began(ChipLink link) {
    return proving == link;
  }

  /** The terminal's compressed ephemeral key of that session. */
  byte[] terminalKey() {
    return terminalKey;
  }

  /** Chip authentication, unless it was done; the next command is the first under its keys. */
  void authenticateChip(ChipLink link, ChipFileReadings files)
      throws IOException, ChipProtocolException {
    boolean settled = chip.isPresent() && chip.get().answered();
    if (!settled || failures > 0) {
      authenticateChipAnew(link, files);
    }
  }

  /** Chip authentication in this session, whatever was done in others. */
  void authenticateChipAnew(ChipLink link, ChipFileReadings files)
      throws IOException, ChipProtocolException {
    Optional<byte[]> dg14 = files.file(LdsFile.DG14);
    if (failures >= FAILURES_MAX || dg14.isEmpty() || began(link)) {
      return;
    }
    try {
      Optional<ChipAuthentication> protocol =
          ChipAuthentication.choose(SecurityInfos.parseDg14(dg14.get()));
      if (protocol.isPresent()) {
        authenticate(link, protocol.get().begin(random));
      }
    } catch (MalformedDataException e) {
      // No key that this side can use: the judge will find that out for itself.
    }
  }

  private void authenticate(ChipLink link, ChipAuthentication.Attempt attempt)
      throws IOException, ChipProtocolException, MalformedDataException {
    ChipAuthenticationTranscript transcript = attempt.transcript();
    chip.ifPresent(ChipAuthenticationTranscript::close);
    chip = Optional.of(transcript);
    try {
      if (attempt.send(link)) {
        link.begin(attempt.session(), transcript::firstResponse);
        proving = link;
        terminalKey = attempt.compressedTerminalKey();
      } else {
        failures = FAILURES_MAX; // it refuses, and there is no other way to ask
      }
    } catch (ChipProtocolException e) {
      failures++;
      throw e;
    } finally {
      attempt.close();
    }
  }

  /** The session ended with the first answer under the new keys. */
  void firstAnswerWrong() {
    failures++;
  }

  /** Active authentication, once; in a short answer where the chip refuses to give a long one. */
  void authenticateActively(ChipLink link, ChipFileReadings files)
      throws IOException, ChipProtocolException {
    Optional<byte[]> dg15 = files.file(LdsFile.DG15);
    if (dg15.isEmpty() || active.isPresent()) {
      return;
    }
    try {
      boolean longAnswer = !longRefused && ActiveAuthentication.signsLong(dg15.get());
      active = Optional.of(ActiveAuthentication.authenticate(link, random, longAnswer));
    } catch (ChipProtocolException e) {
      longRefused = StatusWord.isWrongLength(e.plaintextStatus());
      throw e;
    }
  }
}
