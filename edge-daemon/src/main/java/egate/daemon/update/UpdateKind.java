package egate.daemon.update;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bundle can bring. */
public enum UpdateKind {
  /** The compiled trust store: CSCAs, revocations, deviations. */
  TRUST(1, "store.egts"),
  /** The CV certificates of terminal authentication, a file each in a ZIP. */
  TERMINAL(2, "terminal.pack"),
  /** Which documents open, and how travellers are compared; the next bridge goes by it. */
  POLICY(3, "policy.yaml"),
  /** Face models, the files of a pack in a ZIP. */
  MODELS(4, "models.pack"),
  /** The hardware profile; it takes effect at the daemon's next start. */
  PROFILE(5, "profile.yaml");

  private final byte code;
  private final String fileName;

  UpdateKind(int code, String fileName) {
    this.code = (byte) code;
    this.fileName = fileName;
  }

  /** In a bundle; never changes its meaning. */
  byte code() {
    return code;
  }

  /** Where it is installed, below the folder of updates; trust data have a place of their own. */
  String fileName() {
    return fileName;
  }

  /** Whether it is a ZIP; a link of the kind's name leads to the folder that it is unpacked to. */
  boolean isPack() {
    return this == TERMINAL || this == MODELS;
  }

  /** The head of the bundle that brought it, which proves it. */
  String receiptName() {
    return fileName + ".signed";
  }

  /** For people. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<UpdateKind> of(byte code) {
    return Stream.of(values()).filter(kind -> kind.code == code).findFirst();
  }
}
