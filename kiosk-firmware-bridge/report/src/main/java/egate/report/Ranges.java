package egate.report;

/** Range checks that every record makes, so that a decoder cannot forget one. */
final class Ranges {
  private Ranges() {}

  static void check(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + " is " + value + ", outside " + least + ".." + most);
    }
  }
}
