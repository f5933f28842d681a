/**
 * The chip's side of Doc 9303-11 and the contactless reader in front of it.
 *
 * <p>Personalised with a document, a chip answers commands as a passport does: locked until BAC,
 * then under secure messaging. One convenience of the simulation: DG3 is readable under BAC, where
 * a real chip would demand terminal authentication. PACE, chip authentication and active
 * authentication are absent and join in {@code SimulatedChip}'s list of instructions.
 */
package egate.simulator.chip;
