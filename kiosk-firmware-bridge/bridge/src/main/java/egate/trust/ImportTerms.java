package egate.trust;

import java.time.Duration;
import java.time.Instant;

/**
 * By what an import goes.
 *
 * @param now for lists that carry no date of their own
 * @param anchorsLast how long a master list may be relied on, from its signing
 * @param revocationsLast how long a revocation list may, that names no next one
 * @param deviationsLast how long a deviation list may, from its signing
 */
public record ImportTerms(
    Instant now, Duration anchorsLast, Duration revocationsLast, Duration deviationsLast) {}
