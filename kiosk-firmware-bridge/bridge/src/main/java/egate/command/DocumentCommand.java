package egate.command;

import picocli.CommandLine.Command;

/** {@code egate document}. */
@Command(
    name = "document",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "read|inspect",
    description = "Reads a document's chip, or its files, and judges it as the gate would.",
    subcommands = {DocumentRead.class, DocumentInspect.class})
final class DocumentCommand {}
