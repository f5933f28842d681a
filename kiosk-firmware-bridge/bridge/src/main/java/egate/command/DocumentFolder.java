package egate.command;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.StepEvidence;
import egate.emrtd.lds.EfCom;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A document's files in a folder, by the names under which laboratories exchange them: {@code
 * EF_SOD.bin}, {@code EF_COM.bin}, {@code Datagroup2.bin} or {@code DG2.bin}, in any case.
 */
final class DocumentFolder {
  /** As the reader allows a chip's. */
  private static final int FILE_BYTES_MAX = 256 * 1024;

  private static final byte[] NO_BYTES = {};

  private final Path folder;
  private final PrintWriter err;

  DocumentFolder(Path folder, PrintWriter err) {
    this.folder = folder;
    this.err = err;
  }

  /** Reads what is there; a step a file. */
  Evidence read() throws CommandFault {
    Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);
    List<StepEvidence> steps = new ArrayList<>();
    for (Path path : entries()) {
      Optional<LdsFile> file = named(path);
      if (file.isPresent()) {
        long begin = System.nanoTime();
        byte[] bytes = bytes(path);
        if (files.put(file.get(), bytes) != null) {
          throw new CommandFault(
              folder + ": " + file.get().text() + " is there under two names; remove one");
        }
        steps.add(new StepEvidence(file.get().text(), 0, bytes.length, System.nanoTime() - begin));
      }
    }
    if (files.isEmpty()) {
      throw new CommandFault(
          folder + ": no file of a document; name them EF_SOD.bin, EF_COM.bin, DG1.bin, DG2.bin");
    }
    leaveOutUnlisted(files);
    return new Evidence(AccessProtocol.NONE, files, Map.of(), steps);
  }

  /** A data group that neither EF.COM nor EF.SOD lists is none of this document's. */
  private void leaveOutUnlisted(Map<LdsFile, byte[]> files) {
    Set<LdsFile> listed = EnumSet.noneOf(LdsFile.class);
    try {
      listed.addAll(EfCom.parse(files.getOrDefault(LdsFile.EF_COM, NO_BYTES)).dataGroups());
    } catch (MalformedDataException e) {
      // Judged later.
    }
    try {
      EfSod sod = EfSod.parse(files.getOrDefault(LdsFile.EF_SOD, NO_BYTES));
      listed.addAll(sod.securityObject().dataGroups());
    } catch (MalformedDataException e) {
      return; // nothing tells what is signed, so that nothing is left out
    }
    for (LdsFile file : LdsFile.values()) {
      if (file.isDataGroup() && !listed.contains(file) && files.remove(file) != null) {
        err.println(folder + ": " + file.text() + " is listed nowhere, so left out");
      }
    }
  }

  private List<Path> entries() throws CommandFault {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new CommandFault(folder + ": no folder that can be read; give the folder of the files");
    }
  }

  private static byte[] bytes(Path path) throws CommandFault {
    try {
      long size = Files.size(path);
      if (size > FILE_BYTES_MAX) {
        throw new CommandFault(path + ": " + size + " bytes, too large for a file of a chip");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new CommandFault(path + ": cannot be read; see its permissions");
    }
  }

  private static Optional<LdsFile> named(Path path) {
    String name = path.getFileName().toString().toUpperCase(Locale.ROOT);
    for (LdsFile file : LdsFile.values()) {
      if (name.equals(name(file).toUpperCase(Locale.ROOT))
          || (file.isDataGroup() && name.equals("DATAGROUP" + file.dataGroupNumber() + ".BIN"))) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The name under which a file is written. */
  static String name(LdsFile file) {
    return file.text().replace('.', '_') + ".bin";
  }
}
