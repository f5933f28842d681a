/** Emulated devices: bytes in, bytes out, behind a pty. */
package egate.simulator.device;
