package egate.simulator.fuzz;

import egate.emrtd.MalformedDataException;
import java.util.List;

/** Something that takes bytes from a stranger. Stateless from one run to the next. */
public interface FuzzTarget {

  /** Small letters, digits and hyphens; also the name of the folder of its inputs. */
  String name();

  /** Valid inputs, at least one, from which mutation starts. The same in each process. */
  List<byte[]> seeds();

  /**
   * Takes one input.
   *
   * @throws Exception only of the class {@link #refusal} names; anything else is a finding
   */
  void run(byte[] input) throws Exception;

  /** The one exception by which this target refuses malformed input. */
  default Class<? extends Exception> refusal() {
    return MalformedDataException.class;
  }
}
