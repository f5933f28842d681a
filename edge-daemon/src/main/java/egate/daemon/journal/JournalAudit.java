package egate.daemon.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a journal with nothing but the gate's public key: every checksum, every order, every link
 * of the chain, every signed head, and the last head that central acknowledged. Reads only.
 */
public final class JournalAudit {
  /** A head covers one of the entries just before it; so many links are remembered. */
  private static final int LINKS_MAX = 4 * Journal.CHECKPOINT_EVERY;

  private final DevicePublicKey key;
  private final Optional<SignedHead> anchor;
  private final List<String> findings = new ArrayList<>();
  private final Map<Long, ChainHash> links = new HashMap<>();
  private final Map<Long, ChainHash> retired = new HashMap<>();
  private @Nullable SegmentHeader firstHeader;
  private @Nullable ChainHash chain;
  private @Nullable ChainHash atAnchor;
  private @Nullable SignedHead lastHead;
  private long order;
  private long covered;
  private int segments;
  private int heads;

  private JournalAudit(DevicePublicKey key, Optional<SignedHead> anchor) {
    this.key = key;
    this.anchor = anchor;
  }

  /**
   * Audits the journal in a folder.
   *
   * @param anchor the last head that central acknowledged, where it is at hand
   * @throws JournalException when the folder cannot be read or holds no journal
   */
  public static AuditReport of(Path folder, DevicePublicKey key, Optional<SignedHead> anchor)
      throws JournalException {
    if (!Files.isDirectory(folder)) {
      throw new JournalException("journal " + folder + " does not exist: is --state right?");
    }
    return of(new FolderSource(folder), key, anchor);
  }

  static AuditReport of(SegmentSource source, DevicePublicKey key, Optional<SignedHead> anchor)
      throws JournalException {
    return new JournalAudit(key, anchor).read(source);
  }

  private AuditReport read(SegmentSource source) throws JournalException {
    try {
      for (String name : source.list(SegmentSource.SEGMENT)) {
        segment(name, source.read(name));
      }
    } catch (IOException e) {
      throw new JournalException("journal " + source.place() + " cannot be read: " + e, e);
    }
    if (firstHeader == null) {
      throw new JournalException("journal " + source.place() + " holds no intact segment");
    }
    judgeBegin(firstHeader);
    judgeHeads();
    anchor.ifPresent(this::judgeAnchor);
    return report(firstHeader);
  }

  private AuditReport report(SegmentHeader first) {
    long unsigned = lastHead == null ? order : Math.max(0, order - lastHead.order() - 1);
    return new AuditReport(
        List.copyOf(findings),
        segments,
        first.firstOrder(),
        order,
        heads,
        lastHead,
        unsigned,
        anchor.orElse(null));
  }

  private void segment(String name, byte[] bytes) {
    segments++;
    SegmentHeader header = SegmentHeader.read(bytes);
    if (header == null) {
      findings.add(name + ": the header is altered or cut short");
      chain = null;
      return;
    }
    join(name, header);
    frames(name, bytes);
  }

  private void join(String name, SegmentHeader header) {
    if (firstHeader == null) {
      firstHeader = header;
      begin(name, header);
    } else if (!header.epoch().equals(firstHeader.epoch())) {
      findings.add(name + ": of another epoch, " + header.epoch());
    } else if (header.firstOrder() != order + 1) {
      findings.add(name + ": begins with entry " + header.firstOrder() + ", not " + (order + 1));
    } else if (chain != null && !header.chain().equals(chain)) {
      findings.add(name + ": does not continue the chain of the segment before");
    }
    order = header.firstOrder() - 1;
    chain = header.chain();
  }

  private void begin(String name, SegmentHeader header) {
    if (header.firstOrder() == 1 && !header.beginsStore()) {
      findings.add(name + ": its chain does not begin as that of a new store does");
    }
    link(header.firstOrder() - 1, header.chain());
  }

