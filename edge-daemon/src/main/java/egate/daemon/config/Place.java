package egate.daemon.config;

/**
 * Where a value was written, so that a finding can point there.
 *
 * @param source the profile's file, or the option on the command line
 * @param line counted from one; zero where the source has no lines
 */
record Place(String source, int line) {

  static Place ofOption(String option) {
    return new Place(option, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
