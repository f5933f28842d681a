package egate.simulator.fuzz;

import egate.emrtd.ChipAuthenticationProtocol;
import egate.emrtd.PaceMapping;
import egate.emrtd.PaceProtocol;
import egate.emrtd.SessionAlgorithm;
import egate.emrtd.StandardParameters;
import egate.emrtd.lds.EncodedImage;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.Holder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.LdsVersion;
import egate.simulator.document.PaceOffer;
import egate.simulator.document.SignatureScheme;
import egate.simulator.document.TravelDocument;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of small documents, valid and with every signature scheme, for seeds. */
final class SampleFiles {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  static final long SEED = 9303;
  private static final EncodedImage PICTURE =
      new EncodedImage(EncodedImage.Format.JPEG, 16, 16, new byte[64]);

  /** One of each scheme and version; once, for making RSA keys is slow. */
  private static final class Documents {
    static final List<TravelDocument> ALL =
        Stream.of(SignatureScheme.values())
            .flatMap(
                scheme -> Stream.of(LdsVersion.values()).map(version -> document(scheme, version)))
            .toList();
  }

  private SampleFiles() {}

  static TravelDocument document(SignatureScheme scheme, LdsVersion version) {
    return Issuer.of("UTO", scheme, SEED, TODAY)
        .issue(Holder.of(SEED, TODAY), PICTURE, PICTURE, IssueOptions.standard().withLds(version));
  }

  static List<byte[]> of(ElementaryFile file) {
    return Documents.ALL.stream().map(document -> document.file(file).orElseThrow()).toList();
  }

  /** Of documents with every protocol that a chip may offer. */
  private static List<byte[]> ofEveryProtocol(ElementaryFile file) {
    return protocols().stream()
        .map(
            protocols ->
                Issuer.of("UTO", SEED, TODAY)
                    .issue(
                        Holder.of(SEED, TODAY),
                        PICTURE,
                        PICTURE,
                        IssueOptions.standard().withProtocols(protocols)))
        .flatMap(document -> document.file(file).stream())
        .toList();
  }

  private static List<ChipProtocols> protocols() {
    PaceOffer mapped =
        new PaceOffer(
            new PaceProtocol(PaceMapping.CHIP_AUTHENTICATION, true, SessionAlgorithm.AES_256),
            StandardParameters.BRAINPOOL_P256R1);
    ChipProtocols standard = ChipProtocols.standard();
    return List.of(
        standard.withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256),
        standard
            .withPace(mapped)
            .withActiveAuthentication(ActiveAuthenticationScheme.RSA_1024_SHA1),
        standard.withChipAuthentication(
            new ChipAuthenticationProtocol(false, SessionAlgorithm.TRIPLE_DES),
            StandardParameters.MODP_1024_160));
  }

  static List<byte[]> cardAccess() {
    return ofEveryProtocol(ElementaryFile.CARD_ACCESS);
  }

  static List<byte[]> cardSecurity() {
    return ofEveryProtocol(ElementaryFile.CARD_SECURITY);
  }

  static List<byte[]> dg14() {
    return ofEveryProtocol(ElementaryFile.DG14);
  }

  static List<byte[]> dg15() {
    return ofEveryProtocol(ElementaryFile.DG15);
  }

  static List<byte[]> com() {
    return of(ElementaryFile.COM);
  }

  static List<byte[]> all() {
    List<byte[]> files = new ArrayList<>();
    for (ElementaryFile file : ElementaryFile.values()) {
      Documents.ALL.getFirst().file(file).ifPresent(files::add);
    }
    return files;
  }

  /** Of all three sizes, on end and in lines with a CAN; Doc 9303's own examples. */
  static List<byte[]> mrz() {
    return Stream.of(
            "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "I<UTOD23145890<7349<<<<<<<<<<<3407127M9507122UTO<<<<<<<<<<<2STEVENSON<<PETER<JOHN<<<<<<<<<",
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
            """
            I<UTOD23145890<7349<<<<<<<<<<<
            3407127M9507122UTO<<<<<<<<<<<2
            STEVENSON<<PETER<JOHN<<<<<<<<<
            500540
            """,
            """
            I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
            D231458907UTO7408122F1204159<<<<<<<6
            """)
        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
        .toList();
  }
}
