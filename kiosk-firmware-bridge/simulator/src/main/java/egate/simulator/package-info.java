/** Simulated travellers and the run that walks them through an unmodified gate. */
package egate.simulator;
