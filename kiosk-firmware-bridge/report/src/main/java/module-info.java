/**
 * The only words that cross between a bridge process and the daemon.
 *
 * <p>Both sides depend on this module and on nothing else of each other's. It has no type that
 * could hold an MRZ, a name, an image or a template, and its decoder refuses whatever it does not
 * know.
 */
@org.jspecify.annotations.NullMarked
module egate.report {
  // Null annotations, checked at compile time only.
  requires static transitive org.jspecify;

  exports egate.report;
}
