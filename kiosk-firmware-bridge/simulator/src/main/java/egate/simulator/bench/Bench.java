package egate.simulator.bench;

import egate.simulator.FullDiskBench;
import egate.simulator.GateBench;
import egate.simulator.KillBench;
import egate.simulator.StopBench;
import picocli.CommandLine.Command;

/** {@code egate bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    description = "Measures. Figures are of this machine, now: compare them as ratios in one run.",
    subcommands = {
      ChipBench.class,
      GateBench.class,
      StopBench.class,
      KillBench.class,
      FullDiskBench.class,
      RehearsalBench.class,
      CompareBench.class,
      TrustBench.class,
      RecordRehearsal.class
    })
public final class Bench {}
