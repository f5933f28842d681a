/**
 * Judges the evidence that reading a chip yields: pure functions, which anyone can run again.
 *
 * <p>{@link egate.inspection.TrustStoreFile} alone touches a file. Deliberately absent: the clock,
 * which comes in as a date, and anything that reads a chip.
 */
package egate.inspection;
