/**
 * Faces: detection with landmarks, alignment, quality, presentation attack detection and
 * comparison, with models that a pack brings.
 *
 * <p>Alignment and decoding are pure; only the models run native code. Absent: any model, any
 * fallback without one, and any learning at the gate.
 */
package egate.biometric.face;
