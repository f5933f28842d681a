package egate.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.biometric.model.Onnx;
import egate.biometric.model.TinyPack;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With models that the test makes: faces are known by their mean colour. */
class CompareFaceTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TinyPack tiny;
  private Path key;

  @BeforeEach
  void pack() throws Exception {
    tiny = TinyPack.in(folder, 1);
    String base64 = Base64.getMimeEncoder().encodeToString(tiny.keys().getPublic().getEncoded());
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    key = Files.writeString(folder.resolve("key.pem"), pem);
  }

  @Test
  void anApprovedPackCompares() throws Exception {
    Onnx.assumeUsable();
    assertEquals(0, compare(face("one", Color.RED), face("two", new Color(210, 5, 5)), "--json"));
    assertTrue(out.toString().contains("\"approved\": true, \"score\": 0.9"), out.toString());
    assertTrue(out.toString().contains("\"threshold\": 0.900000"), out.toString());
    assertEquals(1, compare(face("one", Color.RED), face("two", Color.CYAN)));
    assertEquals("", err.toString());
  }

  @Test
  void evaluationSaysNotApproved() throws Exception {
    Onnx.assumeUsable();
    tiny.write(tiny.manifest(false));
    String red = face("one", Color.RED).toString();
    assertEquals(0, egate("compare", "face", red, red, "--models", folder + "", "--evaluation"));
    assertTrue(err.toString().startsWith("NOT APPROVED"), err.toString());
  }

  @Test
  void aPackThatNobodyApprovedComparesNothing() throws Exception {
    tiny.write(tiny.manifest(false));
    Path red = face("one", Color.RED);
    assertEquals(2, compare(red, red));
    assertTrue(err.toString().contains("signed, but as not approved"), err.toString());
    assertEquals(2, egate("compare", "face", red + "", red + "", "--models", folder + ""));
    assertTrue(err.toString().contains("nobody vouches for this pack"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void pairsWithoutAFaceAreNotEvaluated() throws Exception {
    Onnx.assumeUsable();
    tiny = TinyPack.in(folder, 0.1f);
    face("one.png", Color.RED);
    Path pairs = Files.writeString(folder.resolve("pairs"), "one.png\tone.png\n");
    assertEquals(
        1,
        egate("compare", "face", "--pairs", pairs + "", "--models", folder + "", "--evaluation"));
    assertTrue(out.toString().startsWith("one.png,one.png,,not_evaluated,0,"), out.toString());
  }

  @Test
  void modelsCheckTellsWhatAGateWouldSay() throws Exception {
    List<String> check = List.of("models", "check", folder + "", "--key", key + "");
    assertEquals(0, egate(check.toArray(String[]::new)));
    assertTrue(out.toString().contains("pack tiny version 3: approved"), out.toString());
    Files.write(folder.resolve("attacks.onnx"), new byte[] {1});
    assertEquals(1, egate(check.toArray(String[]::new)));
    assertTrue(out.toString().contains("attacks.onnx"), out.toString());
    assertTrue(out.toString().contains("pack tiny version 3: altered"), out.toString());
    assertEquals(2, egate("models", "check", folder.resolve("none") + ""));
    assertTrue(err.toString().contains("is no folder"), err.toString());
  }

  private int compare(Path a, Path b, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("compare", "face", a + "", b + "", "--models", folder + "", "--key", key + ""));
    args.addAll(List.of(more));
    return egate(args.toArray(String[]::new));
  }

  private int egate(String... args) {
    return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private Path face(String name, Color colour) throws IOException {
    var image = new BufferedImage(TinyPack.SIDE, TinyPack.SIDE, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, TinyPack.SIDE, TinyPack.SIDE);
    pen.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
