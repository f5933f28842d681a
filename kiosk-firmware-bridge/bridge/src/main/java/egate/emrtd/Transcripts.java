package egate.emrtd;

import java.util.Optional;

/**
 * What the protocols left for the judge; of each the last run.
 *
 * @param pace that opened the chip
 * @param chipAuthentication even where the chip refused it or could not go on under its keys
 * @param activeAuthentication even where the chip refused it
 * @param terminalAuthentication whether the chip let this gate at the fingers
 */
public record Transcripts(
    Optional<PaceTranscript> pace,
    Optional<ChipAuthenticationTranscript> chipAuthentication,
    Optional<ActiveAuthenticationTranscript> activeAuthentication,
    TerminalAuthenticationOutcome terminalAuthentication)
    implements AutoCloseable {

  /** Of a document that was not read from a chip. */
  public static Transcripts none() {
    return new Transcripts(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TerminalAuthenticationOutcome.NOT_ASKED);
  }

  @Override
  public void close() {
    pace.ifPresent(PaceTranscript::close);
    chipAuthentication.ifPresent(ChipAuthenticationTranscript::close);
  }

  @Override
  public String toString() {
    return "Transcripts";
  }
}
