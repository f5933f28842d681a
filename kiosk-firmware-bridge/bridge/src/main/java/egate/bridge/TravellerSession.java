package egate.bridge;

import egate.report.GuidanceCode;
import egate.report.Judgement;
import egate.report.Order;
import egate.report.Report;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One traveller, from the first sight of a document to the cleared devices. What was read lives in
 * this object's reach and dies with the process.
 */
final class TravellerSession {
  private final Surroundings surroundings;
  private final Devices devices;

  TravellerSession(Surroundings surroundings, Devices devices) {
    this.surroundings = surroundings;
    this.devices = devices;
  }

  /**
   * Serves one traveller and returns when the daemon has said that the passage is over.
   *
   * @throws DeviceLostException when a device is lost while nobody is there
   */
  void serve() throws IOException, InterruptedException, DeviceLostException {
    try (References references = new References(surroundings)) {
      List<String> lines = awaitDocument();
      DocumentStep document = new DocumentStep(surroundings, devices, references.listener());
      Report.DocumentChecked checked = document.check(lines);
      surroundings.report(checked);
      if (checked.judgement() == Judgement.ACCEPTED) {
        references.accept(document.fingers(), document.portraits());
        awaitIdentify();
        ComparisonStep comparison = new ComparisonStep(surroundings, devices);
        surroundings.report(comparison.compare(references));
      }
      awaitEnd();
    } catch (EndedException e) {
      // The daemon's word: whatever was going on stops, and the devices are cleared below.
    } finally {
      devices.clear();
    }
  }

  /** Opens the devices, however long that takes, then waits for a document without limit. */
  private List<String> awaitDocument()
      throws IOException, InterruptedException, EndedException, DeviceLostException {
    while (!devices.openAll()) {
      surroundings.nextOrder();
    }
    surroundings.report(new Report.Guidance(GuidanceCode.PRESENT_DOCUMENT));
    List<String> lines = List.of();
    while (lines.isEmpty()) {
      surroundings.nextOrder();
      devices.checkHealth();
      lines = devices.mrzLines();
    }
    return lines;
  }

  private void awaitIdentify() throws EndedException, InterruptedException {
    @Nullable Order order = null;
    while (!(order instanceof Order.Identify)) {
      order = surroundings.nextOrder();
    }
  }

  private void awaitEnd() throws EndedException, InterruptedException {
    while (true) {
      surroundings.nextOrder();
    }
  }
}
