package egate.bridge;

import egate.biometric.ComparisonPolicy;
import egate.biometric.FingerComparator;
import egate.biometric.FingerProbe;
import egate.biometric.GreyImage;
import egate.biometric.ImageUnreadableException;
import egate.biometric.Threshold;
import egate.biometric.model.ModelFaultException;
import egate.report.Comparison;
import egate.report.ComparisonResult;
import egate.report.Device;
import egate.report.GuidanceCode;
import egate.report.Reason;
import egate.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traveller: captured and compared with what the document holds. */
final class ComparisonStep {
  /** Between two looks at the sensor, so that the daemon's word is heard meanwhile. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final Duration LIFTING = Duration.ofMillis(1_500);

  private final Surroundings surroundings;
  private final Devices devices;
  private final Threshold threshold;
  private final Deadline deadline;
  private final long begin;
  private int compareMillis;

  ComparisonStep(Surroundings surroundings, Devices devices) {
    this.surroundings = surroundings;
    this.devices = devices;
    this.threshold =
        Threshold.forFalseMatchRate(
            surroundings.policy().fingerFmrPerMillion(), surroundings.policy().fingerTries());
    this.deadline = surroundings.inMillis(surroundings.policy().captureMillis());
    this.begin = surroundings.nanos().getAsLong();
  }

  /** Captures what the policy wants and compares it with the document's fingers and portrait. */
  Report.TravellerCompared compare(References references)
      throws IOException, EndedException, InterruptedException {
    List<ComparisonResult> results = new ArrayList<>();
    results.add(finger(references));
    if (surroundings.policy().faceWanted()) {
      results.add(new FaceStep(surroundings, devices, deadline).compare(references));
    }
    int wholeMillis = surroundings.millisSince(begin);
    return new Report.TravellerCompared(
        ComparisonPolicy.judge(
            results,
            surroundings.policy().faceWanted(),
            surroundings.faces().without() != Reason.NO_APPROVED_MODEL),
        results,
        wholeMillis - compareMillis,
        compareMillis);
  }

  private ComparisonResult finger(References references)
      throws IOException, EndedException, InterruptedException {
    if (!references.hasFingers()) {
      return FingerComparator.notEvaluated(Reason.NO_REFERENCE, threshold, 0);
    }
    try {
      return present(new FingerComparator(references.fingers(deadline), threshold));
    } catch (ImageUnreadableException | ModelFaultException e) {
      return FingerComparator.notEvaluated(Reason.REFERENCE_UNREADABLE, threshold, 0);
    } catch (DeviceLostException e) {
      return FingerComparator.notEvaluated(e.reason(), threshold, 0);
    }
  }

  /** Presentations until one matches or none is left; the best of them decides. */
  private ComparisonResult present(FingerComparator comparator)
      throws IOException, EndedException, InterruptedException, DeviceLostException {
    List<FingerProbe> probes = new ArrayList<>();
    ComparisonResult result =
        FingerComparator.notEvaluated(Reason.NO_FINGER_PRESENTED, threshold, 0);
    for (int tries = 1; tries <= surroundings.policy().fingerTries(); tries++) {
      guide(tries == 1 ? GuidanceCode.PLACE_FINGER : GuidanceCode.PLACE_FINGER_AGAIN);
      Optional<GreyImage> image = capture(tries > 1);
      if (image.isEmpty()) {
        return result;
      }
      long comparing = surroundings.nanos().getAsLong();
      probes.add(new FingerProbe(image.get()));
      result = comparator.compare(probes, tries);
      compareMillis += surroundings.millisSince(comparing);
      if (result.comparison() == Comparison.MATCH) {
        return result;
      }
    }
    return result;
  }

  /** One presentation, waited for until the deadline. */
  private Optional<GreyImage> capture(boolean again)
      throws EndedException, InterruptedException, DeviceLostException {
    if (again) {
      awaitLifting();
    }
    Optional<GreyImage> image = Optional.empty();
    while (image.isEmpty() && !deadline.over()) {
      surroundings.nextOrder();
      Duration look = deadline.leftUpTo(LOOK);
      image = devices.call(Device.FINGER_SENSOR, () -> devices.fingerSensor().capture(look));
    }
    return image;
  }

  /** A moment for the finger to be placed anew; one that stays is captured once more as it lies. */
  private void awaitLifting() throws EndedException, InterruptedException, DeviceLostException {
    Deadline patience = surroundings.in(deadline.leftUpTo(LIFTING));
    while (!patience.over()
        && devices.call(Device.FINGER_SENSOR, () -> devices.fingerSensor().fingerPresent())) {
      surroundings.nextOrder();
    }
  }

  private void guide(GuidanceCode code) throws IOException {
    surroundings.report(new Report.Guidance(code));
  }
}
