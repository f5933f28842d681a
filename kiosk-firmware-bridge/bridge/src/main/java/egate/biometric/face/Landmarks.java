package egate.biometric.face;

import egate.biometric.model.RecogniserModel.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Five points of a face: the eye on the image's left, the other, the tip of the nose, the corner of
 * the mouth on the left, the other. In pixels from the centre of the upper left one. Personal data:
 * it has no string form.
 */
final class Landmarks {
  static final int COUNT = 5;

  private final List<Place> places;

  Landmarks(List<Place> places) {
    this.places = List.copyOf(places);
  }

  Place leftEye() {
    return places.get(0);
  }

  Place rightEye() {
    return places.get(1);
  }

  Place nose() {
    return places.get(2);
  }

  Place leftMouth() {
    return places.get(3);
  }

  Place rightMouth() {
    return places.get(4);
  }

  List<Place> places() {
    return places;
  }

  /** The same points in the image from which a smaller one was made. */
  Landmarks enlarged(double factor) {
    List<Place> larger = new ArrayList<>();
    for (Place place : places) {
      larger.add(new Place((place.x() + 0.5) * factor - 0.5, (place.y() + 0.5) * factor - 0.5));
    }
    return new Landmarks(larger);
  }

  @Override
  public String toString() {
    return "Landmarks";
  }
}
