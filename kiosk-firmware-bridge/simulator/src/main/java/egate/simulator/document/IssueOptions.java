package egate.simulator.document;

import egate.emrtd.MrzFormat;
import egate.emrtd.lds.EncodedImage;
import org.jspecify.annotations.Nullable;

/** What is particular about a document, or wrong with it. */
public final class IssueOptions {
  private static final IssueOptions STANDARD =
      new IssueOptions(
          LdsVersion.V1_7,
          false,
          Extent.FACE_AND_FINGER,
          null,
          ChipProtocols.standard(),
          BiometricFormat.ISO_19794,
          MrzFormat.TD3);

  private final LdsVersion ldsVersion;
  private final boolean expired;
  private final Extent extent;
  private final @Nullable EncodedImage swappedFinger;
  private final ChipProtocols protocols;
  private final BiometricFormat biometricFormat;
  private final MrzFormat mrzFormat;

  private IssueOptions(
      LdsVersion ldsVersion,
      boolean expired,
      Extent extent,
      @Nullable EncodedImage swappedFinger,
      ChipProtocols protocols,
      BiometricFormat biometricFormat,
      MrzFormat mrzFormat) {
    this.ldsVersion = ldsVersion;
    this.expired = expired;
    this.extent = extent;
    this.swappedFinger = swappedFinger;
    this.protocols = protocols;
    this.biometricFormat = biometricFormat;
    this.mrzFormat = mrzFormat;
  }

  /** A valid document of LDS 1.7 with PACE and chip authentication and nothing wrong. */
  public static IssueOptions standard() {
    return STANDARD;
  }

  public IssueOptions withLds(LdsVersion version) {
    return new IssueOptions(
        version, expired, extent, swappedFinger, protocols, biometricFormat, mrzFormat);
  }

  /** The document expired yesterday; its signer's certificates are still valid. */
  public IssueOptions asExpired() {
    return new IssueOptions(
        ldsVersion, true, extent, swappedFinger, protocols, biometricFormat, mrzFormat);
  }

  /** After signing, somebody puts this finger into DG3 in the place of the holder's. */
  public IssueOptions withSwappedFinger(EncodedImage other) {
    return new IssueOptions(
        ldsVersion, expired, extent, other, protocols, biometricFormat, mrzFormat);
  }

  /** As most states issue them: without DG3. */
  public IssueOptions withoutFinger() {
    return withExtent(Extent.FACE);
  }

  /** With these data groups. */
  public IssueOptions withExtent(Extent other) {
    return new IssueOptions(
        ldsVersion, expired, other, swappedFinger, protocols, biometricFormat, mrzFormat);
  }

  Extent extent() {
    return extent;
  }

  /** The chip offers these protocols. */
  public IssueOptions withProtocols(ChipProtocols offered) {
    return new IssueOptions(
        ldsVersion, expired, extent, swappedFinger, offered, biometricFormat, mrzFormat);
  }

  /** Faces and fingers are stored in this generation's format. */
  public IssueOptions withBiometrics(BiometricFormat format) {
    return new IssueOptions(
        ldsVersion, expired, extent, swappedFinger, protocols, format, mrzFormat);
  }

  BiometricFormat biometricFormat() {
    return biometricFormat;
  }

  /** A passport, or a card or sheet of another size. */
  public IssueOptions withFormat(MrzFormat size) {
    return new IssueOptions(
        ldsVersion, expired, extent, swappedFinger, protocols, biometricFormat, size);
  }

  MrzFormat format() {
    return mrzFormat;
  }

  ChipProtocols protocols() {
    return protocols;
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
