package egate.daemon.journal;

import java.io.IOException;
import java.util.List;

/** Where the segments of a journal can be read. */
public interface SegmentSource {

  /** The folder or whatever else holds the segments, for messages. */
  String place();

  /** Names of all segments, in their order. */
  List<String> list() throws IOException;

  /** All bytes of a segment, one that is being written included. */
  byte[] read(String segment) throws IOException;
}
