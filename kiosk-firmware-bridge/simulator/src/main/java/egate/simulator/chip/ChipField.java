package egate.simulator.chip;

/** Where a traveller lays a document down. Any thread may do so. */
public interface ChipField {

  /** Lays a chip into the field, in the place of another if there is one. */
  void present(SimulatedChip chip);

  /** Takes the chip out of the field; whatever it is working on is lost. */
  void remove();

  /** Whether no chip is in the field: none came, it was removed, or it left of its own accord. */
  boolean isEmpty();
}
