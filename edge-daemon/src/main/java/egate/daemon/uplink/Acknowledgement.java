package egate.daemon.uplink;

import java.util.UUID;

/**
 * What central says it committed.
 *
 * @param epoch of the journal that it came from
 * @param number 0 or more: of results the sequence up to which none is missing, of heads the order
 *     of the last entry that the head covers
 */
record Acknowledgement(UUID epoch, long number) {}
