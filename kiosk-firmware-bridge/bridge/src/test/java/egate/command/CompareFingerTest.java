package egate.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.jaiimageio.jpeg2000.impl.J2KImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareFingerTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path one;
  private Path other;

  @BeforeEach
  void twoFingers() throws IOException {
    one = write("one.png", Ridges.image(1, 300, 320));
    other = write("other.png", Ridges.image(2, 388, 374));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff", "jp2"})
  void aFingerMatchesItselfWhateverTheFormat(String format) throws IOException {
    Path same = write("same." + format, Ridges.image(1, 300, 320));
    assertEquals(0, egate("compare", "finger", one.toString(), same.toString(), "--json"));
    assertTrue(out.toString().contains("\"decision\": \"match\""), out.toString());
    assertTrue(out.toString().matches("(?s).*\"score\": \\d+\\.\\d{4}, \"threshold\": \\d.*"));
  }

  @Test
  void anotherFingerDoesNot() {
    assertEquals(1, egate("compare", "finger", one.toString(), other.toString()));
    assertTrue(out.toString().contains("non_match"), out.toString());
  }

  @Test
  void aFileThatIsNoImageIsOneClearLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image");
    assertEquals(2, egate("compare", "finger", one.toString(), text.toString()));
    assertEquals(
        "egate compare finger: "
            + text
            + ": no WSQ, JPEG 2000, JPEG, PNG or TIFF image and no data group\n",
        err.toString());
  }

  @Test
  void nothingToCompareIsAUsageFault() {
    assertEquals(2, egate("compare", "finger", one.toString()));
    assertTrue(err.toString().contains("wants two files"), err.toString());
    assertEquals(2, egate("compare", "finger", "--fmr", "0.5", one.toString(), one.toString()));
    assertTrue(err.toString().contains("0.000001 to 0.01"), err.toString());
  }

  @Test
  void ofPairsEveryLineIsAnsweredInOrder() throws IOException {
    Files.write(folder.resolve("broken.wsq"), new byte[] {(byte) 0xFF, (byte) 0xA0, 1});
    write("with, comma.png", Ridges.image(2, 388, 374));
    Path pairs =
        Files.write(
            folder.resolve("pairs.csv"),
            List.of(
                "path_a,path_b,label",
                "one.png,other.png,impostor",
                one + "," + one,
                "",
                "broken.wsq,one.png",
                "one.png,missing.png",
                "\"with, comma.png\",other.png",
                "missing.png,broken.wsq"));
    assertEquals(0, egate("compare", "finger", "--pairs", pairs.toString()));
    List<String> rows = out.toString().lines().toList();
    assertEquals(6, rows.size());
    assertTrue(rows.get(0).matches("one\\.png,other\\.png,\\d+\\.\\d{4},non_match,\\d+,[\\d.]+"));
    assertTrue(rows.get(1).contains(",match,"), rows.get(1));
    assertTrue(rows.get(2).startsWith("broken.wsq,one.png,,not_evaluated,,"), rows.get(2));
    assertTrue(rows.get(3).startsWith("one.png,missing.png,,not_evaluated,,"), rows.get(3));
    assertTrue(rows.get(4).startsWith("\"with, comma.png\",other.png,"), rows.get(4));
    assertTrue(rows.get(4).contains(",match,"), rows.get(4));
    assertEquals(1, count("missing.png: does not exist"), err.toString());
    assertEquals(1, count("broken.wsq: image: ends early"), err.toString());
    assertTrue(err.toString().contains("6 pairs in"), err.toString());
    assertTrue(err.toString().contains("3 not evaluated"), err.toString());
  }

  @Test
  void aRowWithOnePathNamesItsLine() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "one.png,other.png\none.png\n");
    assertEquals(2, egate("compare", "finger", "--pairs", pairs.toString()));
    assertTrue(err.toString().contains("pairs.csv line 2: wants two paths"), err.toString());
  }

  private long count(String text) {
    return err.toString().lines().filter(line -> line.contains(text)).count();
  }

  private int egate(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private Path write(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    String format = name.substring(name.lastIndexOf('.') + 1);
    ImageWriter writer =
        format.equals("jp2")
            ? new J2KImageWriterSpi().createWriterInstance()
            : ImageIO.getImageWritersByFormatName(format).next();
    Files.deleteIfExists(file);
    try (var output = new FileImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), null);
    }
    return file;
  }
}
