package egate.simulator.fuzz;

import egate.emrtd.MalformedDataException;
import java.util.List;
import java.util.function.Supplier;

/**
 * A target that only parses.
 *
 * @param samples valid inputs; asked for once a process
 */
record ParserTarget(String name, Supplier<List<byte[]>> samples, Parser parser)
    implements FuzzTarget {

  /** Parses, and looks at everything that it parsed, for some look late. */
  interface Parser {
    void parse(byte[] input) throws MalformedDataException;
  }

  @Override
  public List<byte[]> seeds() {
    return samples.get();
  }

  @Override
  public void run(byte[] input) throws MalformedDataException {
    parser.parse(input);
  }
}
