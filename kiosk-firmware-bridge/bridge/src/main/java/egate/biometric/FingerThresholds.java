package egate.biometric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The calibrated thresholds of finger comparison: for fingers summed, tries allowed, sensor class
 * and false match rate. A rate that nobody measured has no threshold.
 *
 * <p>The rates are those of the whole policy: of an impostor who may try that often, with sums of
 * so many fingers, the best sum counting. How the table was made stands in its first lines.
 */
public final class FingerThresholds {
  private static final String TABLE = "finger-thresholds.csv";
  private static final List<Row> ROWS = read();

  private FingerThresholds() {}

  /**
   * A line of the table.
   *
   * @param fingers whose scores are summed, 1 or 2
   * @param tries the best of which counts, 1..5
   * @param sensor class of sensor, {@code any} for files
   * @param fmrPerMillion false match rate, 1..100,000 per million
   * @param score threshold, above 0
   * @param impostorPairs from which it was found
   */
  public record Row(
      int fingers, int tries, String sensor, int fmrPerMillion, double score, int impostorPairs) {

    boolean serves(int wantedFingers, int wantedTries, String wantedSensor, int perMillion) {
      return fingers == wantedFingers
          && tries >= wantedTries
          && sensor.equals(wantedSensor)
          && fmrPerMillion <= perMillion;
    }
  }

  /**
   * The threshold that keeps a rate.
   *
   * @throws IllegalArgumentException if the table has none
   */
  public static Row of(int fingers, int tries, String sensor, int fmrPerMillion) {
    return ROWS.stream()
        .filter(row -> row.serves(fingers, tries, sensor, fmrPerMillion))
        .min(Comparator.comparingDouble(Row::score))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no threshold is calibrated for %d fingers, %d tries, sensor %s and %d per million"
                        .formatted(fingers, tries, sensor, fmrPerMillion)));
  }

  public static List<Row> rows() {
    return ROWS;
  }

  private static List<Row> read() {
    try (InputStream table = FingerThresholds.class.getResourceAsStream(TABLE)) {
      String text =
          new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(FingerThresholds::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> fields = List.of(line.split(",", -1));
    return new Row(
        Integer.parseInt(fields.get(0)),
        Integer.parseInt(fields.get(1)),
        fields.get(2),
        Integer.parseInt(fields.get(3)),
        Double.parseDouble(fields.get(4)),
        Integer.parseInt(fields.get(5)));
  }
}
