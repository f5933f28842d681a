package egate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code stories} tells of one traveller. After a change of the rules, {@code
 * -Degate.stories=retell} writes what they answer now, for a person to read in the diff.
 */
class StoryTest {
  private static final Path STORIES = Path.of("src", "test", "resources", "stories");

  @TestFactory
  Stream<DynamicTest> everyStoryIsToldAsWritten() throws IOException {
    try (Stream<Path> files = Files.list(STORIES)) {
      List<Path> stories = files.sorted().toList();
      return stories.stream().map(file -> dynamicTest(file.getFileName() + "", () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String written = Files.readString(file);
    String told = Story.retold(written);
    if ("retell".equals(System.getProperty("egate.stories"))) {
      Files.writeString(file, told);
    } else {
      assertEquals(written, told, file + " is not what the rules say");
    }
  }
}
