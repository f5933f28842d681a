package egate.daemon;

import egate.daemon.config.GateLines;
import egate.daemon.config.InputLines;
import egate.daemon.config.OutputLines;
import egate.gate.gpio.GatePins;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import java.util.Map;

/** The line numbers of a profile, by what each line does. */
final class PinNumbers {
  private PinNumbers() {}

  static GatePins of(GateLines lines) {
    return new GatePins(inputs(lines.inputs()), outputs(lines.outputs()));
  }

  private static Map<InputLine, Integer> inputs(InputLines inputs) {
    return Map.of(
        InputLine.ENTRY_CLOSED, inputs.entryClosed(),
        InputLine.ENTRY_OPEN, inputs.entryOpen(),
        InputLine.EXIT_CLOSED, inputs.exitClosed(),
        InputLine.EXIT_OPEN, inputs.exitOpen(),
        InputLine.ZONE_EMPTY, inputs.zoneEmpty(),
        InputLine.ZONE_SEVERAL, inputs.zoneSeveral(),
        InputLine.EMERGENCY, inputs.emergency());
  }

  private static Map<OutputLine, Integer> outputs(OutputLines outputs) {
    return Map.ofEntries(
        Map.entry(OutputLine.ENTRY_UNLOCK, outputs.entryUnlock()),
        Map.entry(OutputLine.EXIT_UNLOCK, outputs.exitUnlock()),
        Map.entry(OutputLine.HEARTBEAT, outputs.heartbeat()),
        Map.entry(OutputLine.LAMP_WAIT, outputs.lampWait()),
        Map.entry(OutputLine.LAMP_READY, outputs.lampReady()),
        Map.entry(OutputLine.LAMP_READING, outputs.lampReading()),
        Map.entry(OutputLine.LAMP_ENTER, outputs.lampEnter()),
        Map.entry(OutputLine.LAMP_IDENTIFY, outputs.lampIdentify()),
        Map.entry(OutputLine.LAMP_LEAVE, outputs.lampLeave()),
        Map.entry(OutputLine.LAMP_OFFICER, outputs.lampOfficer()),
        Map.entry(OutputLine.LAMP_EMERGENCY, outputs.lampEmergency()));
  }
}
