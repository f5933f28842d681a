package egate.emrtd;

/** A challenge and what the chip made of it; proves nothing before it is verified. */
public final class ActiveAuthenticationTranscript {
  private final byte[] challenge;
  private final byte[] response;

  public ActiveAuthenticationTranscript(byte[] challenge, byte[] response) {
    this.challenge = challenge;
    this.response = response;
  }

  /** RND.IFD, 8 bytes, not a copy. */
  public byte[] challenge() {
    return challenge;
  }

  /** The signature, not a copy; nothing where the chip refused to sign. */
  public byte[] response() {
    return response;
  }

  @Override
  public String toString() {
    return "ActiveAuthenticationTranscript";
  }
}
