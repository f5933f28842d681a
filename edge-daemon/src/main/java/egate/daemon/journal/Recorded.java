package egate.daemon.journal;

/**
 * An entry with its place.
 *
 * @param order number of the entry in its journal, gap-free from 1; the monotonic order of events
 */
public record Recorded(long order, JournalEntry entry) {}
