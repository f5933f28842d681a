package egate.simulator.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * A drawn portrait: the same seed gives the same face. It stands where a photograph would, and no
 * face comparison should take it for one.
 */
public final class FacePicture {
  public static final int WIDTH = 240;
  public static final int HEIGHT = 320;

  private static final double CENTRE = WIDTH / 2.0;
  private static final double EYE_LEVEL = 150;
  // As in DG2 files of issued passports: about 14 kB for this size.
  private static final double BITS_PER_PIXEL = 1.5;

  private final BufferedImage image;

  public FacePicture(long seed) {
    // Of packed pixels the JPEG 2000 writer makes signed components, which no issuer uses.
    image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    draw(pen, new SplittableRandom(seed));
    pen.dispose();
  }

  /** Colour, {@link #WIDTH} x {@link #HEIGHT}. */
  public BufferedImage image() {
    return image;
  }

  /** JPEG of a quality from 0.0 (smallest) to 1.0. */
  public byte[] jpeg(double quality) {
    return ImageEncoder.jpeg(image, quality);
  }

  /** JPEG 2000, about 14 kB. */
  public byte[] jpeg2000() {
    return ImageEncoder.jpeg2000(image, BITS_PER_PIXEL);
  }

  private static void draw(Graphics2D pen, SplittableRandom random) {
    Color skin = Color.getHSBColor(0.07f, part(random, 0.25, 0.55), part(random, 0.45, 0.95));
    Color hair = Color.getHSBColor(part(random, 0.03, 0.12), 0.5f, part(random, 0.1, 0.7));
    double headWidth = 110 + random.nextDouble(30);
    double headHeight = 160 + random.nextDouble(25);
    drawBackground(pen);
    drawShoulders(pen, skin, random);
    drawHead(pen, skin, hair, headWidth, headHeight);
    drawEyes(pen, hair, random);
    drawNoseAndMouth(pen, skin, random);
  }

  private static void drawBackground(Graphics2D pen) {
    pen.setColor(new Color(214, 217, 220));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
  }

  private static void drawShoulders(Graphics2D pen, Color skin, SplittableRandom random) {
    pen.setColor(skin.darker());
    pen.fill(new RoundRectangle2D.Double(CENTRE - 28, 215, 56, 70, 30, 30));
    pen.setColor(Color.getHSBColor(part(random, 0, 1), 0.4f, 0.4f));
    pen.fill(new RoundRectangle2D.Double(CENTRE - 95, 265, 190, 90, 80, 80));
  }

  private static void drawHead(
      Graphics2D pen, Color skin, Color hair, double width, double height) {
    double top = EYE_LEVEL - height * 0.48;
    pen.setColor(hair);
    pen.fill(new Ellipse2D.Double(CENTRE - width * 0.56, top - 16, width * 1.12, height * 0.8));
    pen.setColor(skin);
    pen.fill(new Ellipse2D.Double(CENTRE - width / 2 - 8, EYE_LEVEL - 6, width + 16, 34));
    pen.fill(new Ellipse2D.Double(CENTRE - width / 2, top, width, height));
    pen.setColor(hair);
    pen.fill(
        new Arc2D.Double(CENTRE - width / 2, top - 4, width, height * 0.62, 15, 150, Arc2D.CHORD));
  }

  private static void drawEyes(Graphics2D pen, Color brows, SplittableRandom random) {
    double apart = 26 + random.nextDouble(8);
    double size = 9 + random.nextDouble(4);
    Color iris = Color.getHSBColor(part(random, 0.05, 0.65), 0.5f, 0.4f);
    for (double x : new double[] {CENTRE - apart, CENTRE + apart}) {
      pen.setColor(Color.WHITE);
      pen.fill(
          new Ellipse2D.Double(x - size * 1.4, EYE_LEVEL - size * 0.7, size * 2.8, size * 1.4));
      pen.setColor(iris);
      pen.fill(
          new Ellipse2D.Double(x - size * 0.6, EYE_LEVEL - size * 0.6, size * 1.2, size * 1.2));
      pen.setColor(Color.BLACK);
      pen.fill(new Ellipse2D.Double(x - 2.5, EYE_LEVEL - 2.5, 5, 5));
      pen.setColor(brows);
      pen.setStroke(new BasicStroke(4));
      pen.draw(
          new QuadCurve2D.Double(
              x - 17, EYE_LEVEL - 16, x, EYE_LEVEL - 25, x + 17, EYE_LEVEL - 16));
    }
  }

  private static void drawNoseAndMouth(Graphics2D pen, Color skin, SplittableRandom random) {
    double nose = 36 + random.nextDouble(10);
    double mouth = 20 + random.nextDouble(10);
    pen.setColor(skin.darker());
    pen.setStroke(new BasicStroke(3));
    pen.draw(
        new QuadCurve2D.Double(
            CENTRE - 4,
            EYE_LEVEL + 5,
            CENTRE - 16,
            EYE_LEVEL + nose,
            CENTRE + 8,
            EYE_LEVEL + nose));
    pen.setColor(new Color(150, 70, 70));
    pen.setStroke(new BasicStroke(5));
    double level = EYE_LEVEL + nose + 24;
    pen.draw(
        new QuadCurve2D.Double(
            CENTRE - mouth,
            level,
            CENTRE,
            level + random.nextDouble(12) - 3,
            CENTRE + mouth,
            level));
  }

  private static float part(SplittableRandom random, double least, double most) {
    return (float) random.nextDouble(least, most);
  }
}
