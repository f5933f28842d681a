package egate.inspection;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * The trust data of this gate: CSCA certificates, revocations, deviations and how old each is.
 * Immutable, and a view on bytes that may be a mapped file: a certificate is parsed when it is
 * asked for.
 */
public final class TrustStore {
  private final int version;
  private final Instant compiledAt;
  private final AnchorTable anchors;
  private final RevocationTable revocations;
  private final DeviationTable deviations;
  private final List<TrustList> lists;

  TrustStore(int version, long compiledAt, Map<StorePart, ByteBuffer> parts)
      throws TrustStoreCorruptException {
    this.version = version;
    this.compiledAt = Instant.ofEpochSecond(StoreText.requireTime(compiledAt));
    this.anchors = new AnchorTable(parts);
    this.revocations = new RevocationTable(parts);
    this.deviations = new DeviationTable(parts);
    this.lists = StoreText.lists(StoreText.part(parts, StorePart.LISTS));
  }

  /**
   * A store of these certificates, in memory.
   *
   * @param version of the trust data, 0..2,147,483,647
   * @param certificates in DER
   * @throws TrustStoreCorruptException when one of them is no certificate
   */
  public static TrustStore of(int version, List<byte[]> certificates)
      throws TrustStoreCorruptException {
    return of(TrustData.of(version, certificates));
  }

  /** A store of this data, in memory. */
  public static TrustStore of(TrustData data) throws TrustStoreCorruptException {
    return parse(compile(data, Optional.empty()));
  }

  /**
   * The bytes of a store's file.
   *
   * @throws TrustStoreCorruptException when a certificate is none
   */
  public static byte[] compile(TrustData data, Optional<StoreSigner> signer)
      throws TrustStoreCorruptException {
    List<EmrtdCertificate> parsed = new ArrayList<>();
    for (byte[] certificate : data.anchors()) {
      try {
        parsed.add(EmrtdCertificate.parse(certificate));
      } catch (MalformedDataException e) {
        throw new TrustStoreCorruptException(
            "certificate " + (parsed.size() + 1) + " of the trust store is malformed");
      }
    }
    return TrustStoreFormat.encode(data, parsed, signer);
  }

  /** Reads a store from the bytes of its file, whoever signed it. */
  public static TrustStore parse(byte[] file) throws TrustStoreCorruptException {
    return TrustStoreFormat.decode(ByteBuffer.wrap(file), Optional.empty());
  }

  public int version() {
    return version;
  }

  /** When it was compiled; no clock can rightly be before it. */
  public Instant compiledAt() {
    return compiledAt;
  }

  /** How many certificates there are. */
  public int size() {
    return anchors.size();
  }

  /** The lists that it was compiled from, each a clock. */
  public List<TrustList> lists() {
    return Stream.concat(lists.stream(), revocations.clocks().stream()).toList();
  }

  /**
   * Whether every list of CSCAs that it came from is too old; certificates that came without one
   * never are.
   */
  public boolean anchorsTooOldAt(Instant now) {
    List<TrustList> clocks =
        lists.stream().filter(list -> list.kind() == TrustList.Kind.ANCHORS).toList();
    return !clocks.isEmpty() && clocks.stream().allMatch(list -> list.isOverAt(now));
  }

  /** Every certificate, parsed one by one; for listings, not for a passage. */
  public EmrtdCertificate certificate(int number) {
    return anchors.certificate(number);
  }

  /** Certificates with this subject; names compare as RFC 5280 section 7.1 wants it. */
  List<EmrtdCertificate> withSubject(X500Name subject) {
    return anchors.withSubject(subject);
  }

  /** Certificates with this subject key identifier. */
  List<EmrtdCertificate> withKeyIdentifier(byte[] identifier) {
    return anchors.withKeyIdentifier(identifier);
  }

  /**
   * Certificates that may have signed this one, those with the key that it names first. Link
   * certificates are among them: they are certificates of the same key under the one before.
   */
  public List<EmrtdCertificate> issuersOf(EmrtdCertificate certificate) {
    Set<EmrtdCertificate> issuers = new LinkedHashSet<>();
    certificate.authorityKeyIdentifier().map(this::withKeyIdentifier).ifPresent(issuers::addAll);
    issuers.addAll(withSubject(certificate.issuer()));
    return List.copyOf(issuers);
  }

  /** What is known of a certificate's revocation; its age is for the caller to judge. */
  public Revocation revocation(EmrtdCertificate certificate) {
    return revocations.of(certificate.issuer(), certificate.serialNumber());
  }

  /** What it was compiled of, to be compiled anew with more. */
  public TrustData data() {
    return new TrustData(
        version,
        compiledAt,
        IntStream.range(0, size()).mapToObj(n -> certificate(n).encoded()).toList(),
        revocations.lists(),
        deviations.defects(),
        lists);
  }

  /**
   * Published defects of a document.
   *
   * @param signer the document signer's certificate
   * @param documentType first two characters of the MRZ
   * @param documentNumber as DG1 has it, without fillers
   */
  public List<Deviation> deviations(
      EmrtdCertificate signer, String documentType, String documentNumber) {
    return deviations.of(signer, documentType, documentNumber);
  }
}
