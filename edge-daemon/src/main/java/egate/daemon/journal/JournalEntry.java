package egate.daemon.journal;

import egate.gate.Door;
import java.util.UUID;

/**
 * What goes on record. No entry has a field that could hold an MRZ, a name, an image or a template.
 *
 * <p>Each carries the wall clock's time for people; what came before what is told by the entry's
 * place in the journal alone, for wall clocks may jump.
 */
public sealed interface JournalEntry {

  /** Longest result, in characters. */
  int JSON_MAX = 16_384;

  /** Longest name of a software version, in characters. */
  int SOFTWARE_MAX = 64;

  /** Longest word of an order, in characters. */
  int WORD_MAX = 32;

  /** Milliseconds since 1970-01-01T00:00Z, as the wall clock said. */
  long wallMillis();

  /** Whether it lies on the disk in clear: an auditor has no secret. */
  default boolean isPublic() {
    return this instanceof Head || this instanceof Retired;
  }

  /**
   * The daemon opened the journal.
   *
   * @param epoch made when the store was created; the same in every such entry of one store
   * @param software version of the daemon, 1..{@value #SOFTWARE_MAX} printable ASCII characters
   */
  record Started(long wallMillis, UUID epoch, String software) implements JournalEntry {
    public Started {
      requireText("software", software, SOFTWARE_MAX);
    }
  }

  /**
   * A document was seen.
   *
   * @param passage number of the passage, above that of every passage before
   */
  record PassageBegun(long wallMillis, long passage) implements JournalEntry {
    public PassageBegun {
      requirePositive("passage", passage);
    }
  }

  /** A door is about to be opened for a passage. */
  record Decision(long wallMillis, long passage, Door door) implements JournalEntry {
    public Decision {
      requirePositive("passage", passage);
    }
  }

  /** The emergency began or ended; the doors were moved before. */
  record Emergency(long wallMillis, boolean active) implements JournalEntry {}

  /**
   * Somebody at the gate ordered something by hand.
   *
   * @param order what, such as {@code release_back}
   * @param who the staff number, or {@code KEY-SWITCH}
   * @param why one of a fixed list of reasons
   * @param heeded whether it was permitted just then
   */
  record Ordered(long wallMillis, String order, String who, String why, boolean heeded)
      implements JournalEntry {
    public Ordered {
      requireText("order", order, WORD_MAX);
      requireText("who", who, WORD_MAX);
      requireText("why", why, WORD_MAX);
    }
  }

  /**
   * A line is no longer believed, or is believed again.
   *
   * @param line the profile's name for it, such as {@code entry-closed}
   * @param what is wrong with it, such as {@code bouncing}
   * @param begins false once the line behaves
   */
  record Disturbance(long wallMillis, String line, String what, boolean begins)
      implements JournalEntry {
    public Disturbance {
      requireText("line", line, WORD_MAX);
      requireText("what", what, WORD_MAX);
    }
  }

  /**
   * The one result of a passage.
   *
   * @param sequence number of the result in its epoch, gap-free from 1
   * @param json the result as it goes upstream, 1..{@value #JSON_MAX} printable ASCII characters;
   *     {@link PassageRecord} writes it
   */
  record PassageResult(long wallMillis, long passage, long sequence, String json)
      implements JournalEntry {
    public PassageResult {
      requirePositive("passage", passage);
      requirePositive("sequence", sequence);
      requireText("result", json, JSON_MAX);
    }
  }

  /** The record up to here, signed. */
  record Head(long wallMillis, SignedHead head) implements JournalEntry {
    public Head {
      requireText("signature", head.signature(), SignedHead.SIGNATURE_MAX);
    }
  }

  /** What all entries before lead to. */
  record Checkpoint(long wallMillis, Standing standing) implements JournalEntry {}

  /**
   * Central has committed every result up to this one.
   *
   * @param results the chain over the results there
   */
  record Acknowledged(long wallMillis, long sequence, ChainHash results) implements JournalEntry {
    public Acknowledged {
      requirePositive("sequence", sequence);
    }
  }

  /** A data key is about to be destroyed, and what was sealed with it with it. */
  record KeyDestroyed(long wallMillis, int key) implements JournalEntry {
    public KeyDestroyed {
      requirePositive("key", key);
    }
  }

  /** Observations were given up before central had them. */
  record TelemetryGap(long wallMillis, long first, long last, GapCause cause)
      implements JournalEntry {
    public TelemetryGap {
      requirePositive("first", first);
      requirePositive("last", last);
    }
  }

  /**
   * Old segments are about to be removed, all of whose results central has and all of whose keys
   * are destroyed.
   *
   * @param upTo order of the last entry removed
   * @param chain the journal's chain behind that entry
   */
  record Retired(long wallMillis, long upTo, ChainHash chain) implements JournalEntry {
    public Retired {
      requirePositive("upTo", upTo);
    }
  }

  private static void requirePositive(String field, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(field + " is " + value + ", not 1 or more");
    }
  }

  private static void requireText(String field, String text, int most) {
    if (text.isEmpty() || text.length() > most) {
      throw new IllegalArgumentException(field + " has " + text.length() + " characters");
    }
    if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(field + " is not printable ASCII");
    }
  }
}
