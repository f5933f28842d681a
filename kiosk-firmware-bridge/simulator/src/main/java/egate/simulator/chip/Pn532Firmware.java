package egate.simulator.chip;

import java.util.Arrays;
import java.util.Optional;

/** The PN532's commands (UM0701-02 section 7), as far as a reader of passports needs them. */
final class Pn532Firmware {
  private static final int TO_PN532 = 0xD4;
  private static final int DIAGNOSE = 0x00;
  private static final int GET_FIRMWARE_VERSION = 0x02;
  private static final int SET_SERIAL_BAUD_RATE = 0x10;
  private static final int SET_PARAMETERS = 0x12;
  private static final int SAM_CONFIGURATION = 0x14;
  private static final int RF_CONFIGURATION = 0x32;
  private static final int IN_DESELECT = 0x44;
  private static final int IN_RELEASE = 0x52;

  /** A PN532, firmware 1.6, types A and B and ISO/IEC 18092. */
  private static final byte[] VERSION = {0x32, 0x01, 0x06, 0x07};

  private static final int[] BAUD_RATES = {
    9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600, 1_288_000
  };

  /** Diagnose: a line test that echoes, and the question whether the chip is still there. */
  private static final int LINE_TEST = 0x00;

  private static final int ATTENTION = 0x06;

  /** RFConfiguration's items: the field itself, and how often commands are tried. */
  private static final int RF_FIELD = 0x01;

  private static final int MAX_RETRIES = 0x05;

  private final Pn532Radio radio;
  private int chosenBaudRate;

  Pn532Firmware(Pn532Radio radio) {
    this.radio = radio;
  }

  /** The speed to change to once the host has acknowledged the change; zero for none. */
  int takeBaudRate() {
    int chosen = chosenBaudRate;
    chosenBaudRate = 0;
    return chosen;
  }

  /**
   * Executes one command.
   *
   * @param information from TFI on
   * @return empty while InListPassiveTarget waits; it is executed again when a chip has come
   */
  Optional<Pn532Answer> execute(byte[] information) {
    if (information.length < 2 || Byte.toUnsignedInt(information[0]) != TO_PN532) {
      return Optional.of(Pn532Answer.syntaxError());
    }
    int code = Byte.toUnsignedInt(information[1]);
    byte[] parameters = Arrays.copyOfRange(information, 2, information.length);
    if (parameters.length < parametersMin(code)) {
      return Optional.of(Pn532Answer.syntaxError());
    }
    return code == Pn532Radio.IN_LIST_PASSIVE_TARGET
        ? radio.list(parameters)
        : Optional.of(answer(code, parameters));
  }

  private static int parametersMin(int code) {
    return switch (code) {
      case GET_FIRMWARE_VERSION -> 0;
      case Pn532Radio.IN_LIST_PASSIVE_TARGET -> 2;
      case Pn532Radio.IN_PSL -> 3;
      default -> 1;
    };
  }

  private Pn532Answer answer(int code, byte[] parameters) {
    return switch (code) {
      case DIAGNOSE -> diagnose(parameters);
      case GET_FIRMWARE_VERSION -> Pn532Answer.to(code, VERSION);
      case SET_SERIAL_BAUD_RATE -> setBaudRate(Byte.toUnsignedInt(parameters[0]));
      case SET_PARAMETERS, SAM_CONFIGURATION -> Pn532Answer.to(code);
      case RF_CONFIGURATION -> configureRadio(parameters);
      case Pn532Radio.IN_DATA_EXCHANGE -> radio.exchange(parameters);
      case Pn532Radio.IN_PSL -> radio.changeSpeed(parameters);
      case IN_DESELECT, IN_RELEASE -> radio.release(code, parameters[0]);
      default -> Pn532Answer.syntaxError();
    };
  }

  private Pn532Answer diagnose(byte[] parameters) {
    return switch (parameters[0]) {
      case LINE_TEST -> Pn532Answer.to(DIAGNOSE, parameters);
      case ATTENTION -> {
        int status = radio.isAttentive() ? Pn532Target.OK : Pn532Target.TIMEOUT;
        yield Pn532Answer.to(DIAGNOSE, (byte) status);
      }
      default -> Pn532Answer.syntaxError();
    };
  }

  private Pn532Answer setBaudRate(int index) {
    if (index >= BAUD_RATES.length) {
      return Pn532Answer.syntaxError();
    }
    chosenBaudRate = BAUD_RATES[index];
    return Pn532Answer.to(SET_SERIAL_BAUD_RATE);
  }

  private Pn532Answer configureRadio(byte[] parameters) {
    if (parameters[0] == RF_FIELD && parameters.length > 1 && (parameters[1] & 1) == 0) {
      radio.switchOff();
    }
    if (parameters[0] == MAX_RETRIES && parameters.length > 3) {
      radio.retries(Byte.toUnsignedInt(parameters[3]));
    }
    return Pn532Answer.to(RF_CONFIGURATION);
  }
}
