package egate.simulator.fuzz;

import egate.emrtd.MalformedDataException;
import egate.inspection.Deviation;
import egate.simulator.document.Issuer;
import egate.simulator.document.Publications;
import egate.simulator.document.SignatureScheme;
import egate.trust.Crl;
import egate.trust.DeviationList;
import egate.trust.ImportTerms;
import egate.trust.MasterList;
import egate.trust.SignedList;
import egate.trust.TrustImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What states publish, as an import reads it: files from the network, from sticks, from strangers.
 */
final class TrustTargets {
  private static final Duration YEAR = Duration.ofDays(365);

  private TrustTargets() {}

  static List<FuzzTarget> all() {
    return List.of(
        new ParserTarget("ldif", () -> of(TrustTargets::ldif), TrustTargets::readLdif),
        new ParserTarget(
            "master-list", () -> of(Published::masterList), TrustTargets::readMasterList),
        new ParserTarget("crl", () -> of(Published::revocationList), TrustTargets::readRevocations),
        new ParserTarget(
            "deviation-list", () -> of(Published::deviationList), TrustTargets::readDeviations));
  }

  /** What one state publishes. */
  @SuppressWarnings("ArrayRecordComponent") // samples, never compared
  private record Published(
      byte[] csca, byte[] masterList, byte[] revocationList, byte[] deviationList) {

    static Published by(SignatureScheme scheme) {
      Issuer issuer = Issuer.of("UTO", scheme, SampleFiles.SEED, SampleFiles.TODAY);
      byte[] csca = issuer.cscaCertificate();
      Publications lists = issuer.publications();
      return new Published(
          csca,
          lists.masterList(List.of(csca)),
          lists.revocationList(List.of(BigInteger.TWO, BigInteger.valueOf(-7))),
          lists.deviationList(Deviation.SOD_SIGNATURE_WRONG, List.of("A1", "A2")));
    }
  }

  /** One of each scheme; once, for making RSA keys is slow. */
  private static final class States {
    static final List<Published> ALL =
        Stream.of(SignatureScheme.values()).map(Published::by).toList();
  }

  private static List<byte[]> of(Function<Published, byte[]> list) {
    return States.ALL.stream().map(list).toList();
  }

  /** Everything at once, folded, as the ICAO PKD publishes it. */
  private static byte[] ldif(Published published) {
    String text =
        "version: 1\n\n# a comment\n"
            + entry("cACertificate;binary", published.csca())
            + entry("certificateRevocationList;binary", published.revocationList())
            + entry("userCertificate;binary", published.csca());
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String entry(String attribute, byte[] der) {
    String value = attribute + ":: " + Base64.getEncoder().encodeToString(der);
    return "dn: c=UT,dc=data\nsn: 1\n" + value.replaceAll("(.{76})(?=.)", "$1\n ") + "\n\n";
  }

  private static void readLdif(byte[] input) {
    TrustImport trust =
        new TrustImport(
            new ImportTerms(
                SampleFiles.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), YEAR, YEAR, YEAR),
            _ -> {});
    try {
      trust.readLdif("fuzz", new ByteArrayInputStream(input));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    trust.finish(1);
  }

  private static void readMasterList(byte[] input) throws MalformedDataException {
    MasterList.certificates(SignedList.parse(input).content());
  }

  private static void readRevocations(byte[] input) throws MalformedDataException {
    Crl.parse(input).revocations(YEAR);
  }

  private static void readDeviations(byte[] input) throws MalformedDataException {
    DeviationList.defects(SignedList.parse(input).content(), "UT");
  }
}
