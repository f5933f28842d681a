import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the tree, or checks that all are formatted. Run by the build with
 * the selected JDK, since the formatter parses Java 25 only on a JDK that knows it.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    int wrong = 0;
    for (Path source : sources(Path.of(args[1]))) {
      String text = Files.readString(source);
      String formatted = format(text);
      if (!formatted.equals(text)) {
        wrong++;
        System.err.println((fix ? "formatted " : "not formatted: ") + source);
        if (fix) {
          Files.writeString(source, formatted);
        }
      }
    }
    if (wrong > 0 && !fix) {
      System.err.println("mvn -N process-sources -Degate.format=fix formats them");
      System.exit(1);
    }
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
