/**
 * Serial lines, each owned by one thread, and what the frame parsers above them share.
 *
 * <p>Nothing here blocks without a deadline, reads ahead in a thread of its own, or knows a device.
 */
package egate.bridge.serial;
