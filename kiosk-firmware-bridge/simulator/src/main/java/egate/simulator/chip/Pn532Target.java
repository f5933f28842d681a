package egate.simulator.chip;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The activated chip, and messages to and from it that are longer than a frame (the MI bit). */
final class Pn532Target {
  static final int OK = 0x00;

  /** The target has not answered. */
  static final int TIMEOUT = 0x01;

  /** The command does not fit the PN532's state. */
  static final int CONTEXT = 0x27;

  /**
   * The card has disappeared. UM0701-02 names it for type B; here every further attempt on a chip
   * that is gone gets it too, so that hosts meet both codes.
   */
  static final int DISAPPEARED = 0x2B;

  /** MI: more information follows. */
  static final int MORE = 0x40;

  private static final int DATA_BYTES_MAX = 262;
  private static final int BUFFER_OVERFLOW = 0x0E;

  /** The longest command APDU there is. */
  private static final int COMMAND_BYTES_MAX = 65_545;

  private final Presence presence;
  private final ByteArrayOutputStream command = new ByteArrayOutputStream();
  private byte[] response = {};
  private int told;
  private boolean lost;

  /** Activates the chip, which forgets every session. */
  Pn532Target(Presence presence) {
    this.presence = presence;
    presence.chip().powerOn();
  }

  Presence presence() {
    return presence;
  }

  /**
   * InDataExchange (UM0701-02 section 7.3.8) with a chip that is in the field.
   *
   * @param more whether the host has more of the command to send
   * @param data a part of the command, or nothing, which asks for the response's next part
   * @return empty when the chip has left
   */
  Optional<Pn532Answer> exchange(boolean more, byte[] data) {
    if (command.size() + data.length > COMMAND_BYTES_MAX) {
      command.reset();
      return Optional.of(Pn532Answer.to(Pn532Radio.IN_DATA_EXCHANGE, (byte) BUFFER_OVERFLOW));
    }
    if (data.length == 0 && told < response.length) {
      return Optional.of(nextPart(0, 0));
    }
    if (data.length == 0 && command.size() == 0) {
      return Optional.of(Pn532Answer.to(Pn532Radio.IN_DATA_EXCHANGE, (byte) CONTEXT));
    }
    command.writeBytes(data);
    if (more) {
      return Optional.of(
          Pn532Answer.to(Pn532Radio.IN_DATA_EXCHANGE, (byte) OK)
              .overTheAir(data.length, 0, presence));
    }
    Optional<byte[]> answered = presence.chip().transmit(command.toByteArray());
    command.reset();
    told = 0;
    response = answered.orElse(new byte[0]);
    return answered.map(whole -> nextPart(data.length, 1));
  }

  /** The chip has not answered, or its answer was not heard to the end. */
  Pn532Answer lost() {
    int status = lost ? DISAPPEARED : TIMEOUT;
    lost = true;
    return Pn532Answer.to(Pn532Radio.IN_DATA_EXCHANGE, (byte) status);
  }

  private Pn532Answer nextPart(int sentBytes, int commands) {
    int end = Math.min(response.length, told + DATA_BYTES_MAX);
    byte[] part = new byte[1 + end - told];
    part[0] = (byte) (end < response.length ? MORE : OK);
    System.arraycopy(response, told, part, 1, end - told);
    told = end;
    return Pn532Answer.to(Pn532Radio.IN_DATA_EXCHANGE, part)
        .overTheAir(sentBytes + part.length - 1, commands, presence);
  }
}
