package egate.bridge;

import egate.bridge.serial.LineLostException;
import egate.emrtd.CardChannel;
import egate.emrtd.CardLostException;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.FileListener;
import egate.emrtd.InspectionSystem;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.PrintedPage;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.report.GuidanceCode;
import egate.report.Judgement;
import egate.report.Reason;
import egate.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document: seen, its chip found, read and judged. */
final class DocumentStep {
  private static final int MRZ_READS_MAX = 3;
  private static final int CHIP_LOSSES_MAX = 3;
  private static final Duration POLL = Duration.ofMillis(100);

  private final Surroundings surroundings;
  private final Devices devices;
  private final FileListener listener;
  private @Nullable InspectedDocument inspected;
  private long seen;

  /**
   * @param listener who is told of the chip's files while they are read
   */
  DocumentStep(Surroundings surroundings, Devices devices, FileListener listener) {
    this.surroundings = surroundings;
    this.devices = devices;
    this.listener = listener;
  }

  /** Reads the chip of a document whose lines were just seen, and judges it. */
  Report.DocumentChecked check(List<String> lines)
      throws IOException, EndedException, InterruptedException {
    seen = surroundings.nanos().getAsLong();
    guide(GuidanceCode.HOLD_DOCUMENT);
    Deadline deadline = surroundings.inMillis(surroundings.policy().documentMillis());
    @Nullable Mrz mrz = null;
    try {
      PrintedPage page = readablePage(lines, deadline);
      mrz = page.mrz();
      return judge(mrz, readChip(page, deadline));
    } catch (UnreadException e) {
      return unread(mrz, e);
    } catch (DeviceLostException e) {
      return unread(mrz, new UnreadException(e.reason(), false));
    } catch (LineLostException e) { // in the midst of the chip
      return unread(mrz, new UnreadException(Reason.CHIP_READER_LOST, false));
    }
  }

  /** The finger images of an accepted document; none where it has none that can be read. */
  List<FingerImage> fingers() {
    try {
      return inspected == null ? List.of() : inspected.fingers();
    } catch (MalformedDataException e) {
      return List.of(); // the comparison then says that there is no reference
    }
  }

  /** The portraits of an accepted document; none where it has none that can be read. */
  List<EncodedImage> portraits() {
    try {
      return inspected == null ? List.of() : inspected.faces();
    } catch (MalformedDataException e) {
      return List.of(); // the comparison then says that there is no reference
    }
  }

  /** The printed lines once their check digits hold; read again where they do not. */
  private PrintedPage readablePage(List<String> first, Deadline deadline)
      throws IOException,
          UnreadException,
          DeviceLostException,
          EndedException,
          InterruptedException {
    List<String> lines = first;
    for (int reads = 1; ; reads++) {
      Reason wrong = Reason.MRZ_MALFORMED;
      try {
        PrintedPage page = PrintedPage.parse(lines);
        if (page.mrz().checkDigitsHold()) {
          return page;
        }
        wrong = Reason.MRZ_CHECK_DIGIT;
      } catch (MalformedDataException e) {
        // Its reason stands above; its message would be about the traveller's lines.
      }
      if (reads == MRZ_READS_MAX) {
        throw new UnreadException(wrong, false);
      }
      guide(GuidanceCode.PRESENT_DOCUMENT_AGAIN);
      lines = nextLines(deadline).orElseThrow(UnreadException.because(wrong));
    }
  }

  private Optional<List<String>> nextLines(Deadline deadline)
      throws DeviceLostException, EndedException, InterruptedException {
    List<String> lines = List.of();
    while (lines.isEmpty() && !deadline.over()) {
      surroundings.nextOrder();
      lines = devices.mrzLines();
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private Evidence readChip(PrintedPage page, Deadline deadline)
      throws IOException,
          UnreadException,
          DeviceLostException,
          EndedException,
          InterruptedException {
    try (EmrtdReader reader =
        new EmrtdReader(
            page.passwords(),
            inspectionSystem(page.mrz()),
            surroundings.random(),
            surroundings.nanos())) {
      reader.tell(listener);
      CardChannel chip = findChip(deadline).orElseThrow(UnreadException.because(Reason.NO_CHIP));
      for (int losses = 0; ; losses++) {
        try {
          return reader.read(new TimedChannel(chip, deadline, surroundings));
        } catch (CardLostException e) {
          surroundings.nextOrder();
          if (deadline.over() || losses == CHIP_LOSSES_MAX) {
            Reason reason = deadline.over() ? Reason.CHIP_LATE : Reason.CHIP_LOST;
            throw new UnreadException(reason, false);
          }
          guide(GuidanceCode.PRESENT_DOCUMENT_AGAIN);
          chip = findChip(deadline).orElseThrow(UnreadException.abandoned(Reason.CHIP_LOST));
          guide(GuidanceCode.HOLD_DOCUMENT);
        }
      }
    } catch (ChipAccessDeniedException e) {
      throw new UnreadException(Reason.CHIP_ACCESS_DENIED, false);
    } catch (ChipProtocolException e) {
      throw new UnreadException(Reason.CHIP_PROTOCOL, false);
    }
  }

  private InspectionSystem inspectionSystem(Mrz mrz) {
    return surroundings
        .terminal()
        .forDocument(
            surroundings.today(),
            soFar ->
                Inspection.permitsTerminalAuthentication(
                    soFar,
                    mrz,
                    surroundings.trust(),
                    surroundings.wall().get(),
                    surroundings.policy().documents()));
  }

  private Optional<CardChannel> findChip(Deadline whole)
      throws DeviceLostException, EndedException, InterruptedException {
    Deadline patience = surroundings.inMillis(surroundings.policy().documentReturnMillis());
    Optional<CardChannel> chip = Optional.empty();
    while (chip.isEmpty() && !patience.over() && !whole.over()) {
      surroundings.nextOrder();
      chip = devices.chip(patience.leftUpTo(whole.leftUpTo(POLL)));
    }
    return chip;
  }

  private Report.DocumentChecked judge(Mrz mrz, Evidence read) {
    int readMillis = surroundings.millisSince(seen);
    long begin = surroundings.nanos().getAsLong();
    InspectedDocument document =
        Inspection.inspect(
            read,
            mrz,
            surroundings.trust(),
            surroundings.wall().get(),
            surroundings.policy().documents());
    inspected = document;
    return report(document, document.judgement(), readMillis, surroundings.millisSince(begin));
  }

  private Report.DocumentChecked unread(@Nullable Mrz mrz, UnreadException why) {
    InspectedDocument document =
        mrz == null
            ? Inspection.withoutMrz(why.reason())
            : Inspection.withoutChip(mrz, why.reason(), surroundings.wall().get());
    Judgement judgement = why.abandoned() ? Judgement.ABANDONED : document.judgement();
    return report(document, judgement, surroundings.millisSince(seen), 0);
  }

  private static Report.DocumentChecked report(
      InspectedDocument document, Judgement judgement, int readMillis, int judgeMillis) {
    return new Report.DocumentChecked(
        judgement,
        document.type(),
        document.issuingState(),
        document.access(),
        document.checks(),
        readMillis,
        judgeMillis);
  }

  private void guide(GuidanceCode code) throws IOException {
    surroundings.report(new Report.Guidance(code));
  }
}
