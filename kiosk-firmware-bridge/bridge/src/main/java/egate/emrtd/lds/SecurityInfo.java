package egate.emrtd.lds;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.PaceProtocol;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One protocol or key that a chip offers (Doc 9303-11 section 9.2). */
public sealed interface SecurityInfo {

  /**
   * PACE with a set of domain parameters.
   *
   * @param version 2 for what Doc 9303 describes
   * @param parameterId of the standardised or, beyond 31, proprietary domain parameters; empty
   *     where they are given in full elsewhere
   */
  record Pace(PaceProtocol protocol, int version, Optional<Integer> parameterId)
      implements SecurityInfo {}

  /** Chip authentication of this version, with the key of this identifier where there is one. */
  record ChipAuthentication(
      ChipAuthenticationProtocol protocol, int version, Optional<Integer> keyId)
      implements SecurityInfo {}

  /**
   * Terminal authentication is offered, or demanded for DG3 and DG4.
   *
   * @param efCvca file identifier of EF.CVCA, where it is another than 011C
   */
  record TerminalAuthentication(int version, Optional<Integer> efCvca) implements SecurityInfo {}

  /** The chip's static public key for chip authentication: a SubjectPublicKeyInfo in DER. */
  final class ChipAuthenticationKey implements SecurityInfo {
    private final boolean ecdh;
    private final byte[] publicKeyInfo;
    private final Optional<Integer> keyId;

    ChipAuthenticationKey(boolean ecdh, byte[] publicKeyInfo, Optional<Integer> keyId) {
      this.ecdh = ecdh;
      this.publicKeyInfo = publicKeyInfo;
      this.keyId = keyId;
    }

    public boolean ecdh() {
      return ecdh;
    }

    /** A copy. */
    public byte[] publicKeyInfo() {
      return publicKeyInfo.clone();
    }

    public Optional<Integer> keyId() {
      return keyId;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ChipAuthenticationKey key
          && ecdh == key.ecdh
          && keyId.equals(key.keyId)
          && Arrays.equals(publicKeyInfo, key.publicKeyInfo);
    }

    @Override
    public int hashCode() {
      return Objects.hash(ecdh, keyId, Arrays.hashCode(publicKeyInfo));
    }
  }

  /** How the chip signs in active authentication with ECDSA: the value of an object identifier. */
  final class ActiveAuthentication implements SecurityInfo {
    private final byte[] signatureOid;

    ActiveAuthentication(byte[] signatureOid) {
      this.signatureOid = signatureOid;
    }

    /** A copy. */
    public byte[] signatureOid() {
      return signatureOid.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ActiveAuthentication info
          && Arrays.equals(signatureOid, info.signatureOid);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(signatureOid);
    }
  }
}
