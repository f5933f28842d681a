package egate.command;

import egate.bridge.reader.ChipReader;
import egate.bridge.reader.PcscReader;
import egate.bridge.reader.Pn532;
import egate.bridge.reader.ReaderPattern;
import egate.bridge.serial.JsscLine;
import egate.bridge.serial.LineLostException;
import egate.bridge.serial.SerialLine;
import java.nio.file.Path;

/** A chip reader as a command names it. */
final class BenchReader {
  private static final String SERIAL = "serial:";
  private static final String PCSC = "pcsc";

  /** What every reader carries; a gate's profile may say more. */
  private static final int SHORT_RESPONSE_BYTES = 256;

  private BenchReader() {}

  /** Opens {@code serial:DEVICE[@BAUD]} or {@code pcsc[:NAME]}. */
  static ChipReader open(String name) throws CommandFault, LineLostException {
    if (name.equals(PCSC)) {
      return pcsc("*");
    }
    if (name.startsWith(PCSC + ":") && name.length() > PCSC.length() + 1) {
      return pcsc(name.substring(PCSC.length() + 1));
    }
    if (name.startsWith(SERIAL)) {
      return serial(name.substring(SERIAL.length()).split("@", 2));
    }
    throw new CommandFault("--reader " + name + ": write serial:DEVICE[@BAUD] or pcsc[:NAME]");
  }

  private static ChipReader pcsc(String pattern) throws LineLostException {
    return PcscReader.connect(new ReaderPattern(pattern), SHORT_RESPONSE_BYTES, System::nanoTime);
  }

  private static ChipReader serial(String[] parts) throws CommandFault, LineLostException {
    try {
      int baud = parts.length == 2 ? Integer.parseInt(parts[1]) : 115_200;
      SerialLine line = JsscLine.open(Path.of(parts[0]), baud, System::nanoTime);
      try {
        return Pn532.connect(line, System::nanoTime);
      } catch (LineLostException e) {
        line.close();
        throw e;
      }
    } catch (NumberFormatException e) {
      throw new CommandFault("--reader serial:" + parts[0] + ": the baud is no number");
    }
  }
}
