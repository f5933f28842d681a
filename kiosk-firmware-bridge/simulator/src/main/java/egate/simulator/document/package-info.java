/**
 * Travel documents of people and states that do not exist: signed, encoded and filed as Doc 9303
 * asks, all from a seed and a date.
 *
 * <p>Deliberately absent: any key that could sign a real document, and pictures, which {@code
 * FacePicture} and its neighbours draw and this package only files.
 */
package egate.simulator.document;
