package egate.gate;

/** How far the passage's traveller has come, as doors and zone tell it. */
public enum Whereabouts {
  /** No door has moved yet. */
  OUTSIDE,
  /** The entry has opened. */
  AT_ENTRY,
  /** One person has been seen between the doors. */
  INSIDE,
  /** The exit has opened. */
  AT_EXIT,
  /** Nobody is in the zone any more since the exit opened. */
  GONE;

  /** Where a traveller is who walks in. */
  Whereabouts inward(Contact entry, Occupancy zone) {
    Whereabouts here = this == OUTSIDE && entry != Contact.CLOSED ? AT_ENTRY : this;
    return here == AT_ENTRY && zone == Occupancy.ONE ? INSIDE : here;
  }

  /** Where a traveller is who walks out through the exit. */
  Whereabouts outward(Contact exit, Occupancy zone) {
    Whereabouts here = this == INSIDE && exit != Contact.CLOSED ? AT_EXIT : this;
    return here == AT_EXIT && zone == Occupancy.EMPTY ? GONE : here;
  }
}
