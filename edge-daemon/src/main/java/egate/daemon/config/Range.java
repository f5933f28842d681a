package egate.daemon.config;

/** Whole numbers that a key may take, both ends included. */
public record Range(int least, int most) {

  static Range of(int least, int most) {
    return new Range(least, most);
  }

  boolean contains(int value) {
    return least <= value && value <= most;
  }

  /** Throws where code, not a file, hands over a value that no profile could have. */
  void require(String field, int value) {
    if (!contains(value)) {
      throw new IllegalArgumentException(field + " is " + value + ", outside " + this);
    }
  }

  @Override
  public String toString() {
    return least + ".." + most;
  }
}
