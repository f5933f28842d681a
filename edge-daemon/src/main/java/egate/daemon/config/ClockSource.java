package egate.daemon.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What must keep the wall clock before documents are judged by it. */
public enum ClockSource {
  /** The kernel disciplines it by a time source, or did within the last day. */
  SYNCHRONISED,
  /** It may run by itself, for a battery keeps it and somebody looks after it. */
  BATTERY;

  static final List<String> KEYS = Arrays.stream(values()).map(ClockSource::key).toList();

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ClockSource of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
