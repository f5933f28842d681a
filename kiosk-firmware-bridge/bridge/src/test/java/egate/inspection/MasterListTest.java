package egate.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import egate.emrtd.EmrtdCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  void everyCertificateIsARootOrLinkedToOne() throws Exception {
    List<byte[]> certificates = certificates();
    TrustStore trust = TrustStore.of(1, certificates);
    assertEquals(588, trust.size());

    Map<String, Integer> outcomes = new TreeMap<>();
    for (byte[] der : certificates) {
      outcomes.merge(outcome(EmrtdCertificate.parse(der), trust), 1, Integer::sum);
    }
    assertEquals(Map.of("anchored", 571, "link to no root", 17), outcomes);
  }

  private static String outcome(EmrtdCertificate certificate, TrustStore trust) {
    try {
      if (!certificate.isAuthority()) {
        return "no authority";
      }
      return CertificateChain.isAnchored(certificate, trust) ? "anchored" : "link to no root";
    } catch (UnsupportedAlgorithmException e) {
      return "unsupported";
    }
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
