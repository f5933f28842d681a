package egate.daemon.journal;

import java.io.IOException;
import java.util.List;

/** Where the files of a journal can be read: its segments and its wrapped data keys. */
public interface SegmentSource {
  /** How the name of a segment ends. */
  String SEGMENT = ".wal";

  /** How the name of a wrapped data key ends. */
  String KEY = ".key";

  /** The folder or whatever else holds the files, for messages. */
  String place();

  /** Names of all files that end so, in their order. */
  List<String> list(String suffix) throws IOException;

  /** How many bytes a file has. */
  long size(String name) throws IOException;

  /** All bytes of a file, one that is being written included. */
  byte[] read(String name) throws IOException;

  /** The first bytes of a file, as many as there are and at most so many. */
  byte[] head(String name, int most) throws IOException;
}
