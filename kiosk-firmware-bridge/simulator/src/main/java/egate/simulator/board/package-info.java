/**
 * The far side of the gate's lines: a relay board that drops its locks when the heartbeat stops,
 * and a mantrap with doors, sensors and people in front of it.
 */
package egate.simulator.board;
