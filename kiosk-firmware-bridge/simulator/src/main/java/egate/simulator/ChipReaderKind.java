package egate.simulator;

/** How the simulated gate reads chips. */
enum ChipReaderKind {
  /** An emulated PN532 on a pseudo-terminal. */
  PN532,
  /** Debian's pcscd with its virtual reader. */
  PCSC
}
