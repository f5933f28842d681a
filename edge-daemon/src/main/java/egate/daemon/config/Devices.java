package egate.daemon.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** The devices that the serving bridge owns. */
public record Devices(
    SerialDevice mrzReader,
    ChipReaderDevice chipReader,
    SerialDevice fingerSensor,
    SerialDevice camera) {

  /** The devices behind serial ports by their keys, in the order of the file. */
  public Map<String, SerialDevice> byKey() {
    Map<String, SerialDevice> devices = new LinkedHashMap<>();
    devices.put("mrz-reader", mrzReader);
    if (chipReader instanceof SerialDevice serial) {
      devices.put("chip-reader", serial);
    }
    devices.put("finger-sensor", fingerSensor);
    devices.put("camera", camera);
    return devices;
  }
}
