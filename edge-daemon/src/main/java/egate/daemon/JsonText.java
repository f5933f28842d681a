package egate.daemon;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A text as JSON writes it. */
final class JsonText {
  private JsonText() {}

  static String of(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
