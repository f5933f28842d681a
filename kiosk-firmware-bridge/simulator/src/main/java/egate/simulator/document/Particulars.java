package egate.simulator.document;

import egate.emrtd.lds.Dg11;
import egate.emrtd.lds.Dg12;
import egate.emrtd.lds.EncodedImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Invented particulars of a holder and a document, for the data groups that no gate asks for: each
 * of them may be missing. Treated as personal data: it has no string form.
 */
public final class Particulars {
  private static final int DAYS = 20_000;
  private static final int SECONDS_OF_A_DAY = 86_400;
  private static final int NAMES_MAX = 4;
  private static final int SIGNATURES_MAX = 9;
  private static final int CONTACTS_MAX = 15;
  private static final int SCRIBBLE_WIDTH = 120;
  private static final int SCRIBBLE_HEIGHT = 40;
  private static final int STROKES = 12;
  private static final double QUALITY = 0.3;

  /** Letters of one, two, three and four bytes. */
  private static final List<String> SYLLABLES =
      List.of("VO", "MER", "TÄL", "QUÍ", "ЖАН", "ΡΙΛ", "株", "𠮷", "ø", "KEY");

  private final RandomGenerator random;

  public Particulars(RandomGenerator random) {
    this.random = random;
  }

  public HolderDetails holderDetails() {
    Map<Dg11.Detail, String> texts = new EnumMap<>(Dg11.Detail.class);
    for (Dg11.Detail detail : Dg11.Detail.values()) {
      perhaps(this::text).ifPresent(text -> texts.put(detail, text));
    }
    return new HolderDetails(texts, names(), perhaps(this::date), perhaps(this::scribble));
  }

  public DocumentDetails documentDetails() {
    Map<Dg12.Detail, String> texts = new EnumMap<>(Dg12.Detail.class);
    for (Dg12.Detail detail : Dg12.Detail.values()) {
      perhaps(this::text).ifPresent(text -> texts.put(detail, text));
    }
    return new DocumentDetails(
        texts,
        names(),
        perhaps(this::date),
        perhaps(this::time),
        random.nextBoolean(),
        perhaps(this::scribble),
        perhaps(this::scribble));
  }

  /** 1 to 15 people to notify. */
  public List<Contact> contacts() {
    return several(1, CONTACTS_MAX, this::contact);
  }

  private Contact contact() {
    return new Contact(date(), text(), perhaps(this::text), perhaps(this::text));
  }

  /** 1 to 9 signatures or usual marks. */
  public List<EncodedImage> signatures() {
    return several(1, SIGNATURES_MAX, this::scribble);
  }

  private List<String> names() {
    return several(0, NAMES_MAX, this::text);
  }

  /** Two parts, of national letters, with the filler between them. */
  private String text() {
    return word() + "<<" + word();
  }

  private String word() {
    return String.join(
        "", several(1, NAMES_MAX, () -> SYLLABLES.get(random.nextInt(SYLLABLES.size()))));
  }

  private LocalDate date() {
    return LocalDate.EPOCH.plusDays(random.nextInt(DAYS));
  }

  private LocalDateTime time() {
    return date().atStartOfDay().plusSeconds(random.nextInt(SECONDS_OF_A_DAY));
  }

  /** A line drawn to and fro, in JPEG. The data object names no size of it. */
  private EncodedImage scribble() {
    BufferedImage paper =
        new BufferedImage(SCRIBBLE_WIDTH, SCRIBBLE_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.drawPolyline(
        random.ints(STROKES, 0, SCRIBBLE_WIDTH).toArray(),
        random.ints(STROKES, 0, SCRIBBLE_HEIGHT).toArray(),
        STROKES);
    pen.dispose();
    return new EncodedImage(EncodedImage.Format.JPEG, 0, 0, ImageEncoder.jpeg(paper, QUALITY));
  }

  private <T> List<T> several(int least, int most, Supplier<T> one) {
    return Stream.generate(one).limit(random.nextInt(least, most + 1)).toList();
  }

  private <T> Optional<T> perhaps(Supplier<T> one) {
    return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Particulars";
  }
}
