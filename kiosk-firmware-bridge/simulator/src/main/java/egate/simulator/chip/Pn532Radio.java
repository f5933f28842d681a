package egate.simulator.chip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The PN532's commands to chips, and the field that one of them may lie in. */
final class Pn532Radio {
  static final int IN_DATA_EXCHANGE = 0x40;
  static final int IN_LIST_PASSIVE_TARGET = 0x4A;
  static final int IN_PSL = 0x4E;

  private static final byte TYPE_A_106 = 0x00;
  private static final int[] BITS_PER_SECOND = {106_000, 212_000, 424_000};
  private static final int FOR_EVER = 0xFF;

  /** SENS_RES and SEL_RES: a UID of four bytes, and ISO/IEC 14443-4. */
  private static final byte[] SENS_RES_AND_SEL_RES = HexFormat.of().parseHex("000820");

  /** ATS: frames of 256 bytes, 212 and 424 kbit/s in both directions. */
  private static final byte[] ATS = HexFormat.of().parseHex("067833810280");

  private @Nullable Presence presence;
  private @Nullable Pn532Target target;
  private int retries = FOR_EVER;
  private int bitsPerSecond = BITS_PER_SECOND[0];

  /** Puts a chip into the field, or takes it out. */
  void field(@Nullable Presence now) {
    presence = now;
  }

  boolean isEmpty() {
    return presence == null;
  }

  boolean holds(@Nullable Presence chip) {
    return chip != null && presence == chip;
  }

  int bitsPerSecond() {
    return bitsPerSecond;
  }

  /** MxRtyPassiveActivation: 0..254, or 255 for ever. */
  void retries(int most) {
    retries = most;
  }

  /** Without a field a chip has no power. */
  void switchOff() {
    target = null;
  }

  /** InListPassiveTarget (section 7.3.5); empty while it waits for a chip that may come. */
  Optional<Pn532Answer> list(byte[] parameters) {
    target = null;
    bitsPerSecond = BITS_PER_SECOND[0];
    Presence chip = presence;
    if (chip != null && parameters[1] == TYPE_A_106) {
      target = new Pn532Target(chip);
      return Optional.of(Pn532Answer.to(IN_LIST_PASSIVE_TARGET, listed(chip)));
    }
    return retries == FOR_EVER
        ? Optional.empty()
        : Optional.of(Pn532Answer.to(IN_LIST_PASSIVE_TARGET, (byte) 0).afterSearch(1 + retries));
  }

  /** InDataExchange (section 7.3.8). */
  Pn532Answer exchange(byte[] parameters) {
    Pn532Target active = target;
    boolean more = (parameters[0] & Pn532Target.MORE) != 0;
    int number = parameters[0] & ~Pn532Target.MORE;
    if (active == null || number != 1) {
      return Pn532Answer.to(IN_DATA_EXCHANGE, (byte) Pn532Target.CONTEXT);
    }
    if (!holds(active.presence())) {
      return active.lost();
    }
    byte[] data = Arrays.copyOfRange(parameters, 1, parameters.length);
    Optional<Pn532Answer> answer = active.exchange(more, data);
    if (answer.isEmpty()) {
      presence = null;
    }
    return answer.orElseGet(active::lost);
  }

  /** What is said instead when the chip left while it worked. */
  Pn532Answer lost() {
    return target == null
        ? Pn532Answer.to(IN_DATA_EXCHANGE, (byte) Pn532Target.TIMEOUT)
        : target.lost();
  }

  /** InPSL (section 7.3.9): the slower of both directions' speeds holds for both. */
  Pn532Answer changeSpeed(byte[] parameters) {
    int slower = Math.min(parameters[1], parameters[2]);
    if (slower < 0 || slower >= BITS_PER_SECOND.length) {
      return Pn532Answer.syntaxError();
    }
    boolean known = target != null && parameters[0] == 1;
    if (known) {
      bitsPerSecond = BITS_PER_SECOND[slower];
    }
    return Pn532Answer.to(IN_PSL, (byte) (known ? Pn532Target.OK : Pn532Target.CONTEXT));
  }

  /** InDeselect and InRelease; target zero means all. A released chip must be listed again. */
  Pn532Answer release(int code, int number) {
    boolean known = number == 0 || (number == 1 && target != null);
    if (known) {
      target = null;
    }
    return Pn532Answer.to(code, (byte) (known ? Pn532Target.OK : Pn532Target.CONTEXT));
  }

  /** Whether the listed chip still answers. */
  boolean isAttentive() {
    return target != null && holds(target.presence());
  }

  private static byte[] listed(Presence chip) {
    byte[] uid = chip.uid();
    return ByteBuffer.allocate(2 + SENS_RES_AND_SEL_RES.length + 1 + uid.length + ATS.length)
        .put((byte) 1) // one target
        .put((byte) 1) // whose number is one
        .put(SENS_RES_AND_SEL_RES)
        .put((byte) uid.length)
        .put(uid)
        .put(ATS)
        .array();
  }
}
