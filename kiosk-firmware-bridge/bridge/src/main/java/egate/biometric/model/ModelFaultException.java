package egate.biometric.model;

/** A model does not do what its manifest says. The message names the file. */
public final class ModelFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  /** For a model's file name. */
  public ModelFaultException(String name) {
    super(name + " does not take or give what its manifest says");
  }
}
