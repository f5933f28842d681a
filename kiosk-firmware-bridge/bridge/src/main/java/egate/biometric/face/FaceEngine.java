package egate.biometric.face;

import egate.biometric.ComparisonEngine;
import egate.biometric.ImageDecoder;
import egate.biometric.ImageLimits;
import egate.biometric.ImageUnreadableException;
import egate.biometric.Sample;
import egate.biometric.model.ModelFaultException;
import egate.emrtd.lds.EncodedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Faces compared by the models of a pack: the score is the cosine of two embeddings. */
public final class FaceEngine implements ComparisonEngine<FaceEmbedding> {
  private final FaceModels models;
  private final ImageLimits limits;

  public FaceEngine(FaceModels models, ImageLimits limits) {
    this.models = models;
    this.limits = limits;
  }

  /**
   * Of several portraits the first counts, as the issuer orders them. Its own header says its size:
   * the record of the BSI's reference passport claims another, and nothing here needs the claim.
   */
  @Override
  public Sample<FaceEmbedding> extract(List<EncodedImage> images) throws ImageUnreadableException {
    try {
      EncodedImage first = images.getFirst();
      EncodedImage unclaimed = new EncodedImage(first.format(), 0, 0, first.bytes());
      return models
          .sample(ImageDecoder.decodeColour(unclaimed, limits))
          .map(FaceEngine::sample)
          .orElseGet(() -> Sample.without("no_face"));
    } catch (ModelFaultException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static Sample<FaceEmbedding> sample(FaceSample face) {
    Optional<String> shortcoming =
        face.quality().shortcoming().map(each -> each.name().toLowerCase(Locale.ROOT));
    return Sample.of(face.embedding(), face.quality().value(), shortcoming);
  }

  @Override
  public ToDoubleFunction<FaceEmbedding> against(FaceEmbedding reference) {
    return reference::cosine;
  }
}
