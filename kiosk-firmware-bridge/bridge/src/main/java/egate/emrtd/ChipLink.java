package egate.emrtd;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One session with a chip: plain until secure messaging begins, and never plain after it. */
final class ChipLink implements AutoCloseable {
  private static final int EXTENDED_WORTHWHILE_BYTES = 1_024;

  /** More commands follow. */
  private static final int CHAINED = 0x10;

  /** Fits a short command under secure messaging. */
  private static final int CHAINED_BYTES = 192;

  /** Header, length fields, secure messaging's padding and data objects. */
  private static final int LONG_OVERHEAD = 9 + 16 + 4 + 1 + 10;

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

  /**
   * As {@link #exchange}, in a chain of commands where the reader does not carry so long a one
   * (ISO/IEC 7816-4 section 5.3.3); a status word other than 9000 ends the chain.
   */
  ResponseApdu exchangeLong(CommandApdu command) throws IOException, ChipProtocolException {
    byte[] data = command.data();
    if (data.length + LONG_OVERHEAD <= channel.commandBytesMax()) {
      return exchange(command);
    }
    for (int at = 0; at + CHAINED_BYTES < data.length; at += CHAINED_BYTES) {
      ResponseApdu response = exchange(link(command, CHAINED, at, at + CHAINED_BYTES));
      if (response.status() != StatusWord.OK) {
        return response;
      }
    }
    int last = (data.length - 1) / CHAINED_BYTES * CHAINED_BYTES;
    return exchange(link(command, command.cla(), last, data.length));
  }

  private static CommandApdu link(CommandApdu whole, int cla, int from, int to) {
    byte[] piece = Arrays.copyOfRange(whole.data(), from, to);
    int le = cla == CHAINED ? CommandApdu.NO_LE : whole.le();
    return new CommandApdu(cla, whole.ins(), whole.p1(), whole.p2(), piece, le);
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
