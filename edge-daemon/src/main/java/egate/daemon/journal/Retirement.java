package egate.daemon.journal;

/**
 * A segment of which nothing can be opened any more.
 *
 * @param upTo order of its last entry
 * @param chain the journal's chain behind that entry
 */
record Retirement(String segment, long bytes, long upTo, ChainHash chain) {}
