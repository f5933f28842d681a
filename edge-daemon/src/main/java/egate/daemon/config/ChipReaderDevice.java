package egate.daemon.config;

/** The reader of chips: behind a serial port, or behind pcscd. */
public sealed interface ChipReaderDevice permits SerialDevice, PcscDevice {}
