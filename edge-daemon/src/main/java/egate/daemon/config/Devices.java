package egate.daemon.config;

/** The devices that the serving bridge owns. */
public record Devices(
    SerialDevice mrzReader,
    ChipReaderDevice chipReader,
    SerialDevice fingerSensor,
    SerialDevice camera) {}
