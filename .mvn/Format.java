import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Formats every Java source of the tree, or checks that all are formatted. Run by the build with
 * the selected JDK, since the formatter parses Java 25 only on a JDK that knows it. What was found
 * formatted is remembered by its hash in target/formatted, so that a build looks at changes alone.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    int wrong = 0;
    Path memory = Path.of(args[1], "target", "formatted");
    Set<String> known = remembered(memory, Path.of(args[1], "target", "tools"));
    Set<String> seen = new HashSet<>();
    for (Path source : sources(Path.of(args[1]))) {
      String text = Files.readString(source);
      if (known.contains(hash(text))) {
        seen.add(hash(text));
        continue;
      }
      String formatted = format(text);
      seen.add(hash(formatted));
      if (!formatted.equals(text)) {
        wrong++;
        System.err.println((fix ? "formatted " : "not formatted: ") + source);
        if (fix) {
          Files.writeString(source, formatted);
        }
      }
    }
    Files.write(memory, seen);
    if (wrong > 0 && !fix) {
      System.err.println("mvn -N process-sources -Degate.format=fix formats them");
      System.exit(1);
    }
  }

  /** Another formatter may judge otherwise: a memory older than its jar counts for nothing. */
  private static Set<String> remembered(Path memory, Path tools) throws IOException {
    Path formatter = tools.resolve("google-java-format.jar");
    boolean current =
        Files.exists(memory)
            && Files.getLastModifiedTime(memory).compareTo(Files.getLastModifiedTime(formatter))
                > 0;
    return current ? Set.copyOf(Files.readAllLines(memory)) : Set.of();
  }

  private static String hash(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8")));
  }

  private static String format(String text) throws Exception {
    var style = JavaFormatterOptions.Style.GOOGLE;
    String ordered =
        RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, style));
    return new Formatter(JavaFormatterOptions.builder().style(style).build()).formatSource(ordered);
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .filter(f -> !f.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }
}
