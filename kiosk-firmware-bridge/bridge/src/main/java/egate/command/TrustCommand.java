package egate.command;

import picocli.CommandLine.Command;

/** {@code egate trust}. */
@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "import|list",
    description = "The certificates, revocations and deviations that documents are judged by.",
    subcommands = {TrustImportCommand.class, TrustListCommand.class})
final class TrustCommand {}
