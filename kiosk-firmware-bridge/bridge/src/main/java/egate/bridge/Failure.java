package egate.bridge;

import egate.report.Component;

/**
 * Where a failure arose: a part of the bridge and a line of its source. The message stays behind,
 * for a parser's message may quote the traveller's data.
 *
 * @param line 0..65,535; zero when no frame is ours
 */
record Failure(Component component, int line) {
  private static final int LINE_MAX = 65_535;

  static Failure of(Throwable failure) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (frame.getClassName().startsWith("egate.")) {
        int line = Math.clamp(frame.getLineNumber(), 0, LINE_MAX);
        return new Failure(component(frame.getClassName()), line);
      }
    }
    return new Failure(Component.OTHER, 0);
  }

  private static Component component(String name) {
    String part = name.substring(0, name.lastIndexOf('.'));
    return switch (part) {
      case "egate.bridge" -> Component.SESSION;
      case "egate.bridge.serial" -> Component.SERIAL;
      case "egate.bridge.reader" -> Component.CHIP_READER;
      case "egate.bridge.finger" -> Component.FINGER_SENSOR;
      case "egate.bridge.camera" -> Component.CAMERA;
      case "egate.emrtd", "egate.emrtd.lds" -> Component.EMRTD;
      case "egate.inspection" -> Component.INSPECTION;
      case "egate.biometric" -> Component.BIOMETRIC;
      default -> Component.OTHER;
    };
  }
}
