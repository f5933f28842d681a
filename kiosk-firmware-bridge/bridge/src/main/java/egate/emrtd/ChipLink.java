package egate.emrtd;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One session with a chip: plain until secure messaging begins, and never plain after it. */
final class ChipLink implements AutoCloseable {
  private static final int EXTENDED_WORTHWHILE_BYTES = 1_024;

  private final CardChannel channel;
  private @Nullable SecureMessaging secure;
  private @Nullable Consumer<ResponseApdu> witness;
  private int commands;
  private int responseBytes;

  ChipLink(CardChannel channel) {
    this.channel = channel;
  }

  ResponseApdu exchange(CommandApdu command) throws IOException, ChipProtocolException {
    SecureMessaging session = secure;
    if (session == null) {
      return inPlaintext(command);
    }
    ResponseApdu response = transmit(session.protect(command));
    Consumer<ResponseApdu> waiting = witness;
    if (waiting != null) {
      waiting.accept(response);
    }
    ResponseApdu plain = session.unprotect(response);
    witness = null;
    return plain;
  }

  /**
   * A chip that still holds a session, which it does not tell, ends it at the first such command.
   */
  private ResponseApdu inPlaintext(CommandApdu command) throws IOException, ChipProtocolException {
    ResponseApdu response = transmit(command);
    boolean endsSession = commands == 1 && StatusWord.isOfSecureMessaging(response.status());
    return endsSession ? transmit(command) : response;
  }

  private ResponseApdu transmit(CommandApdu command) throws IOException, ChipProtocolException {
    commands++;
    byte[] response = channel.transmit(command.encode());
    responseBytes += response.length;
    return ResponseApdu.decode(response);
  }

  /** From here on every command is protected by this session, which replaces the former. */
  void begin(SecureMessaging session) {
    close();
    secure = session;
  }

  /** As the other; the first response is shown as it came, before it is believed. */
  void begin(SecureMessaging session, Consumer<ResponseApdu> firstResponse) {
    begin(session);
    witness = firstResponse;
  }

  /** Whether the session awaits its first response that can be believed. */
  boolean isUnproved() {
    return witness != null;
  }

  boolean isSecure() {
    return secure != null;
  }

  /**
   * Most bytes of file that one READ BINARY can bring. A little over 256 bytes is not worth the
   * extended length fields, which not every chip knows.
   */
  int readBytesMax() {
    int carried = channel.responseBytesMax();
    int used =
        carried < EXTENDED_WORTHWHILE_BYTES ? Math.min(carried, CommandApdu.SHORT_LE_MAX) : carried;
    SecureMessaging session = secure;
    return session == null ? used : session.plainBytesMax(used);
  }

  int commands() {
    return commands;
  }

  int responseBytes() {
    return responseBytes;
  }

  @Override
  public void close() {
    if (secure != null) {
      secure.close();
    }
  }
}
