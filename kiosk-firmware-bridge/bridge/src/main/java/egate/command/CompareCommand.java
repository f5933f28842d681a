package egate.command;

import picocli.CommandLine.Command;

/** {@code egate compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "finger|face",
    description = "Compares fingerprints or faces of files, with the gate's own code.",
    subcommands = {CompareFinger.class, CompareFace.class})
final class CompareCommand {}
