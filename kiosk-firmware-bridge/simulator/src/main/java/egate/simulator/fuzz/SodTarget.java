package egate.simulator.fuzz;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import egate.emrtd.lds.LdsSecurityObject;
import egate.emrtd.lds.SignedAttributes;
import egate.simulator.document.ElementaryFile;
import java.util.List;

/** EF.SOD, parsed and looked at as passive authentication looks at it. */
final class SodTarget implements FuzzTarget {
  @Override
  public String name() {
    return "ef-sod";
  }

  @Override
  public List<byte[]> seeds() {
    return SampleFiles.of(ElementaryFile.SOD);
  }

  @Override
  public void run(byte[] input) throws MalformedDataException {
    EfSod sod = EfSod.parse(input);
    sod.contentType();
    sod.digestAlgorithm();
    sod.signatureAlgorithm();
    sod.signature();
    sod.signedAttributes().ifPresent(SignedAttributes::encoded);
    sod.certificates().forEach(SodTarget::look);
    LdsSecurityObject signed = sod.securityObject();
    for (LdsFile group : signed.dataGroups()) {
      signed.hash(group);
    }
  }

  private static void look(EmrtdCertificate certificate) {
    certificate.keyIdentifier();
    certificate.authorityKeyIdentifier();
    certificate.country();
    certificate.isValidAt(certificate.notBefore());
    certificate.publicKey();
  }
}
