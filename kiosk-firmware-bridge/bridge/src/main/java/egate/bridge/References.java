package egate.bridge;

import egate.biometric.FingerReference;
import egate.biometric.ImageUnreadableException;
import egate.biometric.face.FaceComparison;
import egate.biometric.face.FaceModels;
import egate.biometric.model.ModelFaultException;
import egate.emrtd.FileListener;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the traveller is compared with, prepared beside other things so that nobody waits for it:
 * the face while the chip is still being read, the fingers while the traveller walks in. A decoder
 * that never ends costs this traveller the comparison, and ends with the process.
 */
final class References implements AutoCloseable {
  private final Surroundings surroundings;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("references").daemon().factory());
  private final Optional<EarlyPortrait<Optional<FaceComparison>>> early;
  private @Nullable Future<FingerReference> fingers;
  private @Nullable Future<Optional<FaceComparison>> face;

  References(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.early =
        surroundings
            .faces()
            .models()
            .filter(models -> surroundings.policy().faceWanted())
            .map(
                models ->
                    new EarlyPortrait<>(
                        surroundings.trust(),
                        surroundings.today(),
                        worker,
                        portrait -> compared(models, portrait)));
  }

  /** Who is to be told of files while they are read. */
  FileListener listener() {
    return early.<FileListener>map(listener -> listener).orElse(FileListener.NONE);
  }

  private Optional<FaceComparison> compared(FaceModels models, EncodedImage portrait)
      throws ImageUnreadableException, ModelFaultException {
    return FaceComparison.with(models, portrait, surroundings.policy().fingerFmrPerMillion());
  }

  /** The document was accepted, and these are its images. */
  void accept(List<FingerImage> fingerImages, List<EncodedImage> portraits) {
    if (!fingerImages.isEmpty()) {
      List<EncodedImage> images = fingerImages.stream().map(FingerImage::image).toList();
      fingers = worker.submit(() -> FingerReference.of(images));
    }
    surroundings
        .faces()
        .models()
        .filter(models -> !portraits.isEmpty())
        .ifPresent(models -> face = worker.submit(() -> face(models, portraits.getFirst())));
  }

  /** What was prepared early, or that work now. */
  private Optional<FaceComparison> face(FaceModels models, EncodedImage portrait)
      throws ImageUnreadableException, ModelFaultException, InterruptedException {
    try {
      if (early.isPresent() && early.get().prepared().isPresent()) {
        Optional<Optional<FaceComparison>> prepared = early.get().prepared().get().get();
        if (prepared.isPresent()) {
          return prepared.get();
        }
      }
    } catch (ExecutionException e) {
      // It fails again below, and that failure is told.
    }
    return compared(models, portrait);
  }

  boolean hasFingers() {
    return fingers != null;
  }

  boolean hasFace() {
    return face != null;
  }

  /**
   * The document's fingers, once there are any.
   *
   * @throws ImageUnreadableException if none can be read, or not in time
   */
  FingerReference fingers(Deadline deadline)
      throws ImageUnreadableException, ModelFaultException, EndedException, InterruptedException {
    return await(fingers, deadline);
  }

  /**
   * The document's face; empty if none is found in the portrait.
   *
   * @throws ImageUnreadableException if it cannot be read, or not in time
   */
  Optional<FaceComparison> face(Deadline deadline)
      throws ImageUnreadableException, ModelFaultException, EndedException, InterruptedException {
    return await(face, deadline);
  }

  /** Listens to the daemon meanwhile. */
  private <T> T await(@Nullable Future<T> work, Deadline deadline)
      throws ImageUnreadableException, ModelFaultException, EndedException, InterruptedException {
    if (work == null) {
      throw new ImageUnreadableException("no image to prepare");
    }
    while (!deadline.over()) {
      try {
        return work.get(Surroundings.MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        surroundings.nextOrder();
      } catch (ExecutionException e) {
        throw failure(e);
      }
    }
    throw new ImageUnreadableException("an image was not decoded in time");
  }

  private static ImageUnreadableException failure(ExecutionException e) throws ModelFaultException {
    return switch (e.getCause()) {
      case ImageUnreadableException unreadable -> unreadable;
      case ModelFaultException fault -> throw fault;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case null, default -> throw new IllegalStateException("a reference was not prepared", e);
    };
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  @Override
  public String toString() {
    return "References";
  }
}
