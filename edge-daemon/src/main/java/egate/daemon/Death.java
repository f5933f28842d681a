package egate.daemon;

/** Why a bridge died; each has its line in the log. */
enum Death {
  /** Ended as ordered. */
  ORDERED,
  /** Ended by itself. */
  UNEXPECTED,
  /** Said that it cannot go on. */
  FAILED,
  /** Sent bytes that are no report. */
  MALFORMED_REPORT,
  /** Sent a report that its state does not permit. */
  REPORT_NOT_PERMITTED,
  /** Claimed another process number, or judges by older data than demanded. */
  FALSE_READY,
  /** Rehearsed with data that an update has replaced since. */
  OUTDATED,
  REHEARSAL_LATE,
  SILENT,
  ENDING_LATE,
  ORDER_NOT_TAKEN,
  NOT_LAUNCHED,
  SHUTDOWN
}
