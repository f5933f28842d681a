/**
 * The workbench: commands that read documents, trust data and images with the bridge's own code,
 * for a technician or an evaluator, outside any passage.
 *
 * <p>Deliberately absent: network, the gate's devices while a daemon runs, and any output of
 * personal data that was not asked for by name.
 */
package egate.command;
