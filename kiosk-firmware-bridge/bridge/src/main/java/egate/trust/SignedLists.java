package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.DigestAlgorithm;
import egate.inspection.TrustList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The one way in for lists that a state has signed: its signer is known, and it is no older one.
 */
final class SignedLists {
  private final Anchors anchors;
  private final ListClocks clocks;
  private final ImportReport report;
  private final List<EmrtdCertificate> signersCscas = new ArrayList<>();

  SignedLists(Anchors anchors, ListClocks clocks, ImportReport report) {
    this.anchors = anchors;
    this.clocks = clocks;
    this.report = report;
  }

  /**
   * What becomes of one kind.
   *
   * @param kind of the clock that it is
   * @param name for people
   * @param lasts how long one may be relied on, from its signing
   * @param content who takes what is in it
   */
  record Kind(TrustList.Kind kind, String name, Duration lasts, Content content) {}

  /** Takes the content of a list that may be believed. */
  interface Content {
    /**
     * Takes it, all or nothing.
     *
     * @param publisher the signer's country, two letters, or two hyphens
     * @return what it brought
     */
    Taken take(String source, byte[] content, String publisher) throws MalformedDataException;
  }

  /** What a list brought: how many entries, and the same for people. */
  record Taken(int entries, String statement) {}

  /** A CSCA that is trusted to have issued the signers of lists, and nothing else. */
  void trustSignersOf(EmrtdCertificate csca) {
    signersCscas.add(csca);
  }

  void take(String source, SignedList list, Kind kind) throws MalformedDataException {
    switch (ListSigner.check(list, trusted())) {
      case ListSigner.Checked.Refused(var why) ->
          report.refuse(new Refusal(source, kind.name(), why));
      case ListSigner.Checked.Signed(var signer) -> take(source, list, kind, signer);
    }
  }

  private void take(String source, SignedList list, Kind kind, ListSigner signer)
      throws MalformedDataException {
    String publisher = ListSigner.countryOf(signer.certificate());
    Instant signedAt = list.signedAt(signer.certificate());
    if (clocks.haveNewer(kind.kind(), publisher, signedAt)) {
      report.refuse(new Refusal(source, kind.name(), "there is a newer one"));
      return;
    }
    Taken taken = kind.content().take(source, list.content(), publisher);
    report.state(
        "%s: %s of %s of %s, signed %s, signature verified %s"
            .formatted(source, kind.name(), taken.statement(), publisher, signedAt, under(signer)));
    Instant limit = signedAt.plus(kind.lasts());
    clocks.renew(new TrustList(kind.kind(), publisher, signedAt, limit, taken.entries()));
  }

  private List<EmrtdCertificate> trusted() {
    List<EmrtdCertificate> trusted = new ArrayList<>(signersCscas);
    trusted.addAll(anchors.all());
    return trusted;
  }

  private static String under(ListSigner signer) {
    String proof =
        signer.trusted()
            ? "under the known CSCA "
            : "under a CSCA that only the list itself brings: compare its SHA-256 "
                + HexFormat.of().formatHex(DigestAlgorithm.SHA_256.hash(signer.csca().encoded()))
                + " with what its state publishes, or give --csca: ";
    return proof + Anchors.describe(signer.csca());
  }
}
