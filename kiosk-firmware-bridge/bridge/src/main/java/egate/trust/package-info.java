/**
 * Makes a trust store of what states and agencies publish: CSCA master lists, the ICAO PKD's LDIF,
 * certificates, revocation lists, deviation lists (Doc 9303-12 sections 7 to 9).
 *
 * <p>Whatever is not taken is refused with a reason; nothing is dropped in silence. Deliberately
 * absent: anything that a passage needs, and the network.
 */
package egate.trust;
