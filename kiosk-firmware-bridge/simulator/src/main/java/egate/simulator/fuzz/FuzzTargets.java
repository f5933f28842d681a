package egate.simulator.fuzz;

import static egate.simulator.document.BiometricFormat.ISO_39794;

import egate.emrtd.AccessPassword;
import egate.emrtd.EfCvca;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.PrintedPage;
import egate.emrtd.Tlv;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.Dg11;
import egate.emrtd.lds.Dg12;
import egate.emrtd.lds.Dg13;
import egate.emrtd.lds.Dg16;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.Dg4;
import egate.emrtd.lds.Dg7;
import egate.emrtd.lds.EfCardSecurity;
import egate.emrtd.lds.EfCom;
import egate.emrtd.lds.SecurityInfos;
import egate.simulator.document.BiometricFormat;
import egate.simulator.document.ElementaryFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every target there is. */
final class FuzzTargets {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  /** One a line, in the order in which they run. */
  private static final List<FuzzTarget> DOCUMENTS =
      List.of(
          new ParserTarget("tlv", SampleFiles::all, FuzzTargets::walk),
          new ParserTarget("ef-com", SampleFiles::com, EfCom::parse),
          new ParserTarget("mrz", SampleFiles::mrz, FuzzTargets::readMrz),
          new ParserTarget("dg1", () -> SampleFiles.of(ElementaryFile.DG1), Dg1::parse),
          new ParserTarget("dg2", () -> SampleDataGroups.dg2(BiometricFormat.values()), Dg2::parse),
          new ParserTarget("dg3", () -> SampleDataGroups.dg3(BiometricFormat.values()), Dg3::parse),
          new ParserTarget("dg4", () -> SampleDataGroups.dg4(BiometricFormat.values()), Dg4::parse),
          new ParserTarget("dg7", SampleDataGroups::dg7, Dg7::parse),
          new ParserTarget("dg11", SampleDataGroups::dg11, Dg11::parse),
          new ParserTarget("dg12", SampleDataGroups::dg12, Dg12::parse),
          new ParserTarget("dg13", SampleDataGroups::dg13, Dg13::parse),
          new ParserTarget("dg16", SampleDataGroups::dg16, Dg16::parse),
          new Iso39794Target(4, ElementaryFile.DG3, SampleDataGroups.dg3(ISO_39794), Dg3::parse),
          new Iso39794Target(5, ElementaryFile.DG2, SampleDataGroups.dg2(ISO_39794), Dg2::parse),
          new Iso39794Target(6, ElementaryFile.DG4, SampleDataGroups.dg4(ISO_39794), Dg4::parse),
          new SodTarget(),
          new ParserTarget("card-access", SampleFiles::cardAccess, SecurityInfos::parse),
          new ParserTarget(
              "card-security", SampleFiles::cardSecurity, FuzzTargets::readCardSecurity),
          new ParserTarget("dg14", SampleFiles::dg14, SecurityInfos::parseDg14),
          new PassiveAuthenticationTarget(),
          new Dg15Target(),
          new CvCertificateTarget(),
          new ParserTarget("ef-cvca", FuzzTargets::efCvca, EfCvca::parse),
          new ResponseApduTarget(),
          new CommandApduTarget());

  private static final List<FuzzTarget> ALL =
      Stream.of(DOCUMENTS, TrustTargets.all(), UpdateBundleTarget.find().stream().toList())
          .flatMap(List::stream)
          .toList();

  private FuzzTargets() {}

  private static List<byte[]> efCvca() {
    return List.of(
        new EfCvca(List.of("UTCVCA00001")).encoded(),
        new EfCvca(List.of("UTCVCA00002", "UTCVCA00001")).encoded());
  }

  static List<FuzzTarget> all() {
    return ALL;
  }

  static Optional<FuzzTarget> named(String name) {
    return all().stream().filter(target -> target.name().equals(name)).findFirst();
  }

  /** Down to the last level, as deep as the SOD's parser allows. */
  private static void walk(byte[] input) throws MalformedDataException {
    Tlv root = Tlv.parse(input);
    root.requireDepth(24);
    root.value();
    root.encoded();
  }

  private static void readCardSecurity(byte[] input) throws MalformedDataException {
    EfCardSecurity.parse(input).securityInfos();
  }

  /** As DG1 holds it, or as a reader of printed pages sends it: in lines, the CAN below them. */
  private static void readMrz(byte[] input) throws MalformedDataException {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\n') < 0) {
      try (Mrz mrz = Mrz.parse(input)) {
        ask(mrz);
      }
    } else {
      try (PrintedPage page = PrintedPage.parse(text.lines().toList())) {
        ask(page.mrz());
        page.passwords().forEach(AccessPassword::close);
      }
    }
  }

  private static void ask(Mrz mrz) {
    mrz.documentType();
    mrz.issuingState();
    mrz.documentNumber();
    mrz.checkDigitsHold();
    mrz.dateOfBirth(TODAY);
    mrz.dateOfExpiry(TODAY);
    mrz.keyInformation();
  }
}
