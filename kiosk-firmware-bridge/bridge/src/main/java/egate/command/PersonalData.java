package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.emrtd.lds.LdsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way out for personal data, for those who asked for it by name: on a bench, never on a gate
 * that serves.
 */
final class PersonalData {
  private static final Path INSTALLED_PROFILE = Path.of("/etc/egate/profile.yaml");
  private static final Pattern PRODUCTION = Pattern.compile("(?m)^production:\\s*true\\b");
  private static final String DAEMON = "egate.daemon.Main";

  private final Path profile;
  private final Stream<String> processes;

  /**
   * Where it is asked whether this is a gate.
   *
   * @param profile of the gate that this machine may be
   * @param processes command lines of all that runs here
   */
  PersonalData(Path profile, Stream<String> processes) {
    this.profile = profile;
    this.processes = processes;
  }

  /** This machine. */
  static PersonalData here() {
    return new PersonalData(
        INSTALLED_PROFILE,
        ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()));
  }

  /** Refuses on a production gate, and beside a running daemon. */
  void permit(PrintWriter err) throws CommandFault {
    if (isProduction()) {
      throw new CommandFault(
          profile + " is of a production gate: no personal data leaves it; use a bench machine");
    }
    if (processes.anyMatch(line -> line.contains(DAEMON))) {
      throw new CommandFault("a daemon runs here: no personal data beside it; stop it first");
    }
    err.println("warning: what follows is personal data; you answer for where it goes");
    err.flush();
  }

  /** A profile that cannot be read counts as one of production. */
  private boolean isProduction() {
    if (!Files.exists(profile)) {
      return false;
    }
    try {
      return PRODUCTION.matcher(Files.readString(profile)).find();
    } catch (IOException e) {
      return true;
    }
  }

  static void show(PrintWriter out, Mrz mrz) {
    String text = new String(mrz.text(), StandardCharsets.US_ASCII);
    int columns = mrz.format().columns();
    for (int at = 0; at < text.length(); at += columns) {
      out.println(text.substring(at, at + columns));
    }
    out.flush();
  }

  /** Writes the files into a new folder that is its owner's alone. */
  static void write(Path folder, Evidence evidence) throws CommandFault {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (Map.Entry<LdsFile, byte[]> file : evidence.files().entrySet()) {
        Path path = folder.resolve(DocumentFolder.name(file.getKey()));
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(path, file.getValue());
      }
    } catch (FileAlreadyExistsException e) {
      throw new CommandFault(folder + ": is there already; give a new folder");
    } catch (IOException e) {
      throw new CommandFault(folder + ": cannot be written; give another folder");
    }
  }
}
