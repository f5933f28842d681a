package egate.emrtd;

import java.util.List;

/** The three sizes of machine readable travel document, and where their MRZ keeps what. */
@SuppressWarnings("ImmutableEnumChecker") // spans are records of two numbers, the list a copy
public enum MrzFormat {
  /** Cards: three lines of 30 (Doc 9303-5 section 4.2). */
  TD1(3, 30, 5, span(15, 30), 30, 38, 59, span(5, 37), span(38, 45), span(48, 59)),
  /** Two lines of 36 (Doc 9303-6 section 4.2). */
  TD2(2, 36, 36, span(64, 71), 49, 57, 71, span(36, 46), span(49, 56), span(57, 71)),
  /** Passport booklets: two lines of 44 (Doc 9303-4 section 4.2). */
  TD3(2, 44, 44, span(72, 86), 57, 65, 87, span(44, 54), span(57, 64), span(65, 87));

  /** Characters from an offset in the lines laid end to end, up to another. */
  record Span(int from, int to) {}

  static final int DATE_CHARACTERS = 6;
  static final int NUMBER_CHARACTERS = 9;

  private final int lines;
  private final int columns;
  private final int number;
  private final Span optional;
  private final int birth;
  private final int expiry;
  private final int composite;
  private final List<Span> composed;

  MrzFormat(
      int lines,
      int columns,
      int number,
      Span optional,
      int birth,
      int expiry,
      int composite,
      Span... composed) {
    this.lines = lines;
    this.columns = columns;
    this.number = number;
    this.optional = optional;
    this.birth = birth;
    this.expiry = expiry;
    this.composite = composite;
    this.composed = List.of(composed);
  }

  private static Span span(int from, int to) {
    return new Span(from, to);
  }

  public int lines() {
    return lines;
  }

  /** Characters a line. */
  public int columns() {
    return columns;
  }

  /** Offset of the document number; its check digit follows nine characters later. */
  int number() {
    return number;
  }

  /** The optional data, in which TD1 and TD2 continue a long document number. */
  Span optional() {
    return optional;
  }

  int birth() {
    return birth;
  }

  int expiry() {
    return expiry;
  }

  /** Offset of the composite check digit. */
  int composite() {
    return composite;
  }

  /** What the composite check digit covers. */
  List<Span> composed() {
    return composed;
  }
}
