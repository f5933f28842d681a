package egate.simulator;

import egate.biometric.GreyImage;
import egate.emrtd.MrzFormat;
import egate.emrtd.lds.EncodedImage;
import egate.simulator.document.ActiveAuthenticationScheme;
import egate.simulator.document.BiometricFormat;
import egate.simulator.document.ChipProtocols;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.Extent;
import egate.simulator.document.FacePicture;
import egate.simulator.document.Holder;
import egate.simulator.document.ImageEncoder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.TerminalPki;
import egate.simulator.document.TerminalTrust;
import egate.simulator.document.TravelDocument;
import egate.simulator.finger.Placement;
import egate.simulator.finger.SyntheticFinger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** Grows travellers with documents and fingers from a seed. */
final class Population {
  private static final String BSI_SET = "../shared/data/chip/bsi_tr03105_5";
  private static final double FACE_QUALITY = 0.8;

  /** About 14 kB, as WSQ makes of such an image too. */
  private static final double FINGER_BITS_PER_PIXEL = 1.5;

  private final long seed;
  private final LocalDate today;
  private final Issuer utopia;
  private final Issuer unheardOf;
  private final TerminalPki terminals;
  private final Path bsiSet;

  /**
   * @param root the checkout, beside which third-party test data may lie
   */
  Population(long seed, LocalDate today, Path root) {
    this.seed = seed;
    this.today = today;
    this.utopia = Issuer.of("UTO", seed, today);
    // The same name and another key: a forger's CSCA.
    this.unheardOf = Issuer.of("UTO", seed + 1, today);
    this.terminals = TerminalPki.of("UT", seed, today);
    this.bsiSet = root.resolve(BSI_SET).normalize();
  }

  /**
   * The CSCA certificates that the gate trusts: Utopia's, and not the one of the same name that
   * nobody has heard of.
   */
  List<byte[]> trusted() {
    return List.of(utopia.cscaCertificate());
  }

  /** By which Utopia lets this gate read fingers. */
  TerminalPki terminals() {
    return terminals;
  }

  /** Everybody but those whose document is not here. */
  EnumSet<Persona> available() {
    EnumSet<Persona> all = EnumSet.allOf(Persona.class);
    if (!Files.isDirectory(bsiSet)) {
      all.remove(Persona.BSI_REFERENCE);
    }
    return all;
  }

  /** Where the BSI reference passport would have to be. */
  Path bsiSet() {
    return bsiSet;
  }

  Traveller traveller(int number, Persona persona) throws IOException {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    SyntheticFinger finger = new SyntheticFinger(random.nextLong());
    SyntheticFinger presented =
        persona == Persona.SOMEONE_ELSES_FINGER ? new SyntheticFinger(random.nextLong()) : finger;
    FacePicture face = new FacePicture(random.nextLong());
    return new Traveller(
        number,
        persona,
        document(persona, number, finger, face, random),
        presented.impression(random.nextLong(), Placement.ordinary(random)),
        presented.impression(random.nextLong(), Placement.bad(random)),
        face.jpeg(FACE_QUALITY));
  }

  private TravelDocument document(
      Persona persona,
      int number,
      SyntheticFinger finger,
      FacePicture face,
      SplittableRandom random)
      throws IOException {
    if (persona == Persona.BSI_REFERENCE) {
      return TravelDocument.load(bsiSet);
    }
    Issuer issuer = persona == Persona.UNKNOWN_CSCA ? unheardOf : utopia;
    TravelDocument genuine =
        issuer.issue(
            holder(persona, random),
            portrait(face, number),
            enrolled(finger, random.nextLong()),
            options(persona, number, random)
                .withProtocols(protocols(persona, number))
                .withExtent(extent(persona, number))
                .withBiometrics(biometrics(persona, number)));
    return switch (persona) {
      case CLONE -> genuine.cloned(random);
      case STRIPPED_DG14 -> genuine.stripped(ElementaryFile.DG14);
      case PACE_TO_BAC -> genuine.withoutPace();
      case IDENTITY_CARD -> genuine.withCan("%06d".formatted(random.nextInt(1_000_000)));
      default -> genuine;
    };
  }

