package egate.emrtd;

/**
 * What one step of reading cost.
 *
 * @param name of the step: SELECT, BAC, DG1
 * @param commands sent to the chip
 * @param bytes received from the chip, status words included
 * @param nanos from the step's begin to its end
 */
public record StepEvidence(String name, int commands, int bytes, long nanos) {}
