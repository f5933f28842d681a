package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.DigestAlgorithm;
import egate.inspection.KnownDefect;
import egate.inspection.RevocationList;
import egate.inspection.StoreKey;
import egate.inspection.TrustData;
import egate.inspection.TrustList;
import egate.inspection.UnsupportedAlgorithmException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Collects trust data from files and makes one whole of it. Certificates come first: only under
 * them can revocation lists and deviation lists be verified, wherever they lie in the files.
 */
public final class TrustImport implements Ldif.Sink {
  /** Lists that wait for all certificates to be there, in bytes. */
  private static final long WAITING_BYTES_MAX = 256L * 1024 * 1024;

  private static final int DEFECTS_MAX = 65_536;

  private final ImportTerms terms;
  private final LongConsumer progress;
  private final ImportReport report = new ImportReport();
  private final Anchors anchors = new Anchors();
  private final List<EmrtdCertificate> signersCscas = new ArrayList<>();
  private final List<Item> waiting = new ArrayList<>();
  private final Map<StoreKey, RevocationList> revocations = new LinkedHashMap<>();
  private final List<KnownDefect> defects = new ArrayList<>();
  private final List<TrustList> lists = new ArrayList<>();
  private long waitingBytes;

  /**
   * @param progress told after each entry of an LDIF file how many bytes of it were read
   */
  public TrustImport(ImportTerms terms, LongConsumer progress) {
    this.terms = terms;
    this.progress = progress;
  }

  /** Begins with what a store holds already. */
  public void startFrom(TrustData before) throws MalformedDataException {
    for (byte[] der : before.anchors()) {
      anchors.add(EmrtdCertificate.parse(der), "the store");
    }
    before.revocations().forEach(list -> revocations.put(list.issuer(), list));
    defects.addAll(before.defects());
    lists.addAll(before.lists());
  }

  /** A CSCA that is trusted to have issued the signers of lists, and nothing else. */
  public void trustSignersOf(byte[] csca) throws MalformedDataException {
    signersCscas.add(EmrtdCertificate.parse(csca));
  }

  /** Reads a file or a folder. */
  public void read(Path path) throws IOException {
    new SourceReader(this).read(path);
  }

  @Override
  public void take(Item item) {
    switch (item.kind()) {
      case CERTIFICATE -> takeAnchor(item.bytes(), item.source());
      case SIGNER_CERTIFICATE -> takeSigner(item);
      case SIGNED_LIST -> takeSigned(item);
      case REVOCATION_LIST -> await(item);
      case UNKNOWN -> refuse(item, "file", "is no certificate, no list and no signed data");
    }
  }

  @Override
  public void refuse(Refusal refusal) {
    report.refuse(refusal);
  }

  @Override
  public void entryRead(long bytes) {
    progress.accept(bytes);
  }

  private void refuse(Item item, String what, String why) {
    report.refuse(new Refusal(item.source(), what, why));
  }

  private void await(Item item) {
    waitingBytes += item.bytes().length;
    if (waitingBytes > WAITING_BYTES_MAX) {
      refuse(item, "list", "is one too many: import fewer lists at a time");
    } else {
      waiting.add(item);
    }
  }

  private void takeAnchor(byte[] der, String source) {
    switch (anchors.take(der, source)) {
      case Anchors.Outcome.Taken _ -> report.addedOne();
      case Anchors.Outcome.Known _ -> report.knownOne();
      case Anchors.Outcome.Refused(var what, var why) ->
          report.refuse(new Refusal(source, what, why));
    }
  }

  private void takeSigner(Item item) {
    try {
      EmrtdCertificate.parse(item.bytes());
      report.signerSeen();
    } catch (MalformedDataException e) {
      refuse(item, "document signer's certificate", String.valueOf(e.getMessage()));
    }
  }

  private void takeSigned(Item item) {
    try {
      SignedList list = SignedList.parse(item.bytes());
      switch (list.contentType()) {
        case MasterList.CONTENT_TYPE -> takeMasterList(item.source(), list);
        case DeviationList.CONTENT_TYPE -> await(item);
        default -> refuse(item, "signed data", "is of unknown content " + list.contentType());
      }
    } catch (MalformedDataException e) {
      refuse(item, "signed data", String.valueOf(e.getMessage()));
    }
  }

  private void takeMasterList(String source, SignedList list) throws MalformedDataException {
    switch (ListSigner.check(list, trusted())) {
      case ListSigner.Checked.Refused(var why) ->
          report.refuse(new Refusal(source, "master list", why));
      case ListSigner.Checked.Signed(var signer) -> {
        Instant signedAt = list.signedAt(signer.certificate());
        if (isOlder(TrustList.Kind.ANCHORS, signer, signedAt)) {
          report.refuse(new Refusal(source, "master list", "there is a newer one"));
          return;
        }
        List<byte[]> certificates = MasterList.certificates(list.content());
        state(source, "master list of " + certificates.size() + " certificates", signer, signedAt);
        certificates.forEach(der -> takeAnchor(der, source));
        renew(
            clock(
                TrustList.Kind.ANCHORS,
                signer,
                signedAt,
                terms.anchorsLast(),
                certificates.size()));
      }
    }
  }

  private List<EmrtdCertificate> trusted() {
    List<EmrtdCertificate> trusted = new ArrayList<>(signersCscas);
    trusted.addAll(anchors.all());
    return trusted;
  }

  private static TrustList clock(
      TrustList.Kind kind, ListSigner signer, Instant signedAt, Duration lasts, int entries) {
    return new TrustList(
        kind, ListSigner.countryOf(signer.certificate()), signedAt, signedAt.plus(lasts), entries);
  }

