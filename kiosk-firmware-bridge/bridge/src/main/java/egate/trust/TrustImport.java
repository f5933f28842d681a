package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.TrustData;
import egate.inspection.TrustList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Collects trust data from files and makes one whole of it. Certificates come first: only under
 * them can revocation lists and deviation lists be verified, wherever they lie in the files.
 */
public final class TrustImport implements Ldif.Sink {
  /** Lists that wait for all certificates to be there, in bytes. */
  private static final long WAITING_BYTES_MAX = 256L * 1024 * 1024;

  private final ImportTerms terms;
  private final LongConsumer progress;
  private final ImportReport report = new ImportReport();
  private final Anchors anchors = new Anchors();
  private final ListClocks clocks = new ListClocks();
  private final Deviations deviations = new Deviations();
  private final SignedLists signedLists = new SignedLists(anchors, clocks, report);
  private final Revocations revocations;
  private final SignedLists.Kind masterList;
  private final SignedLists.Kind deviationList;
  private final List<Item> waiting = new ArrayList<>();
  private long waitingBytes;

  /**
   * @param progress told after each entry of an LDIF file how many bytes of it were read
   */
  public TrustImport(ImportTerms terms, LongConsumer progress) {
    this.terms = terms;
    this.progress = progress;
    revocations = new Revocations(anchors, terms.revocationsLast(), report);
    masterList =
        new SignedLists.Kind(
            TrustList.Kind.ANCHORS, "master list", terms.anchorsLast(), this::takeMasterList);
    deviationList =
        new SignedLists.Kind(
            TrustList.Kind.DEVIATIONS, "deviation list", terms.deviationsLast(), deviations);
  }

  /** Begins with what a store holds already. */
  public void startFrom(TrustData before) throws MalformedDataException {
    for (byte[] der : before.anchors()) {
      anchors.add(EmrtdCertificate.parse(der), "the store");
    }
    revocations.addAll(before.revocations());
    deviations.addAll(before.defects());
    clocks.addAll(before.lists());
  }

  /** A CSCA that is trusted to have issued the signers of lists, and nothing else. */
  public void trustSignersOf(byte[] csca) throws MalformedDataException {
    signedLists.trustSignersOf(EmrtdCertificate.parse(csca));
  }

  /** Reads a file or a folder. */
  public void read(Path path) throws IOException {
    new SourceReader(this).read(path);
  }

  /** Reads LDIF, whose name is for findings. */
  public void readLdif(String name, InputStream in) throws IOException {
    Ldif.read(name, in, this);
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
        case MasterList.CONTENT_TYPE -> signedLists.take(item.source(), list, masterList);
        case DeviationList.CONTENT_TYPE -> await(item);
        default -> refuse(item, "signed data", "is of unknown content " + list.contentType());
      }
    } catch (MalformedDataException e) {
      refuse(item, "signed data", String.valueOf(e.getMessage()));
    }
  }

  private SignedLists.Taken takeMasterList(String source, byte[] content, String publisher)
      throws MalformedDataException {
    List<byte[]> certificates = MasterList.certificates(content);
    certificates.forEach(der -> takeAnchor(der, source));
    return new SignedLists.Taken(certificates.size(), certificates.size() + " certificates");
  }

  /**
   * Verifies what had to wait, and hands over the whole.
   *
   * @param version of the new store
   */
  public TrustData finish(int version) {
    anchors.brokenLinks().forEach(this::withdraw);
    for (Item item : waiting) {
      if (item.kind() == Item.Kind.REVOCATION_LIST) {
        revocations.take(item);
      } else {
        takeDeviations(item);
      }
    }
    requireAnchorClock();
    return new TrustData(
        version,
        terms.now(),
        anchors.all().stream().map(EmrtdCertificate::encoded).toList(),
        revocations.all(),
        deviations.all(),
        clocks.all());
  }

  private void withdraw(EmrtdCertificate link, String why) {
    report.refuse(new Refusal(anchors.source(link), Anchors.describe(link), why));
    report.withdrawnOne();
    anchors.remove(link);
  }

  private void takeDeviations(Item item) {
    try {
      signedLists.take(item.source(), SignedList.parse(item.bytes()), deviationList);
    } catch (MalformedDataException e) {
      refuse(item, "deviation list", String.valueOf(e.getMessage()));
    }
  }

  /** Certificates that came without a list age from today. */
  private void requireAnchorClock() {
    int count = anchors.all().size();
    if (!clocks.has(TrustList.Kind.ANCHORS) && count > 0) {
      clocks.renew(
          new TrustList(
              TrustList.Kind.ANCHORS,
              "--",
              terms.now(),
              terms.now().plus(terms.anchorsLast()),
              count));
    }
  }

  /** What was added and refused so far. */
  public ImportReport report() {
    return report;
  }
}
