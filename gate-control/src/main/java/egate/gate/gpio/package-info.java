/**
 * The gate's lines at the edge of the process: pins by name, what inputs mean, the guard in front
 * of the relays, and the interface behind which a GPIO chip's driver stands.
 *
 * <p>Deliberately absent: threads and clocks. Times are monotonic and come as arguments; {@link
 * egate.gate.gpio.Pi4jLines} alone knows Pi4J.
 */
package egate.gate.gpio;
