package egate.daemon.diagnostics;

/**
 * A bridge as technicians see it.
 *
 * @param number counted from one since the daemon's start
 * @param pid the operating system's number of the process, or zero before there is one
 * @param state where it is in its life
 */
public record BridgeStatus(int number, long pid, String state) {}
