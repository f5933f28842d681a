package egate.report;

/** What the daemon tells a bridge. A bridge obeys only the orders that its present step permits. */
public sealed interface Order {

  /** The spare becomes the serving bridge: open the devices, wait for one traveller. */
  record Begin(PassagePolicy policy, Versions least) implements Order {}

  /** One person stands in the closed mantrap: capture and compare. */
  record Identify() implements Order {}

  /** Out of service only: exercise one device and report figures, never images. */
  record SelfTest(Device device) implements Order {}

  /** The passage is over: clear the devices' buffers and die. */
  record End() implements Order {}
}
