package egate.daemon.journal;

/**
 * A passage that began and has no result.
 *
 * @param passage its number
 * @param begunMillis wall time at which it began
 */
public record OpenPassage(long passage, long begunMillis) {}
