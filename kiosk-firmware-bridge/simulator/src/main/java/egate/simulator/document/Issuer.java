package egate.simulator.document;

import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An invented state that issues passports and identity cards: a CSCA, a DSC for each month, and the
 * signing.
 */
public final class Issuer {
  /** Utopia of Doc 9303's examples, and codes that ISO 3166-1 leaves to its users. */
  private static final String INVENTED_STATE = "UTO|Q[M-Z][A-Z]|ZZ[A-Z]";

  /** In certificates: UT for Utopia, QM..QZ and ZZ, which ISO 3166-1 leaves to its users too. */
  private static final int COUNTRY_LETTERS = 2;

  private static final int DOCUMENT_YEARS = 10;
  private static final int CSCA_PAST_YEARS = 12;
  private static final int CSCA_FUTURE_YEARS = 13;

  /** A valid document was issued at most this long ago, so that it outlives the simulation. */
  private static final int ISSUED_DAYS_AGO_MAX = 9 * 365;

  /** Codes of ISO/IEC 19794-4 and -6. */
  private static final int RIGHT_INDEX = 2;

  private static final int RIGHT_EYE = 1;
  private static final int LEFT_EYE = 2;

  private static final int STATE_BYTES = 32;

  private final String state;
  private final long seed;
  private final LocalDate today;
  private final CertificateAuthority authority;
  private final Map<LocalDate, DocumentSigner> signers = new ConcurrentHashMap<>();

  private Issuer(String state, SignatureScheme scheme, long seed, LocalDate today) {
    if (!state.matches(INVENTED_STATE)) {
      throw new IllegalArgumentException(state + " is not the code of an invented state");
    }
    this.state = state;
    this.seed = seed;
    this.today = today;
    this.authority =
        new CertificateAuthority(
            state.substring(0, COUNTRY_LETTERS),
            scheme,
            seed,
            today.minusYears(CSCA_PAST_YEARS),
            today.plusYears(CSCA_FUTURE_YEARS));
  }

  /** An issuer that signs with ECDSA on P-256; otherwise as the other factory. */
  public static Issuer of(String state, long seed, LocalDate today) {
    return of(state, SignatureScheme.ECDSA_P256, seed, today);
  }

  /**
   * The same arguments give the same certificates and the same documents.
   *
   * @param state UTO, QMA..QZZ or ZZA..ZZZ
   * @param seed another seed gives another CSCA, which a trust store that has the first one does
   *     not know
   */
  public static Issuer of(String state, SignatureScheme scheme, long seed, LocalDate today) {
    return new Issuer(state, scheme, seed, today);
  }

  /** The CSCA certificate in DER, for a trust store. */
  public byte[] cscaCertificate() {
    return encoded(authority.certificate());
  }

  /** What it publishes beside its documents, signed today. */
  public Publications publications() {
    return new Publications(authority, today, seed);
  }

  /**
   * Issues a document.
   *
   * @param portrait JPEG or JPEG 2000
   * @param finger a right index finger at 500 pixels an inch, 8 bits of grey
   */
  public TravelDocument issue(
      Holder holder, EncodedImage portrait, EncodedImage finger, IssueOptions options) {
    SeededRandom random = new SeededRandom("document " + holder.documentNumber(), seed);
    LocalDate issued =
        options.expired()
            ? today.minusYears(DOCUMENT_YEARS).minusDays(1)
            : today.minusDays(1 + random.nextInt(ISSUED_DAYS_AGO_MAX));
    MrzLines mrz =
        MrzLines.print(options.format(), state, holder, issued.plusYears(DOCUMENT_YEARS));

    Map<ElementaryFile, byte[]> files = new EnumMap<>(ElementaryFile.class);
    files.put(ElementaryFile.DG1, LogicalDataStructure.dg1(mrz));
    BiometricFormat format = options.biometricFormat();
    files.put(ElementaryFile.DG2, BiometricDataGroups.dg2(List.of(portrait), format));
    if (options.extent() != Extent.FACE) {
      files.put(ElementaryFile.DG3, dg3(finger, format));
    }
    if (options.extent() == Extent.EVERYTHING) {
      putOptional(files, format, new SeededRandom("particulars " + holder.documentNumber(), seed));
    }
    Personalisation chip = new Personalisation(options.protocols(), random);
    chip.dg14().ifPresent(contents -> files.put(ElementaryFile.DG14, contents));
    chip.dg15().ifPresent(contents -> files.put(ElementaryFile.DG15, contents));
    byte[] com = LogicalDataStructure.com(options.ldsVersion(), files);
    byte[] securityObject = SecurityObject.encode(options.ldsVersion(), files);
    DocumentSigner signer = signer(issued);
    byte[] signedData = signer.sign(securityObject, issued, random);
    chip.cvca().ifPresent(contents -> files.put(ElementaryFile.CVCA, contents));
    chip.cardAccess().ifPresent(contents -> files.put(ElementaryFile.CARD_ACCESS, contents));
    chip.cardSecurity()
        .map(infos -> signer.signSecurityInfos(infos, issued, random))
        .ifPresent(contents -> files.put(ElementaryFile.CARD_SECURITY, contents));
    files.put(ElementaryFile.COM, com);
    files.put(ElementaryFile.SOD, LogicalDataStructure.sod(signedData));

    EncodedImage swapped = options.swappedFinger();
    if (swapped != null) {
      files.put(ElementaryFile.DG3, dg3(swapped, format));
    }
    return new TravelDocument(mrz, files, chip.keys());
  }

  private static byte[] dg3(EncodedImage finger, BiometricFormat format) {
    return BiometricDataGroups.dg3(List.of(new FingerImage(RIGHT_INDEX, finger)), format);
  }

  private static void putOptional(
      Map<ElementaryFile, byte[]> files, BiometricFormat format, SeededRandom random) {
    Particulars particulars = new Particulars(random);
    List<IrisImage> irises =
        IntStream.of(RIGHT_EYE, LEFT_EYE)
            .mapToObj(eye -> new IrisImage(eye, new IrisPicture(random.nextLong()).encoded()))
            .toList();
    files.put(ElementaryFile.DG4, BiometricDataGroups.dg4(irises, format));
    files.put(ElementaryFile.DG7, LogicalDataStructure.dg7(particulars.signatures()));
    files.put(ElementaryFile.DG11, particulars.holderDetails().encode());
    files.put(ElementaryFile.DG12, particulars.documentDetails().encode());
    byte[] ofTheState = new byte[STATE_BYTES];
    random.nextBytes(ofTheState);
    files.put(ElementaryFile.DG13, LogicalDataStructure.dg13(ofTheState));
    files.put(ElementaryFile.DG16, Contact.encode(particulars.contacts()));
  }

  /** Doc 9303-12 section 4.3: a DSC signs for a short while and outlives what it signed. */
  private DocumentSigner signer(LocalDate issued) {
    LocalDate month = issued.withDayOfMonth(1);
    return signers.computeIfAbsent(
        month,
        from ->
            authority.documentSigner(
                "DSC " + from, from, from.plusYears(DOCUMENT_YEARS).plusMonths(3)));
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("certificate cannot be encoded", e);
    }
  }
}
