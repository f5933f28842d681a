package egate.daemon.config;

import egate.daemon.config.Yaml.Mapping;
import egate.daemon.config.Yaml.Scalar;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Turns YAML's events into sections and values.
 *
 * <p>It works on events so that depth, anchors and tags are refused before anything is built: a
 * file of 64 KiB cannot grow into more than itself.
 */
final class YamlParser {
  /** Deeper than any profile; bounds the recursion. */
  private static final int DEPTH_MAX = 4;

  private static final CoreSchema SCHEMA = new CoreSchema();

  private final String source;
  private final Iterator<Event> events;

  private YamlParser(String source, String text) {
    this.source = source;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(SCHEMA)
            .setCodePointLimit(ConfigReader.BYTES_MAX)
            .build();
    this.events = new ParserImpl(settings, new StreamReader(settings, text));
  }

  /** The whole text as one document, which must be a mapping. */
  static Mapping parse(String source, String text) throws ProfileException {
    YamlParser parser = new YamlParser(source, text);
    try {
      Yaml root = parser.document();
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      throw ProfileException.at(
          root.place(), "profile", "is " + root.kind(), "a profile is a list of KEY: VALUE");
    } catch (MarkedYamlEngineException e) {
      throw ProfileException.at(
          parser.place(e.getProblemMark()), "YAML", e.getProblem(), "correct the line");
    } catch (YamlEngineException e) {
      throw new ProfileException(source + ": YAML: " + e.getMessage() + "; correct the file");
    }
  }

  private Yaml document() throws ProfileException {
    events.next(); // start of the stream
    Event start = events.next();
    if (start instanceof StreamEndEvent) {
      throw new ProfileException(source + ": the file is empty; write a profile");
    }
    Yaml root = value("profile", events.next(), 0);
    events.next(); // end of the document
    Event end = events.next();
    if (!(end instanceof StreamEndEvent)) {
      throw ProfileException.at(
          place(end.getStartMark()), "---", "a second document begins", "remove it");
    }
    return root;
  }

  private Yaml value(String key, Event event, int depth) throws ProfileException {
    Place place = place(event.getStartMark());
    requirePlain(key, event, place);
    return switch (event) {
      case ScalarEvent scalar -> scalar(place, scalar);
      case MappingStartEvent _ when depth < DEPTH_MAX -> mapping(place, depth);
      case MappingStartEvent _ ->
          throw ProfileException.at(place, key, "is nested too deeply", "remove the section");
      case SequenceStartEvent _ ->
          throw ProfileException.at(place, key, "is a list", "a profile has no lists");
      default -> throw ProfileException.at(place, key, "is not a value", "correct the line");
    };
  }

  private static void requirePlain(String key, Event event, Place place) throws ProfileException {
    if (anchored(event)) {
      throw ProfileException.at(
          place, key, "uses an anchor or an alias", "write the value where it is needed");
    }
    if (tagged(event)) {
      throw ProfileException.at(place, key, "has a tag", "remove the exclamation mark");
    }
  }

  private static boolean anchored(Event event) {
    return event instanceof NodeEvent node && node.getAnchor().isPresent();
  }

  private static boolean tagged(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag().isPresent();
      case MappingStartEvent mapping -> mapping.getTag().isPresent();
      default -> false;
    };
  }

  private static Scalar scalar(Place place, ScalarEvent event) {
    Tag tag = SCHEMA.getScalarResolver().resolve(event.getValue(), event.isPlain());
    return new Scalar(place, event.isPlain() ? typeOf(tag) : YamlType.TEXT, event.getValue());
  }

  private static YamlType typeOf(Tag tag) {
    if (tag.equals(Tag.INT)) {
      return YamlType.INTEGER;
    } else if (tag.equals(Tag.BOOL)) {
      return YamlType.FLAG;
    } else if (tag.equals(Tag.FLOAT)) {
      return YamlType.DECIMAL;
    } else if (tag.equals(Tag.NULL)) {
      return YamlType.NOTHING;
    }
    return YamlType.TEXT;
  }

  private Mapping mapping(Place place, int depth) throws ProfileException {
    LinkedHashMap<String, Yaml> entries = new LinkedHashMap<>();
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      Place at = place(event.getStartMark());
      if (!(event instanceof ScalarEvent key)) {
        throw ProfileException.at(at, "key", "is not a text", "write KEY: VALUE");
      }
      requirePlain("key", key, at);
      if (entries.containsKey(key.getValue())) {
        throw ProfileException.at(at, key.getValue(), "is written twice", "remove one");
      }
      entries.put(key.getValue(), value(key.getValue(), events.next(), depth + 1));
    }
    return new Mapping(place, entries);
  }

  private Place place(Optional<Mark> mark) {
    return new Place(source, mark.map(m -> m.getLine() + 1).orElse(0));
  }

  /** A value on the command line, typed as the same text in a file would be. */
  static Scalar scalar(Setting setting) {
    Tag tag = SCHEMA.getScalarResolver().resolve(setting.text(), true);
    return new Scalar(setting.place(), typeOf(tag), setting.text());
  }
}
