package egate.daemon.update;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What updates have installed: a line each of kind, version, issued, limit, length, SHA-256. */
final class Installed {
  static final Installed NOTHING = new Installed(new EnumMap<>(UpdateKind.class));

  private final Map<UpdateKind, UpdateItem> items;

  private Installed(Map<UpdateKind, UpdateItem> items) {
    this.items = items;
  }

  static Installed parse(String text) throws UpdateException {
    Map<UpdateKind, UpdateItem> items = new EnumMap<>(UpdateKind.class);
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      try {
        UpdateItem item =
            new UpdateItem(
                UpdateKind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                Integer.parseInt(words[1]),
                Instant.parse(words[2]),
                Instant.parse(words[3]),
                Integer.parseInt(words[4]),
                words[5]);
        items.put(item.kind(), item);
      } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
        throw new UpdateException(
            "the list of installed updates is damaged; install all updates again", e);
      }
    }
    return new Installed(items);
  }

  Installed with(Collection<UpdateItem> fresh) {
    Map<UpdateKind, UpdateItem> all = new EnumMap<>(UpdateKind.class);
    all.putAll(items);
    fresh.forEach(item -> all.put(item.kind(), item));
    return new Installed(all);
  }

  Optional<UpdateItem> of(UpdateKind kind) {
    return Optional.ofNullable(items.get(kind));
  }

  List<UpdateItem> all() {
    return new ArrayList<>(items.values());
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (UpdateItem item : items.values()) {
      text.append(item.kind().label()).append(' ').append(item.version());
      text.append(' ').append(item.issued()).append(' ').append(item.limit());
      text.append(' ').append(item.length()).append(' ').append(item.sha256()).append('\n');
    }
    return text.toString();
  }
}
