/**
 * GPIO lines that end in the simulator: the only part of it that runs inside the daemon, in a jar
 * of its own that the gate's package does not have. Uses nothing but the gate's interface and Pi4J.
 *
 * <p>The protocol is text over a Unix socket, one word of {@link egate.simulator.lines.HostWord} or
 * {@link egate.simulator.lines.BoardWord} a line.
 */
package egate.simulator.lines;
