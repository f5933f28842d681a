/** Wiring, the one loop that calls the gate, and the supervisor of bridges. */
package egate.daemon;
