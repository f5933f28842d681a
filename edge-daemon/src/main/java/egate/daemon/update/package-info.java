/**
 * Signed updates: trust data, terminal certificates, policy, models, profiles. A bundle comes by
 * command, over HTTPS on a schedule, or on a USB stick, and is trusted for its signatures alone.
 *
 * <p>Deliberately absent: the gate. Nothing here can see or move a door.
 */
package egate.daemon.update;
