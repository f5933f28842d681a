/** The other end of the uplink: an embedded MQTT 5 broker and a consumer that commits results. */
package egate.simulator.central;
