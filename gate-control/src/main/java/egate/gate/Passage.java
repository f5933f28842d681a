package egate.gate;

/**
 * One traveller's way through, or the last one's.
 *
 * @param number rises by one at each document
 * @param resultDue whether its one result is still to be recorded
 * @param whereabouts how far the traveller has come; outside where no passage is open
 * @param extended whether its traveller, or the next one, is given more time
 */
public record Passage(long number, boolean resultDue, Whereabouts whereabouts, boolean extended) {

  Passage next() {
    return new Passage(number + 1, true, Whereabouts.OUTSIDE, extended);
  }

  Passage concluded() {
    return new Passage(number, false, Whereabouts.OUTSIDE, false);
  }

  Passage at(Whereabouts place) {
    return new Passage(number, resultDue, place, extended);
  }

  Passage with(boolean moreTime) {
    return new Passage(number, resultDue, whereabouts, moreTime);
  }
}
