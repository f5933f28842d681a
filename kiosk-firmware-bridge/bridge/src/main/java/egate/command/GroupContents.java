package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.lds.Dg1;
import egate.emrtd.lds.Dg11;
import egate.emrtd.lds.Dg12;
import egate.emrtd.lds.Dg13;
import egate.emrtd.lds.Dg16;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.Dg3;
import egate.emrtd.lds.Dg4;
import egate.emrtd.lds.Dg7;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.FingerImage;
import egate.emrtd.lds.IrisImage;
import egate.emrtd.lds.LdsFile;
import egate.report.Check;
import egate.report.CheckResult;
import egate.report.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a data group holds, in words that say nothing of its holder: kinds and counts.
 *
 * @param file the data group
 * @param holds empty where the issuer signed a group that is malformed
 */
record GroupContents(LdsFile file, Optional<String> holds) {

  /** Of the groups that were read and have a parser, once the hashes of all that were read fit. */
  static List<GroupContents> of(List<CheckResult> checks, Evidence evidence) {
    List<GroupContents> found = new ArrayList<>();
    for (LdsFile file : LdsFile.values()) {
      Optional<byte[]> bytes = evidence.file(file);
      if (bytes.isPresent() && isIntact(checks) && !isLeftOut(file)) {
        found.add(new GroupContents(file, holds(file, bytes.get())));
      }
    }
    return found;
  }

  private static boolean isIntact(List<CheckResult> checks) {
    return checks.stream()
        .anyMatch(r -> r.check() == Check.DATA_GROUP_HASHES && r.verdict() == Verdict.PASSED);
  }

  /** Keys have checks of their own; the other groups are reserved or of no known form. */
  private static boolean isLeftOut(LdsFile file) {
    return switch (file) {
      case DG1, DG2, DG3, DG4, DG7, DG11, DG12, DG13, DG16 -> false;
      case EF_CARD_ACCESS, EF_CARD_SECURITY, EF_COM, EF_SOD -> true;
      case DG5, DG6, DG8, DG9, DG10, DG14, DG15 -> true;
    };
  }

  private static Optional<String> holds(LdsFile file, byte[] bytes) {
    try {
      return Optional.of(parsed(file, bytes));
    } catch (MalformedDataException e) {
      return Optional.empty();
    }
  }

  private static String parsed(LdsFile file, byte[] bytes) throws MalformedDataException {
    return switch (file) {
      case DG1 -> mrz(bytes);
      case DG2 -> images("faces", Dg2.parse(bytes));
      case DG3 -> images("fingers", Dg3.parse(bytes).stream().map(FingerImage::image).toList());
      case DG4 -> images("irises", Dg4.parse(bytes).stream().map(IrisImage::image).toList());
      case DG7 -> images("signatures", Dg7.parse(bytes));
      case DG11 -> details(Dg11.parse(bytes));
      case DG12 -> details(Dg12.parse(bytes));
      case DG13 -> "bytes: " + Dg13.parse(bytes).length;
      case DG16 -> "persons to notify: " + Dg16.parse(bytes).size();
      default -> throw new IllegalArgumentException(file.text());
    };
  }

  private static String mrz(byte[] bytes) throws MalformedDataException {
    try (Mrz mrz = Dg1.parse(bytes)) {
      return "MRZ: " + mrz.format();
    }
  }

  private static String images(String what, List<EncodedImage> images) {
    String formats =
        images.stream()
            .map(image -> image.format().name().toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return what + ": " + images.size() + (formats.isEmpty() ? "" : " (" + formats + ")");
  }

  private static String details(Dg11 group) {
    long texts =
        Arrays.stream(Dg11.Detail.values()).filter(d -> group.detail(d).isPresent()).count();
    long others = group.otherNames().size();
    return "details: " + (texts + others + count(group.dateOfBirth(), group.proofOfCitizenship()));
  }

  private static String details(Dg12 group) {
    long texts =
        Arrays.stream(Dg12.Detail.values()).filter(d -> group.detail(d).isPresent()).count();
    long others = group.otherPersons().size();
    long dates = count(group.dateOfIssue(), group.personalizedAt());
    return "details: " + (texts + others + dates + count(group.front(), group.rear()));
  }

  private static long count(Optional<?> one, Optional<?> other) {
    return one.stream().count() + other.stream().count();
  }

  JsonObject json() {
    return new JsonObject()
        .put("name", file.text())
        .put("well_formed", holds.isPresent())
        .put("holds", holds.orElse(null));
  }
}
