package egate.bridge.camera;

/** An answer of the camera. It may carry a traveller's picture: it has no string form. */
final class Vc0706Frame {
  private final int command;
  private final int status;
  private final byte[] data;

  /**
   * @param command which command this answers
   * @param status 0 when executed
   * @param data kept, not copied
   */
  Vc0706Frame(int command, int status, byte[] data) {
    this.command = command;
    this.status = status;
    this.data = data;
  }

  int command() {
    return command;
  }

  int status() {
    return status;
  }

  byte[] data() {
    return data;
  }

  @Override
  public String toString() {
    return "Vc0706Frame";
  }
}
