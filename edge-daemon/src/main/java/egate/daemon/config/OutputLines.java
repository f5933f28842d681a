package egate.daemon.config;

/**
 * Line numbers of locks, heartbeat and lamps, each 0..1,023. A lock is released while its line is
 * 1.
 */
public record OutputLines(
    int entryUnlock,
    int exitUnlock,
    int heartbeat,
    int lampWait,
    int lampReady,
    int lampReading,
    int lampEnter,
    int lampIdentify,
    int lampLeave,
    int lampOfficer,
    int lampEmergency) {}
