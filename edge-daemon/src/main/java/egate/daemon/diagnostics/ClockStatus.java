package egate.daemon.diagnostics;

import egate.daemon.journal.ClockQuality;
import java.time.Instant;

/**
 * The wall clock.
 *
 * @param time what it says, never below notBefore
 * @param quality who keeps it
 * @param trusted whether documents are judged by it; otherwise all are referred
 * @param notBefore the latest moment that is known to have passed
 */
public record ClockStatus(Instant time, ClockQuality quality, boolean trusted, Instant notBefore) {}
