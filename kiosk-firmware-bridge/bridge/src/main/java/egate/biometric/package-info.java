/**
 * References, probes, comparison scores and thresholds (ISO/IEC 2382-37).
 *
 * <p>An image of a chip is decoded only after its header was checked here, since decoders of other
 * hands hang or exhaust memory on hostile files. What a check cannot bound, the deadline of this
 * process bounds. Absent: a face model, and presentation attack detection.
 */
package egate.biometric;
