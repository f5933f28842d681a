/**
 * Hostile input for every parser of what a stranger hands over: {@code egate fuzz}.
 *
 * <p>Jazzer mutates and is guided by what the parsers' code does; it runs in a process of its own
 * for each target. What it finds is saved under {@code
 * src/test/resources/egate/simulator/fuzz/NAME} and replayed by {@code FuzzTargetsTest} for ever
 * after, together with every truncation of the seeds.
 *
 * <p>To add a target: one class that implements {@link egate.simulator.fuzz.FuzzTarget}, or one
 * {@link egate.simulator.fuzz.ParserTarget} where all it does is to parse; name it in {@link
 * egate.simulator.fuzz.FuzzTargets}. Seeds are small valid samples from the simulator's own issuer.
 * Then {@code egate fuzz --minutes 1 --target NAME}.
 *
 * <p>Deliberately absent: third-party samples, and exceptions that are "fine". A target throws its
 * one refusal and nothing else.
 */
package egate.simulator.fuzz;
