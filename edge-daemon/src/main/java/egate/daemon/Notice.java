package egate.daemon;

import egate.report.Report;

/** What the supervisor tells the loop about the bridge that serves. */
sealed interface Notice {

  /** The devices are open and polled. */
  record Serves() implements Notice {}

  /** It said something that it may say now. */
  record Said(Report report) implements Notice {}

  /** It is dead; the devices may still be held until it is reaped. */
  record Gone() implements Notice {}
}