  private void state(String source, String what, ListSigner signer, Instant signedAt) {
    String under =
        signer.trusted()
            ? "under the known CSCA "
            : "under a CSCA that only the list itself brings: compare its SHA-256 "
                + HexFormat.of().formatHex(DigestAlgorithm.SHA_256.hash(signer.csca().encoded()))
                + " with what its state publishes, or give --csca: ";
    report.state(
        source
            + ": "
            + what
            + " of "
            + ListSigner.countryOf(signer.certificate())
            + ", signed "
            + signedAt
            + ", signature verified "
            + under
            + Anchors.describe(signer.csca()));
  }

  /** Nobody can bring back what a state has withdrawn. */
  private boolean isOlder(TrustList.Kind kind, ListSigner signer, Instant signedAt) {
    String country = ListSigner.countryOf(signer.certificate());
    return lists.stream()
        .anyMatch(
            old ->
                old.kind() == kind
                    && old.publisher().equals(country)
                    && old.issued().isAfter(signedAt));
  }

  /** A newer list takes the place of the same publisher's older one. */
  private void renew(TrustList fresh) {
    lists.removeIf(
        old ->
            old.kind() == fresh.kind()
                && old.publisher().equals(fresh.publisher())
                && !old.issued().isAfter(fresh.issued()));
    lists.add(fresh);
  }

  /**
   * Verifies what had to wait, and hands over the whole.
   *
   * @param version of the new store
   */
  public TrustData finish(int version) {
    anchors
        .brokenLinks()
        .forEach(
            (link, why) -> {
              report.refuse(new Refusal(anchors.source(link), Anchors.describe(link), why));
              report.withdrawnOne();
              anchors.remove(link);
            });
    for (Item item : waiting) {
      if (item.kind() == Item.Kind.REVOCATION_LIST) {
        takeRevocations(item);
      } else {
        takeDeviations(item);
      }
    }
    requireAnchorClock();
    return new TrustData(
        version,
        terms.now(),
        anchors.all().stream().map(EmrtdCertificate::encoded).toList(),
        List.copyOf(revocations.values()),
        defects,
        lists);
  }

  /** Certificates that came without a list age from today. */
  private void requireAnchorClock() {
    boolean clocked = lists.stream().anyMatch(list -> list.kind() == TrustList.Kind.ANCHORS);
    if (!clocked && !anchors.all().isEmpty()) {
      lists.add(
          new TrustList(
              TrustList.Kind.ANCHORS,
              "--",
              terms.now(),
              terms.now().plus(terms.anchorsLast()),
              anchors.all().size()));
    }
  }

  private void takeRevocations(Item item) {
    try {
      Crl crl = Crl.parse(item.bytes());
      RevocationList fresh = crl.revocations(terms.revocationsLast());
      String what =
          "revocation list of " + fresh.clock().publisher() + " of " + fresh.clock().issued();
      RevocationList old = revocations.get(fresh.issuer());
      if (anchors.withSubject(crl.issuer()).isEmpty()) {
        refuse(item, what, "its issuer is not among the CSCAs");
      } else if (!isSignedByIssuer(crl)) {
        refuse(item, what, "its signature is wrong");
      } else if (old != null && old.clock().issued().isAfter(fresh.clock().issued())) {
        refuse(item, what, "there is a newer one, of " + old.clock().issued());
      } else {
        revocations.put(fresh.issuer(), fresh);
        report.state(
            item.source() + ": " + what + ", " + fresh.revoked().size() + " revoked, verified");
      }
    } catch (MalformedDataException e) {
      refuse(item, "revocation list", String.valueOf(e.getMessage()));
    } catch (UnsupportedAlgorithmException e) {
      refuse(item, "revocation list", "is signed with what is not supported: " + e.getMessage());
    }
  }

  private boolean isSignedByIssuer(Crl crl) throws UnsupportedAlgorithmException {
    for (EmrtdCertificate issuer : anchors.withSubject(crl.issuer())) {
      if (crl.isSignedWith(issuer.publicKey())) {
        return true;
      }
    }
    return false;
  }

  private void takeDeviations(Item item) {
    try {
      SignedList list = SignedList.parse(item.bytes());
      switch (ListSigner.check(list, trusted())) {
        case ListSigner.Checked.Refused(var why) -> refuse(item, "deviation list", why);
        case ListSigner.Checked.Signed(var signer) -> takeDeviations(item, list, signer);
      }
    } catch (MalformedDataException e) {
      refuse(item, "deviation list", String.valueOf(e.getMessage()));
    }
  }

  private void takeDeviations(Item item, SignedList list, ListSigner signer)
      throws MalformedDataException {
    String country = ListSigner.countryOf(signer.certificate());
    Instant signedAt = list.signedAt(signer.certificate());
    boolean older = isOlder(TrustList.Kind.DEVIATIONS, signer, signedAt);
    List<KnownDefect> fresh = DeviationList.defects(list.content(), country);
    if (older || fresh.size() > DEFECTS_MAX - defects.size()) {
      refuse(item, "deviation list", older ? "there is a newer one" : "has too many deviations");
      return;
    }
    int documents = fresh.stream().mapToInt(defect -> defect.documents().size()).sum();
    state(
        item.source(),
        "deviation list of " + fresh.size() + " deviations, " + documents + " document numbers",
        signer,
        signedAt);
    defects.removeIf(old -> old.deviation().country().equals(country));
    defects.addAll(fresh);
    renew(clock(TrustList.Kind.DEVIATIONS, signer, signedAt, terms.deviationsLast(), fresh.size()));
  }

  /** What was added and refused so far. */
  public ImportReport report() {
    return report;
  }
}
