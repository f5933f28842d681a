package egate.simulator.fuzz;

import egate.simulator.chip.SimulatedChip;
import egate.simulator.document.LdsVersion;
import egate.simulator.document.SignatureScheme;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The simulated chip, given any command: it answers each with at least a status word. */
final class CommandApduTarget implements FuzzTarget {
  private static final int STATUS_BYTES = 2;

  private @Nullable SimulatedChip made;

  @Override
  public String name() {
    return "command-apdu";
  }

  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            "00A4040C07A0000002471001",
            "00A4020C02011E",
            "00B0000000",
            "00B0000000FFFF",
            "00B100000454027FFF00",
            "0084000008",
            "0CB000000D9701048E08ED6705417E96BA5500",
            "008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728")
        .map(HexFormat.of()::parseHex)
        .toList();
  }

  private static SimulatedChip chip() {
    return new SimulatedChip(
        SampleFiles.document(SignatureScheme.ECDSA_P256, LdsVersion.V1_7), new Random(1));
  }

  @Override
  public void run(byte[] input) {
    SimulatedChip chip = made == null ? chip() : made;
    made = chip;
    chip.powerOn();
    if (chip.transmit(input).orElseThrow().length < STATUS_BYTES) {
      throw new IllegalStateException("an answer without a status word");
    }
  }
}
