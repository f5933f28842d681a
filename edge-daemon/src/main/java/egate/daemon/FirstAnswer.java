package egate.daemon;

import egate.report.Report;

/** What became of the first bridge, on which the daemon's start depends. */
sealed interface FirstAnswer {

  /** It rehearsed everything. */
  record Rehearsed() implements FirstAnswer {}

  /** It said why it cannot work. */
  record CannotWork(Report.Failed failed) implements FirstAnswer {}

  /** It died without a reason of its own. */
  record Died(Death death) implements FirstAnswer {}

  /** There was no process; the line says why. */
  record NotLaunched(String why) implements FirstAnswer {}
}
