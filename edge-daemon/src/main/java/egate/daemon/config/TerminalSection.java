package egate.daemon.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section {@code terminal}: certificates and key for terminal authentication. */
final class TerminalSection {
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9/._-]{1,200}");

  /** As technicians label tokens and keys. */
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9 ._-]{1,32}");

  private static final List<String> KEYS =
      List.of(TerminalKey.PKCS12, TerminalKey.PKCS11, TerminalKey.CONTROL_CENTRE);

  private TerminalSection() {}

  static Optional<Terminal> read(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return Optional.empty();
    }
    Section section = optional.get();
    Terminal terminal = new Terminal(section.text("certificates", PATH), key(section));
    section.done();
    return Optional.of(terminal);
  }

  /** Its kind decides which keys follow. */
  private static TerminalKey key(Section section) throws ProfileException {
    return switch (section.choice("key", KEYS)) {
      case TerminalKey.PKCS11 ->
          new TerminalKey.Pkcs11(
              section.text("module", PATH),
              section.text("token", LABEL),
              section.text("label", LABEL));
      case TerminalKey.CONTROL_CENTRE ->
          new TerminalKey.ControlCentre(
              section.integer("answer-ms", TerminalKey.ControlCentre.ANSWER_MILLIS));
      default -> new TerminalKey.Pkcs12(section.text("file", PATH));
    };
  }
}
