/**
 * The chip's side of Doc 9303-11 and the contactless reader in front of it.
 *
 * <p>Personalised with a document, a chip answers commands as a passport does: locked until PACE or
 * BAC, then under secure messaging; it proves its keys by chip and active authentication. One
 * convenience of the simulation: DG3 is readable then, where a real chip would demand terminal
 * authentication.
 */
package egate.simulator.chip;
