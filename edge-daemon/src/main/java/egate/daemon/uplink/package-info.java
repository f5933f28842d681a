/**
 * Results upstream, over MQTT 5.
 *
 * <p>Deliberately absent: TLS, for which reason only a broker on this machine is spoken to; and
 * anything inbound but acknowledgements, so that no message can move a door.
 */
package egate.daemon.uplink;
