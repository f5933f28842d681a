/** What is measured, and the recording of the rehearsal: {@code egate bench}. */
package egate.simulator.bench;