  private void frames(String name, byte[] bytes) {
    int offset = SegmentHeader.SIZE;
    while (offset < bytes.length) {
      Frame frame = Frame.at(bytes, offset);
      if (frame == null) {
        int next = nextFrame(bytes, offset + 1);
        findings.add(
            "%s: entry %d is altered or cut short (bytes %d to %d)"
                .formatted(name, order + 1, offset, next));
        offset = next;
        order++;
        chain = null;
      } else {
        take(name, frame);
        offset = frame.end();
      }
    }
  }

  private void take(String name, Frame frame) {
    if (frame.order() != order + 1) {
      findings.add(
          "%s: entry %d stands where entry %d is expected"
              .formatted(name, frame.order(), order + 1));
      chain = null;
    }
    order = frame.order();
    if (chain != null) {
      chain = chain.followedBy(frame.bytes());
      link(order, chain);
    }
    if (frame.key() == Frame.CLEAR) {
      open(name, frame);
    }
  }

  private void link(long at, ChainHash link) {
    links.put(at, link);
    links.remove(at - LINKS_MAX);
    if (anchor.isPresent() && anchor.get().order() == at) {
      atAnchor = link;
    }
  }

  private void open(String name, Frame frame) {
    try {
      switch (EntryCodec.decode(frame.text()).entry()) {
        case JournalEntry.Head(_, var head) -> judge(name, frame, head);
        case JournalEntry.Retired(_, long upTo, var at) -> retired.put(upTo, at);
        case JournalEntry _ ->
            findings.add("%s: entry %d lies in clear".formatted(name, frame.order()));
      }
    } catch (MalformedEntryException e) {
      findings.add("%s: entry %d is %s".formatted(name, frame.order(), e.getMessage()));
    }
  }

  private void judge(String name, Frame frame, SignedHead head) {
    if (!key.signed(head)) {
      findings.add(
          "%s: the head in entry %d is not signed by this key".formatted(name, frame.order()));
      return;
    }
    if (head.chain().equals(links.get(head.order()))) {
      heads++;
    } else {
      findings.add(
          "%s: entries %d to %d are not those that the head in entry %d was signed over"
              .formatted(name, covered + 1, head.order(), frame.order()));
      goOnFrom(frame, head);
    }
    covered = head.order();
    lastHead = head;
  }

  /** What the gate swore to is the truth again from here on, so that each change is told once. */
  private void goOnFrom(Frame frame, SignedHead head) {
    links.clear();
    chain = head.order() == frame.order() - 1 ? head.chain().followedBy(frame.bytes()) : null;
    if (chain != null) {
      link(frame.order(), chain);
    }
  }

  /** What is missing in front is what the gate says it removed, or it was taken away. */
  private void judgeBegin(SegmentHeader first) {
    long missing = first.firstOrder() - 1;
    if (missing > 0 && !first.chain().equals(retired.get(missing))) {
      findings.add("entries 1 to " + missing + " are missing, and the gate did not remove them");
    }
  }

  private void judgeHeads() {
    if (lastHead == null) {
      findings.add("it holds no head that this key signed: the journal proves nothing");
    }
  }

  private void judgeAnchor(SignedHead expected) {
    SegmentHeader first = firstHeader;
    if (!key.signed(expected)) {
      findings.add("the anchor is not signed by this key");
    } else if (first != null && !expected.epoch().equals(first.epoch())) {
      findings.add("the anchor is of epoch " + expected.epoch() + ", the journal of another");
    } else if (order <= expected.order()) { // behind what it covers, the head itself is on record
      findings.add(
          "the tail is cut: central acknowledged entry %d, the journal ends at %d"
              .formatted(expected.order() + 1, order));
    } else if (first != null
        && expected.order() >= first.firstOrder() - 1
        && !expected.chain().equals(atAnchor)) {
      findings.add(
          "entries up to %d are not those that central acknowledged".formatted(expected.order()));
    }
  }

  private static int nextFrame(byte[] bytes, int from) {
    int offset = from;
    while (offset < bytes.length && Frame.at(bytes, offset) == null) {
      offset++;
    }
    return offset;
  }
}
