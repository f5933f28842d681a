package egate.daemon.uplink;

/**
 * How the uplink does.
 *
 * @param connected whether a broker takes results now
 * @param why one line: why not connected, or what was last refused; empty when all is well
 * @param depth results that central has not acknowledged
 * @param acknowledged sequence of the last result that central acknowledged, zero before the first
 */
public record UplinkStatus(boolean connected, String why, long depth, long acknowledged) {}
