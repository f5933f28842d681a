/**
 * Fingerprint sensors, as sources of images.
 *
 * <p>Templates and comparisons that a module offers itself are deliberately not used: the image is
 * compared in this process, and nothing of a traveller is enrolled in a device.
 */
package egate.bridge.finger;
