package egate.simulator.fuzz;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.simulator.document.ElementaryFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A data block of ISO/IEC 39794, within a template that is always right: so that mutation does not
 * spend itself on what surrounds the block.
 *
 * @param part of the standard: 4 fingers, 5 faces, 6 irises
 * @param file that holds such blocks
 * @param samples whole files
 * @param parser of the whole file
 */
record Iso39794Target(
    int part, ElementaryFile file, List<byte[]> samples, ParserTarget.Parser parser)
    implements FuzzTarget {
  private static final int GROUP = 0x7F61;
  private static final int COUNT = 0x02;
  private static final int TEMPLATE = 0x7F60;
  private static final int DATA_BLOCK = 0x7F2E;

  @Override
  public String name() {
    return "iso39794-" + part;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> blocks = new ArrayList<>();
    try {
      for (byte[] sample : samples) {
        for (Tlv object : Tlv.parse(sample).child(GROUP).children()) {
          if (object.tag() == TEMPLATE) {
            blocks.add(object.child(DATA_BLOCK).value());
          }
        }
      }
    } catch (MalformedDataException e) {
      throw new IllegalStateException("a sample that is none", e);
    }
    return blocks;
  }

  @Override
  public void run(byte[] block) throws MalformedDataException {
    byte[] count = Tlv.encode(COUNT, new byte[] {1});
    byte[] template = Tlv.encode(TEMPLATE, Tlv.encode(DATA_BLOCK, block));
    parser.parse(Tlv.encode(file.tag(), Tlv.encode(GROUP, count, template)));
  }
}
