package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import org.jspecify.annotations.Nullable;

/** What is particular about a document, or wrong with it. */
public final class IssueOptions {
  private static final IssueOptions STANDARD = new IssueOptions(LdsVersion.V1_7, false, null);

  private final LdsVersion ldsVersion;
  private final boolean expired;
  private final @Nullable EncodedImage swappedFinger;

  private IssueOptions(
      LdsVersion ldsVersion, boolean expired, @Nullable EncodedImage swappedFinger) {
    this.ldsVersion = ldsVersion;
    this.expired = expired;
    this.swappedFinger = swappedFinger;
  }

  /** A valid document of LDS 1.7 with nothing wrong. */
  public static IssueOptions standard() {
    return STANDARD;
  }

  public IssueOptions withLds(LdsVersion version) {
    return new IssueOptions(version, expired, swappedFinger);
  }

  /** The document expired yesterday; its signer's certificates are still valid. */
  public IssueOptions asExpired() {
    return new IssueOptions(ldsVersion, true, swappedFinger);
  }

  /** After signing, somebody puts this finger into DG3 in the place of the holder's. */
  public IssueOptions withSwappedFinger(EncodedImage finger) {
    return new IssueOptions(ldsVersion, expired, finger);
  }

  LdsVersion ldsVersion() {
    return ldsVersion;
  }

  boolean expired() {
    return expired;
  }

  @Nullable EncodedImage swappedFinger() {
    return swappedFinger;
  }

  @Override
  public String toString() {
    return "IssueOptions";
  }
}
