package egate.simulator.fuzz;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.inspection.ChallengeSignature;
import egate.inspection.UnsupportedAlgorithmException;
import egate.simulator.document.ElementaryFile;
import java.util.List;
import java.util.Optional;

/** DG15: a public key of any kind and size, and a signature that is checked under it. */
final class Dg15Target implements FuzzTarget {
  private static final byte[] CHALLENGE = new byte[8];
  private static final byte[] SIGNATURE = new byte[128];

  @Override
  public String name() {
    return "dg15";
  }

  @Override
  public List<byte[]> seeds() {
    return SampleFiles.dg15();
  }

  @Override
  public void run(byte[] input) throws MalformedDataException {
    byte[] key = Tlv.parse(input).expect(ElementaryFile.DG15.tag()).value();
    try {
      ChallengeSignature.holds(key, Optional.empty(), CHALLENGE, SIGNATURE);
    } catch (UnsupportedAlgorithmException e) {
      throw new MalformedDataException("a key that is not supported");
    }
  }
}
