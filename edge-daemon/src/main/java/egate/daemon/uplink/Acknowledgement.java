package egate.daemon.uplink;

import java.util.UUID;

/**
 * What central says it committed.
 *
 * @param epoch of the journal that the results came from
 * @param sequence the highest up to which none is missing, 0 or more
 */
record Acknowledgement(UUID epoch, long sequence) {}
