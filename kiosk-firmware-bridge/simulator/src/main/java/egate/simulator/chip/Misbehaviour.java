package egate.simulator.chip;

/**
 * What a chip does wrong, and when.
 *
 * @param fault what it does instead of what it should
 * @param after commands that it answers before, counted over its life
 * @param times how often it does so from there on; {@link #FOR_EVER} for always
 */
public record Misbehaviour(Fault fault, int after, int times) {
  public static final int FOR_EVER = Integer.MAX_VALUE;

  /** A chip that does nothing wrong. */
  public static final Misbehaviour NONE = new Misbehaviour(Fault.NAKED_OK, 0, 0);

  /** Ways of doing it wrong. Naked means in plaintext, also during a session, which it ends. */
  public enum Fault {
    /** 9000 and no data. */
    NAKED_OK(0x9000),
    /** 6282, the end of the file. */
    NAKED_END_OF_FILE(0x6282),
    /** 6700, which quarrels with Le. */
    NAKED_WRONG_LENGTH(0x6700),
    /** 6982, as to somebody who has not authenticated. */
    NAKED_DENIAL(0x6982),
    /** 6988, as if the terminal's message authentication code were wrong. */
    NAKED_SM_INCORRECT(0x6988),
    /** 6A82, as if there were no such file. */
    NAKED_NOT_FOUND(0x6A82),
    /**
     * The last bit of data differs: under secure messaging that of the MAC, else a key's or
     * token's.
     */
    WRONG_MAC(0),
    /** Its send sequence counter runs ahead by one, so that it understands nothing any more. */
    COUNTER_AHEAD(0),
    /** The header of a file says that it has 7FFFFFF0 bytes. */
    HUGE_FILE(0),
    /** It leaves the field instead of answering, and is locked when it comes back. */
    LEAVES(0);

    private final int naked;

    Fault(int naked) {
      this.naked = naked;
    }

    /** The status word that is sent in plaintext; zero for other faults. */
    int naked() {
      return naked;
    }
  }

  public Misbehaviour {
    if (after < 0 || times < 0) {
      throw new IllegalArgumentException("after " + after + " commands, " + times + " times");
    }
  }

  /** Whether the command with this number, 0 for the first, is met with the fault. */
  boolean strikes(long command) {
    return command >= after && command - after < times;
  }
}
