package egate.emrtd;

/** Why a file that was asked for is not in the evidence. */
public enum Refusal {
  /** The chip has no such file. */
  NOT_FOUND,
  /** The chip wants more than was shown, terminal authentication for DG3 for example. */
  DENIED,
  /** Its header or its length cannot be right. */
  MALFORMED
}
