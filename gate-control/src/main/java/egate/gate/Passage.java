package egate.gate;

/**
 * One traveller's way through, or the last one's.
 *
 * @param number rises by one at each document
 * @param resultDue whether its one result is still to be recorded
 * @param whereabouts how far the traveller has come
 */
public record Passage(long number, boolean resultDue, Whereabouts whereabouts) {

  Passage next() {
    return new Passage(number + 1, true, Whereabouts.OUTSIDE);
  }

  Passage concluded() {
    return new Passage(number, false, whereabouts);
  }

  Passage at(Whereabouts place) {
    return new Passage(number, resultDue, place);
  }
}
