/**
 * What a technician may see of a running gate: its state and its devices, over HTTP on loopback.
 *
 * <p>Deliberately absent: anything that changes the gate, anything of a single passage, and the
 * network beyond this machine.
 */
package egate.daemon.diagnostics;
