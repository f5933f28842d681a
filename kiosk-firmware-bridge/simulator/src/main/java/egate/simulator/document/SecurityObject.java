package egate.simulator.document;

import java.io.IOException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** The LDS security object: a SHA-256 hash of every data group (Doc 9303-10 section 4.6.2.3). */
final class SecurityObject {
  private static final AlgorithmIdentifier SHA_256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

  private SecurityObject() {}

  static byte[] encode(LdsVersion version, Map<ElementaryFile, byte[]> dataGroups) {
    DataGroupHash[] hashes =
        dataGroups.entrySet().stream()
            .map(entry -> hash(entry.getKey(), entry.getValue()))
            .toArray(DataGroupHash[]::new);
    ASN1Object object =
        switch (version) {
          case V1_7 -> new LDSSecurityObject(SHA_256, hashes);
          case V1_8 -> new LDSSecurityObject(SHA_256, hashes, version.info());
        };
    try {
      return object.getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("security object cannot be encoded", e);
    }
  }

  private static DataGroupHash hash(ElementaryFile file, byte[] contents) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(contents, 0, contents.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return new DataGroupHash(file.dataGroup(), new DEROctetString(hash));
  }
}
