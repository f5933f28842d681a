package egate.daemon.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The schema in hardware-profiles is what the mapping reads, key by key. After a change of the
 * mapping, run this test once with -Degate.schema=write and commit the file.
 */
class ProfileSchemaTest {
  private static final Path PROFILES = ProfileFile.simulated().resolveSibling("");
  private static final Pattern COMMENTED =
      Pattern.compile("^ *([a-z-]+): *[^#{\n]*# (.*)$", Pattern.MULTILINE);

  @Test
  void theSchemaIsWhatTheMappingReads() throws Exception {
    String schema =
        JsonWriter.text(
                new SchemaOfMapping(YamlParser.parse("full", full())).schema(descriptions()), "")
            + "\n";
    Path file = PROFILES.resolve("profile.schema.json");
    if (System.getProperty("egate.schema", "").equals("write")) {
      Files.writeString(file, schema);
    }
    assertEquals(schema, Files.readString(file));
  }

  @Test
  void everyProfileOfTheTreeIsFaultless() throws IOException {
    List<Path> profiles;
    try (Stream<Path> files = Files.list(PROFILES)) {
      profiles = files.filter(file -> file.toString().endsWith(".yaml")).toList();
    }
    assertTrue(profiles.size() >= 6, profiles::toString);
    for (Path profile : profiles) {
      assertEquals(List.of(), ConfigReader.findings(profile));
    }
  }

  private static String full() throws IOException {
    try (var in = ProfileSchemaTest.class.getResourceAsStream("full.yaml")) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the simulated profile says beside a key. */
  private static Map<String, String> descriptions() throws IOException {
    Map<String, String> descriptions = new LinkedHashMap<>();
    Matcher commented = COMMENTED.matcher(Files.readString(ProfileFile.simulated()));
    while (commented.find()) {
      descriptions.putIfAbsent(commented.group(1), commented.group(2));
    }
    return descriptions;
  }
}
