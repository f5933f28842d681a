/**
 * Lines of a Linux GPIO chip: the character device's uAPI v2 ({@code linux/gpio.h}) through foreign
 * calls, behind Pi4J's interfaces. Two requests take all lines of the gate: one for the outputs,
 * with their values, one for the inputs, with edges, bias and debounce. The kernel gives a line to
 * one process only.
 *
 * <p>What happens to a line when the process dies is the chip's: its file is closed, the line is
 * free, and most chips go on driving what was driven last (PL061 does; Broadcom's turn the line
 * into an input; gpio-sim falls back to the line's pull). Nothing here can promise a locked door
 * after a death: the relay board does, when the heartbeat stops.
 *
 * <p>Deliberately absent: sysfs, uAPI v1, and any polling of values.
 */
@org.jspecify.annotations.NullMarked
package egate.gate.gpio.chip;
