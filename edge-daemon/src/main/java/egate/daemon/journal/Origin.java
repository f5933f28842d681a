package egate.daemon.journal;

import java.util.UUID;

/**
 * Who sends a result.
 *
 * @param gate the gate's name upstream
 * @param epoch of the journal; a sequence counts only together with it
 * @param software version of the daemon
 */
public record Origin(String gate, UUID epoch, String software) {}
