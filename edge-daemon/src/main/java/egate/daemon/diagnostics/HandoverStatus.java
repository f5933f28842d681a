package egate.daemon.diagnostics;

/**
 * How long the devices were nobody's between two bridges, in milliseconds; zero before the first.
 *
 * @param last from the last bridge's end until the next one polled the reader
 * @param longest since the daemon's start
 */
public record HandoverStatus(long last, long longest) {}
