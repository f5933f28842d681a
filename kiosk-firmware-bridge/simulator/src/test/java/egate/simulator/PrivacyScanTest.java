package egate.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scan that finds nothing after a run is one that finds what is planted. */
class PrivacyScanTest {
  private static final String NAME = "ERIKSSON<<ANNA<MARIA";

  @TempDir private Path folder;

  static Stream<byte[]> disguises() {
    byte[] ascii = NAME.getBytes(StandardCharsets.US_ASCII);
    Stream<byte[]> base64 =
        IntStream.range(0, 3)
            .mapToObj(
                shift ->
                    Base64.getEncoder()
                        .encode(
                            ("xyz".substring(shift) + NAME + "!")
                                .getBytes(StandardCharsets.US_ASCII)));
    return Stream.concat(
        base64,
        Stream.of(
            ascii,
            HexFormat.of().formatHex(ascii).getBytes(StandardCharsets.US_ASCII),
            HexFormat.of()
                .formatHex(ascii)
                .toUpperCase(Locale.ROOT)
                .getBytes(StandardCharsets.US_ASCII),
            NAME.getBytes(StandardCharsets.UTF_16LE),
            NAME.getBytes(StandardCharsets.UTF_16BE)));
  }

  @ParameterizedTest
  @MethodSource("disguises")
  void findsAPlantedName(byte[] disguise) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("journal")).resolve("0001.log");
    byte[] content = new byte[10_000 + disguise.length];
    System.arraycopy(disguise, 0, content, 7_777, disguise.length);
    Files.write(deep, content);

    assertEquals(List.of(deep), new PrivacyScan().probe(NAME).find(folder));
  }

  @Test
  void findsAPieceOfAnImage() throws IOException {
    byte[] image = HexFormat.of().parseHex("FFD8FFE000104A464946000101");
    Path dump = Files.write(folder.resolve("dump"), image);
    assertEquals(List.of(dump), new PrivacyScan().probe(image).find(folder));
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    Files.writeString(folder.resolve("log"), "ERIKSSO<<ANNA<MARIA, ERIKSSON");
    assertEquals(List.of(), new PrivacyScan().probe(NAME).find(folder));
  }

  @Test
  void refusesAProbeThatChanceWouldFind() {
    assertThrows(IllegalArgumentException.class, () -> new PrivacyScan().probe("LI<<B"));
  }
}
