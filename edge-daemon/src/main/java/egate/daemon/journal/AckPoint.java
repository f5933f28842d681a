package egate.daemon.journal;

/**
 * How far central has the results.
 *
 * @param chain the chain over the results there
 */
record AckPoint(long sequence, ChainHash chain) {}
