package egate.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's pcscd, which carries what chip and bridge say to each other. Started with --apdu or
 * --debug it would write that to the system's log.
 *
 * @param processes where the kernel lists processes
 */
record SmartCardService(Path processes) {
  private static final String NAME = "pcscd";
  private static final List<String> TALKATIVE = List.of("--apdu", "--debug", "--info");

  /** The short forms of the same options, alone or in a cluster such as -fad. */
  private static final String TALKATIVE_SHORT = "-[a-zA-Z]*[adi][a-zA-Z]*";

  static SmartCardService ofThisMachine() {
    return new SmartCardService(Path.of("/proc"));
  }

  /** Whether one that runs now logs what it carries. */
  boolean logs() {
    try (Stream<Path> all = Files.list(processes)) {
      return all.map(SmartCardService::commandLine).anyMatch(SmartCardService::logs);
    } catch (IOException e) {
      return false; // without a list of processes there is nothing to be said
    }
  }

  private static boolean logs(List<String> words) {
    return !words.isEmpty()
        && words.getFirst().endsWith(NAME)
        && words.stream()
            .skip(1)
            .anyMatch(word -> TALKATIVE.contains(word) || word.matches(TALKATIVE_SHORT));
  }

  private static List<String> commandLine(Path process) {
    try {
      String line = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      return Arrays.asList(line.split("\0"));
    } catch (IOException e) {
      return List.of(); // no process, or no more
    }
  }
}
