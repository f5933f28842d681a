package egate.bridge;

import egate.bridge.camera.Camera;
import egate.bridge.finger.FingerSensor;
import egate.bridge.reader.ChipReader;
import egate.bridge.reader.MrzReader;
import egate.bridge.serial.LineLostException;

/** Opens the devices: those of the profile, or those of a rehearsal. */
interface DeviceDrivers {
  MrzReader mrzReader() throws LineLostException;

  ChipReader chipReader() throws LineLostException;

  FingerSensor fingerSensor() throws LineLostException;

  Camera camera() throws LineLostException;
}
