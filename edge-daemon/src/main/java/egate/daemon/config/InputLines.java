package egate.daemon.config;

/**
 * Line numbers of the sensors, each 0..1,023. Doors have two contacts, of which exactly one is 1;
 * the zone is empty, holds one person (neither line) or several.
 */
public record InputLines(
    int entryClosed,
    int entryOpen,
    int exitClosed,
    int exitOpen,
    int zoneEmpty,
    int zoneSeveral,
    int emergency) {}
