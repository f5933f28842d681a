package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.EmrtdCertificate;
import egate.report.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.Test;

/** The world's real CSCAs, as the German master list holds them; not part of this project. */
class MasterListTest {
  private static final Path LIST =
      Path.of(System.getProperty("egate.root", "."))
          .resolve("../shared/data/chip/masterlists/DE_ML_2026-05-28-08-28-45.ml");

  @Test
  void everyCertificateIsParsedAndEverySelfSignedOneVerifies() throws Exception {
    List<byte[]> certificates = certificates();
    TrustStore trust = TrustStore.of(1, certificates);
    assertEquals(588, trust.size());

    Map<Reason, Integer> outcomes = new EnumMap<>(Reason.class);
    for (byte[] der : certificates) {
      EmrtdCertificate certificate = EmrtdCertificate.parse(der);
      if (isSelfSigned(certificate)) {
        Reason reason =
            CertificateChain.verify(certificate, trust, certificate.notBefore()).reason();
        outcomes.merge(reason, 1, Integer::sum);
      }
    }
    assertEquals(Map.of(Reason.NONE, 375), outcomes);
  }

  /** Link certificates name themselves, too, but were signed with the key before. */
  private static boolean isSelfSigned(EmrtdCertificate certificate) {
    byte[] own = certificate.keyIdentifier().orElse(new byte[0]);
    byte[] issuers = certificate.authorityKeyIdentifier().orElse(own);
    return certificate.subject().equals(certificate.issuer()) && Arrays.equals(own, issuers);
  }

  private static List<byte[]> certificates() throws IOException {
    assumeTrue(Files.exists(LIST), "skipped: the German master list is not at " + LIST);
    ContentInfo info = ContentInfo.getInstance(Files.readAllBytes(LIST));
    SignedData signed = SignedData.getInstance(info.getContent());
    byte[] content =
        ASN1OctetString.getInstance(signed.getEncapContentInfo().getContent()).getOctets();
    List<byte[]> certificates = new ArrayList<>();
    for (ASN1Encodable certificate :
        ASN1Set.getInstance(ASN1Sequence.getInstance(content).getObjectAt(1))) {
      certificates.add(certificate.toASN1Primitive().getEncoded());
    }
    return certificates;
  }
}
