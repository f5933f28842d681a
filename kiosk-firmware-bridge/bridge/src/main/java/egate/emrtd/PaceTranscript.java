package egate.emrtd;

import java.util.Arrays;
import java.util.Optional;

/** What PACE left for the judge. It may identify a document: it has no string form. */
public final class PaceTranscript implements AutoCloseable {
  private final PaceProtocol protocol;
  private final StandardParameters parameters;
  private final byte[] mappingKey;
  private final Optional<byte[]> chipAuthenticationData;
  private final byte[] chipIdentifier;

  PaceTranscript(
      PaceProtocol protocol,
      StandardParameters parameters,
      byte[] mappingKey,
      Optional<byte[]> chipAuthenticationData,
      byte[] chipIdentifier) {
    this.protocol = protocol;
    this.parameters = parameters;
    this.mappingKey = mappingKey;
    this.chipAuthenticationData = chipAuthenticationData;
    this.chipIdentifier = chipIdentifier;
  }

  public PaceProtocol protocol() {
    return protocol;
  }

  public StandardParameters parameters() {
    return parameters;
  }

  /** PK_Map,IC of generic mapping, not a copy. */
  public byte[] mappingKey() {
    return mappingKey;
  }

  /** CA_IC of chip authentication mapping, not a copy; proves nothing before it is verified. */
  public Optional<byte[]> chipAuthenticationData() {
    return chipAuthenticationData;
  }

  /** ID_IC of terminal authentication: the chip's compressed ephemeral key. */
  byte[] chipIdentifier() {
    return chipIdentifier;
  }

  @Override
  public void close() {
    Arrays.fill(mappingKey, (byte) 0);
    chipAuthenticationData.ifPresent(data -> Arrays.fill(data, (byte) 0));
  }

  @Override
  public String toString() {
    return "PaceTranscript";
  }
}
