/**
 * Inspection system's side of ICAO Doc 9303: MRZ, APDUs, access protocols, secure messaging, and
 * one list of reading steps.
 *
 * <p>Reading yields bytes and evidence and judges nothing; {@code egate.inspection} judges.
 */
package egate.emrtd;
