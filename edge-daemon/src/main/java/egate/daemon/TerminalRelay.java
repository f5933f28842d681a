package egate.daemon;

import egate.report.TerminalChallenge;
import java.util.function.Consumer;

/** Carries a bridge's challenge to the terminal control centre, and the answer back. */
interface TerminalRelay {
  /** Of a gate whose key lies elsewhere. */
  TerminalRelay NONE = (challenge, answer) -> answer.accept(new byte[0]);

  /**
   * Asks, and returns at once.
   *
   * @param answer called at most once, from any thread: with the signature, or with nothing where
   *     the centre refuses or cannot be reached
   */
  void ask(TerminalChallenge challenge, Consumer<byte[]> answer);
}