  /**
   * Passports of these years, which show their fingers after terminal authentication alone, every
   * fourth with active authentication and none; and of the first years. An awkward chip knows no
   * terminals: its one fault is meant for a read, and TA refused once is refused.
   */
  private ChipProtocols protocols(Persona persona, int number) {
    boolean ofTheseYears =
        EnumSet.of(
                Persona.CLONE,
                Persona.STRIPPED_DG14,
                Persona.PACE_TO_BAC,
                Persona.TERMINAL_REFUSED,
                Persona.IDENTITY_CARD,
                Persona.HOSTILE_CHIP)
            .contains(persona);
    boolean awkward = persona == Persona.AWKWARD_CHIP;
    if (ofTheseYears || (number % 2 == 1 && !awkward)) {
      return ChipProtocols.standard().withTerminalAuthentication(trust(persona, number));
    }
    return number % 4 == 0 || awkward
        ? ChipProtocols.standard().withActiveAuthentication(ActiveAuthenticationScheme.ECDSA_P256)
        : ChipProtocols.bacOnly()
            .withActiveAuthentication(ActiveAuthenticationScheme.RSA_1024_SHA1);
  }

  /** Every other of them knows the CVCA's former key alone. */
  private TerminalTrust trust(Persona persona, int number) {
    TerminalTrust trust = number % 4 == 1 ? terminals.trustOfOld() : terminals.trustOfNew();
    return persona == Persona.TERMINAL_REFUSED
        ? new TerminalTrust(trust.authority(), today.plusYears(1))
        : trust;
  }

  /**
   * Both generations come to the gate; the traveller who tries twice has the new one, so that it is
   * seen to pass in each run.
   */
  private static BiometricFormat biometrics(Persona persona, int number) {
    return persona == Persona.GENUINE_SECOND_TRY || number % 3 == 0
        ? BiometricFormat.ISO_39794
        : BiometricFormat.ISO_19794;
  }

  /** Every fifth chip holds whatever there is; so does the genuine traveller's, who comes first. */
  private static Extent extent(Persona persona, int number) {
    return persona == Persona.GENUINE || number % 5 == 0
        ? Extent.EVERYTHING
        : Extent.FACE_AND_FINGER;
  }

  /** Issuers use both formats, so every other document has the other one. */
  private static EncodedImage portrait(FacePicture face, int number) {
    boolean jpeg = number % 2 == 0;
    return new EncodedImage(
        jpeg ? EncodedImage.Format.JPEG : EncodedImage.Format.JPEG_2000,
        FacePicture.WIDTH,
        FacePicture.HEIGHT,
        jpeg ? face.jpeg(FACE_QUALITY) : face.jpeg2000());
  }

  private static EncodedImage enrolled(SyntheticFinger finger, long seed) {
    GreyImage image = finger.impression(seed, Placement.enrolment());
    return new EncodedImage(
        EncodedImage.Format.JPEG_2000,
        image.width(),
        image.height(),
        ImageEncoder.jpeg2000(ImageEncoder.buffered(image), FINGER_BITS_PER_PIXEL));
  }

  /** Cards have room for numbers of more than nine characters. */
  private Holder holder(Persona persona, SplittableRandom random) {
    Holder holder = Holder.of(random.nextLong(), today);
    return persona == Persona.IDENTITY_CARD
        ? holder.numbered(holder.documentNumber() + "734")
        : holder;
  }

  private static IssueOptions options(Persona persona, int number, SplittableRandom random) {
    return switch (persona) {
      case IDENTITY_CARD ->
          IssueOptions.standard().withFormat(number % 2 == 1 ? MrzFormat.TD1 : MrzFormat.TD2);
      case EXPIRED -> IssueOptions.standard().asExpired();
      case DG3_SWAPPED ->
          IssueOptions.standard()
              .withSwappedFinger(
                  enrolled(new SyntheticFinger(random.nextLong()), random.nextLong()));
      default -> IssueOptions.standard();
    };
  }
}
