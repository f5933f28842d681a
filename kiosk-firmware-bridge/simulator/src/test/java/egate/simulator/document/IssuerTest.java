package egate.simulator.document;

import static egate.simulator.document.ElementaryFile.COM;
import static egate.simulator.document.ElementaryFile.DG11;
import static egate.simulator.document.ElementaryFile.DG12;
import static egate.simulator.document.ElementaryFile.DG13;
import static egate.simulator.document.ElementaryFile.DG16;
import static egate.simulator.document.ElementaryFile.DG4;
import static egate.simulator.document.ElementaryFile.DG7;
import static egate.simulator.document.SampleDocuments.TODAY;
import static egate.simulator.document.SampleDocuments.finger;
import static egate.simulator.document.SampleDocuments.portrait;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.Tlv;
import egate.emrtd.lds.Dg11;
import egate.emrtd.lds.Dg12;
import egate.emrtd.lds.Dg13;
import egate.emrtd.lds.Dg16;
import egate.emrtd.lds.Dg4;
import egate.emrtd.lds.Dg7;
import egate.emrtd.lds.EfCom;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.x9.X962Parameters;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuerTest {
  private final Holder holder = Holder.of(3, TODAY);

  @ParameterizedTest
  @EnumSource
  void theChainFromCscaToDataGroupsHolds(SignatureScheme scheme) throws Exception {
    Issuer issuer = Issuer.of("UTO", scheme, 7, TODAY);
    TravelDocument document = issuer.issue(holder, portrait(), finger(3), IssueOptions.standard());

    CMSSignedData sod = signedData(document);
    SignerInformation signer = sod.getSignerInfos().iterator().next();
    X509CertificateHolder dsc = certificateOf(sod);
    assertTrue(
        signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(dsc)));
    assertTrue(issuedBy(dsc, issuer));
    assertEquals("2.23.136.1.1.1", sod.getSignedContentTypeOID());
    for (DataGroupHash hash : securityObject(sod).getDatagroupHash()) {
      ElementaryFile file = ElementaryFile.valueOf("DG" + hash.getDataGroupNumber());
      assertArrayEquals(
          sha256(document.file(file).orElseThrow()), hash.getDataGroupHashValue().getOctets());
    }
    assertEquals(4, securityObject(sod).getDatagroupHash().length);
  }

  @Test
  void anotherSeedIsAnotherCscaOfTheSameName() throws Exception {
    Issuer known = Issuer.of("UTO", 7, TODAY);
    Issuer unknown = Issuer.of("UTO", 8, TODAY);
    TravelDocument document = unknown.issue(holder, portrait(), finger(3), IssueOptions.standard());

    X509CertificateHolder dsc = certificateOf(signedData(document));
    assertFalse(issuedBy(dsc, known));
    assertEquals(new X509CertificateHolder(known.cscaCertificate()).getSubject(), dsc.getIssuer());
  }

  @Test
  void brainpoolKeysSpellTheirCurveOut() throws Exception {
    Issuer issuer = Issuer.of("UTO", SignatureScheme.ECDSA_BRAINPOOL_P256_EXPLICIT, 7, TODAY);
    X509CertificateHolder csca = new X509CertificateHolder(issuer.cscaCertificate());
    assertFalse(
        X962Parameters.getInstance(csca.getSubjectPublicKeyInfo().getAlgorithm().getParameters())
            .isNamedCurve());
  }

  @Test
  void theSameSeedGivesTheSameDocumentInAnyOrder() {
    Issuer first = Issuer.of("UTO", 7, TODAY);
    Issuer second = Issuer.of("UTO", 7, TODAY);
    Holder other = Holder.of(4, TODAY);
    second.issue(other, portrait(), finger(4), IssueOptions.standard());

    assertArrayEquals(first.cscaCertificate(), second.cscaCertificate());
    assertArrayEquals(
        sod(first.issue(holder, portrait(), finger(3), IssueOptions.standard())),
        sod(second.issue(holder, portrait(), finger(3), IssueOptions.standard())));
  }

  @Test
  void aSwappedFingerNoLongerFitsItsHash() throws Exception {
    TravelDocument document =
        Issuer.of("UTO", 7, TODAY)
            .issue(
                holder,
                portrait(),
                finger(3),
                IssueOptions.standard().withSwappedFinger(finger(4)));

    DataGroupHash[] hashes = securityObject(signedData(document)).getDatagroupHash();
    byte[] dg3 = document.file(ElementaryFile.DG3).orElseThrow();
    assertFalse(Arrays.equals(sha256(dg3), hashes[2].getDataGroupHashValue().getOctets()));
  }

  @Test
  void anExpiredDocumentEndedYesterdayAndItsSignerStillHolds() throws Exception {
    TravelDocument document =
        Issuer.of("UTO", 7, TODAY)
            .issue(holder, portrait(), finger(3), IssueOptions.standard().asExpired());

    assertEquals("261031", document.mrz().lines().get(1).substring(21, 27));
    X509CertificateHolder dsc = certificateOf(signedData(document));
    assertTrue(dsc.isValidOn(Date.from(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant())));
  }

  @Test
  void versionEightRepeatsItsVersionUnderTheSignature() throws Exception {
    TravelDocument document =
        Issuer.of("ZZB", 7, TODAY)
            .issue(holder, portrait(), finger(3), IssueOptions.standard().withLds(LdsVersion.V1_8));

    LDSSecurityObject object = securityObject(signedData(document));
    assertEquals("0108", object.getVersionInfo().getLdsVersion());
    Tlv com = Tlv.parse(document.file(ElementaryFile.COM).orElseThrow());
    assertArrayEquals(new byte[] {0x30, 0x31, 0x30, 0x38}, com.child(0x5F01).value());
    assertArrayEquals(new byte[] {0x61, 0x75, 0x63, 0x6E}, com.child(0x5C).value());
  }

  @Test
  void aDocumentWithEverythingListsAndSignsEverything() throws Exception {
    IssueOptions everything = IssueOptions.standard().withExtent(Extent.EVERYTHING);
    TravelDocument document =
        SampleDocuments.issuer().issue(holder, portrait(), finger(3), everything);
    Set<Integer> signed = new TreeSet<>();
    for (DataGroupHash hash : securityObject(signedData(document)).getDatagroupHash()) {
      signed.add(hash.getDataGroupNumber());
    }
    assertEquals(Set.of(1, 2, 3, 4, 7, 11, 12, 13, 14, 16), signed);
    assertEquals(signed.size(), EfCom.parse(file(document, COM)).dataGroups().size());
    assertEquals(2, Dg4.parse(file(document, DG4)).size());
    Dg7.parse(file(document, DG7));
    Dg11.parse(file(document, DG11));
    Dg12.parse(file(document, DG12));
    Dg13.parse(file(document, DG13));
    Dg16.parse(file(document, DG16));
  }

  private static byte[] file(TravelDocument document, ElementaryFile file) {
    return document.file(file).orElseThrow();
  }

  @Test
  void realStatesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Issuer.of("FRA", 7, TODAY));
  }

  private static boolean issuedBy(X509CertificateHolder dsc, Issuer issuer) throws Exception {
    return dsc.isSignatureValid(
        new JcaContentVerifierProviderBuilder()
            .setProvider(new BouncyCastleProvider())
            .build(new X509CertificateHolder(issuer.cscaCertificate())));
  }

  private static CMSSignedData signedData(TravelDocument document) throws Exception {
    return new CMSSignedData(Tlv.parse(sod(document)).expect(0x77).value());
  }

  private static byte[] sod(TravelDocument document) {
    return document.file(ElementaryFile.SOD).orElseThrow();
  }

  private static X509CertificateHolder certificateOf(CMSSignedData sod) {
    return sod.getCertificates().getMatches(null).iterator().next();
  }

  private static LDSSecurityObject securityObject(CMSSignedData sod) {
    return LDSSecurityObject.getInstance((byte[]) sod.getSignedContent().getContent());
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
