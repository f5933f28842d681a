package egate.bridge;

import egate.biometric.FaceComparator;
import egate.biometric.ImageDecoder;
import egate.biometric.ImageLimits;
import egate.biometric.ImageUnreadableException;
import egate.biometric.face.FaceComparison;
import egate.biometric.face.FaceFrames;
import egate.biometric.face.FaceModels;
import egate.biometric.face.FaceQuality.Shortcoming;
import egate.biometric.model.ModelFaultException;
import egate.emrtd.lds.EncodedImage;
import egate.report.ComparisonResult;
import egate.report.Device;
import egate.report.GuidanceCode;
import egate.report.Reason;
import egate.report.Report;
import java.io.IOException;
import java.util.Optional;

/** The traveller's face: looked at by the camera, and compared with the document's portrait. */
final class FaceStep {
  /** A camera that gives many bad frames must not keep the traveller until the deadline. */
  private static final int FRAMES_MAX = 12;

  private final Surroundings surroundings;
  private final Devices devices;
  private final Deadline deadline;

  FaceStep(Surroundings surroundings, Devices devices, Deadline deadline) {
    this.surroundings = surroundings;
    this.devices = devices;
    this.deadline = deadline;
  }

  /** Looks, and compares with the document's portrait. */
  ComparisonResult compare(References references)
      throws IOException, EndedException, InterruptedException {
    guide(GuidanceCode.LOOK_AT_CAMERA);
    surroundings.nextOrder();
    Optional<FaceModels> models = surroundings.faces().models();
    try {
      return models.isPresent() ? compare(models.get(), references) : look();
    } catch (DeviceLostException e) {
      return FaceComparator.notEvaluated(e.reason(), 0);
    } catch (ImageUnreadableException e) {
      return FaceComparator.notEvaluated(Reason.REFERENCE_UNREADABLE, 0);
    } catch (ModelFaultException e) {
      return FaceComparator.notEvaluated(Reason.MODEL_PACK_REFUSED, 0);
    }
  }

  /** Without models the camera is used all the same, so that its faults come to light. */
  private ComparisonResult look() throws DeviceLostException {
    Optional<EncodedImage> picture = devices.call(Device.CAMERA, () -> devices.camera().capture());
    Reason without = surroundings.faces().without();
    if (without != Reason.NO_APPROVED_MODEL) {
      return FaceComparator.notEvaluated(without, 1);
    }
    return picture.isPresent()
        ? FaceComparator.compare(picture.get().bytes(), 1)
        : FaceComparator.notEvaluated(Reason.QUALITY_TOO_LOW, 1);
  }

  private ComparisonResult compare(FaceModels models, References references)
      throws IOException,
          EndedException,
          InterruptedException,
          DeviceLostException,
          ImageUnreadableException,
          ModelFaultException {
    if (!references.hasFace()) {
      return FaceComparator.notEvaluated(Reason.NO_REFERENCE, 0);
    }
    Optional<FaceComparison> comparison = references.face(deadline);
    if (comparison.isEmpty()) {
      return FaceComparator.notEvaluated(Reason.REFERENCE_UNREADABLE, 0);
    }
    return comparison.get().compare(frames(models));
  }

  private FaceFrames frames(FaceModels models)
      throws IOException,
          EndedException,
          InterruptedException,
          DeviceLostException,
          ModelFaultException {
    FaceFrames frames = new FaceFrames(models);
    Optional<Shortcoming> told = Optional.empty();
    for (int taken = 0; taken < FRAMES_MAX && !frames.enough() && !deadline.over(); taken++) {
      surroundings.nextOrder();
      Optional<EncodedImage> picture =
          devices.call(Device.CAMERA, () -> devices.camera().capture());
      take(frames, picture);
      if (frames.latest().isPresent() && !frames.latest().equals(told)) {
        told = frames.latest();
        guide(guidance(told.get()));
      }
    }
    return frames;
  }

  private static void take(FaceFrames frames, Optional<EncodedImage> picture)
      throws ModelFaultException {
    if (picture.isEmpty()) {
      return;
    }
    try {
      frames.add(ImageDecoder.decodeColour(picture.get(), ImageLimits.CHIP));
    } catch (ImageUnreadableException e) {
      // Half a picture, as cameras send now and then; the next one is soon there.
      return;
    }
  }

  private static GuidanceCode guidance(Shortcoming shortcoming) {
    return switch (shortcoming) {
      case NO_FACE, TURNED_AWAY -> GuidanceCode.LOOK_UP;
      case SEVERAL_FACES -> GuidanceCode.ONE_PERSON_ONLY;
      case TOO_FAR -> GuidanceCode.STEP_CLOSER;
      case BADLY_LIT, BLURRED -> GuidanceCode.LOOK_AT_CAMERA;
    };
  }

  private void guide(GuidanceCode code) throws IOException {
    surroundings.report(new Report.Guidance(code));
  }
}
