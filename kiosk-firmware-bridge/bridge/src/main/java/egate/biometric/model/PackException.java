package egate.biometric.model;

/** A model pack cannot be used; the message says in one line which file and why. */
public final class PackException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why the pack is not used. */
  public enum Fault {
    /** The folder, the manifest or a model is not there. */
    MISSING,
    /** A file is not the one that the manifest names, or the manifest not the one signed. */
    ALTERED,
    /** The manifest does not say what it must. */
    MALFORMED,
    /** The pack is whole, but nobody has approved it for the gate. */
    NOT_APPROVED
  }

  private final Fault fault;

  public PackException(Fault fault, String line) {
    super(line);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
