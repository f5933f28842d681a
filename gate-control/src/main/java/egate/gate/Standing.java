package egate.gate;

/**
 * What lasts beyond a passage.
 *
 * @param service what the people in charge want
 * @param fault what nobody has found repaired yet
 * @param reporting how results get away
 */
public record Standing(Service service, Fault fault, Reporting reporting) {

  /** Everything as it should be. */
  static final Standing GOOD = new Standing(Service.OPEN, Fault.NONE, Reporting.ONLINE);

  Standing with(Service wanted) {
    return new Standing(wanted, fault, reporting);
  }

  Standing with(Reporting now) {
    return new Standing(service, fault, now);
  }

  /** A fault was found; a lesser one never hides a graver. */
  Standing worse(Fault found) {
    return new Standing(service, found.compareTo(fault) > 0 ? found : fault, reporting);
  }

  Standing repaired() {
    return new Standing(service, Fault.NONE, reporting);
  }
}
