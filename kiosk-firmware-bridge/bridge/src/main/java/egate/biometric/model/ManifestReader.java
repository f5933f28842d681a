package egate.biometric.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a manifest. A key that is not known, missing, doubled or out of range refuses it. */
final class ManifestReader {
  static final int BYTES_MAX = 64 * 1_024;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ManifestReader() {}

  static Manifest read(byte[] manifest) throws PackException {
    try {
      return manifest(new JsonPart("", parse(manifest)));
    } catch (IllegalArgumentException e) {
      throw new PackException(PackException.Fault.MALFORMED, "manifest: " + e.getMessage());
    }
  }

  private static JsonNode parse(byte[] manifest) throws PackException {
    try {
      return JSON.readTree(manifest);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new PackException(PackException.Fault.MALFORMED, "manifest: no JSON, see line " + line);
    } catch (IOException e) {
      throw new PackException(PackException.Fault.MALFORMED, "manifest: no JSON");
    }
  }

  private static Manifest manifest(JsonPart part) throws PackException {
    Manifest manifest =
        new Manifest(
            part.text("pack"),
            part.whole("version", 1, Integer.MAX_VALUE),
            part.flag("approved"),
            part.text("evidence"),
            detector(part.part("detector")),
            recogniser(part.part("recogniser")),
            part.has("attack_detector")
                ? Optional.of(attackDetector(part.part("attack_detector")))
                : Optional.empty());
    part.requireNothingElse();
    return manifest;
  }

  private static DetectorModel detector(JsonPart part) throws PackException {
    DetectorModel detector =
        new DetectorModel(
            file(part),
            part.text("input"),
            pixels(part.part("pixels")),
            outputs(part.part("outputs")),
            part.number("score_min", 0, 1),
            part.number("overlap_max", 0, 1));
    part.requireNothingElse();
    return detector;
  }

  private static DetectorModel.Outputs outputs(JsonPart part) throws PackException {
    var outputs =
        new DetectorModel.Outputs(
            part.text("face"), part.text("object"), part.text("box"), part.text("landmarks"));
    part.requireNothingElse();
    return outputs;
  }

  private static RecogniserModel recogniser(JsonPart part) throws PackException {
    RecogniserModel recogniser =
        new RecogniserModel(
            file(part),
            part.text("input"),
            pixels(part.part("pixels")),
            part.whole("side", 16, 1_024),
            part.places("landmarks"),
            part.text("output"),
            part.whole("dimensions", 1, 4_096),
            thresholds(part.parts("thresholds")));
    part.requireNothingElse();
    return recogniser;
  }

  private static List<FaceThreshold> thresholds(List<JsonPart> parts) throws PackException {
    List<FaceThreshold> thresholds = new ArrayList<>();
    for (JsonPart part : parts) {
      thresholds.add(
          new FaceThreshold(
              part.whole("fmr_per_million", 1, 10_000),
              part.whole("frames", 1, 3),
              part.number("cosine", -1, 1)));
      part.requireNothingElse();
    }
    return thresholds;
  }

  private static AttackModel attackDetector(JsonPart part) throws PackException {
    AttackModel attack =
        new AttackModel(
            file(part),
            part.text("input"),
            pixels(part.part("pixels")),
            part.whole("side", 16, 1_024),
            part.number("crop_scale", 1, 8),
            part.text("output"),
            part.whole("classes", 2, 100),
            part.whole("bona_fide_class", 0, 99),
            part.number("threshold", 0, 1),
            part.flag("advisory"));
    part.requireNothingElse();
    return attack;
  }

  private static ModelFile file(JsonPart part) throws PackException {
    return new ModelFile(
        part.text("file"), part.text("sha256"), part.text("licence"), part.text("source"));
  }

  private static Pixels pixels(JsonPart part) throws PackException {
    Pixels pixels =
        new Pixels(
            Pixels.Order.valueOf(part.text("order").toUpperCase(Locale.ROOT)),
            part.number("scale", 0, 10_000),
            part.triple("mean"),
            part.triple("std"));
    part.requireNothingElse();
    return pixels;
  }
}
