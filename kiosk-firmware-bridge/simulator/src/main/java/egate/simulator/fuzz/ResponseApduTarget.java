package egate.simulator.fuzz;

import egate.emrtd.CardChannel;
import egate.emrtd.ChipAccessDeniedException;
import egate.emrtd.ChipProtocolException;
import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.simulator.chip.SimulatedChip;
import egate.simulator.document.LdsVersion;
import egate.simulator.document.SignatureScheme;
import egate.simulator.document.TravelDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The reader, on a chip whose answers are tampered with: the input says how, a byte an answer. It
 * ends with evidence or with one of the reader's own three exceptions.
 */
final class ResponseApduTarget implements FuzzTarget {
  private @Nullable TravelDocument made;

  @Override
  public String name() {
    return "response-apdu";
  }

  /** Untouched answers; long enough that a single change tampers with any one of them. */
  @Override
  public List<byte[]> seeds() {
    return List.of(new byte[24]);
  }

  @Override
  public Class<? extends Exception> refusal() {
    return ChipProtocolException.class;
  }

  @Override
  public void run(byte[] input) throws ChipProtocolException {
    TravelDocument document =
        made == null ? SampleFiles.document(SignatureScheme.ECDSA_P256, LdsVersion.V1_7) : made;
    made = document;
    SimulatedChip chip = new SimulatedChip(document, new Random(1));
    try (Mrz mrz = Mrz.parse(document.mrz().lines());
        EmrtdReader reader = new EmrtdReader(mrz, new Random(2), () -> 0);
        Evidence evidence = reader.read(new Tampering(chip, input))) {
      evidence.files();
    } catch (ChipAccessDeniedException | IOException e) {
      return; // the reader's other two ways to say no
    } catch (MalformedDataException e) {
      throw new IllegalStateException("the issuer's own MRZ is malformed", e);
    }
  }

  /** What stands between chip and reader. */
  private static final class Tampering implements CardChannel {
    private static final int EXCHANGES_MAX = 2_000;

    private final SimulatedChip chip;
    private final byte[] script;
    private int at;
    private int exchanges;

    Tampering(SimulatedChip chip, byte[] script) {
      this.chip = chip;
      this.script = script;
    }

    @Override
    public int responseBytesMax() {
      return 256;
    }

    @Override
    public int commandBytesMax() {
      return 261;
    }

    @Override
    public byte[] transmit(byte[] command) {
      if (exchanges++ == EXCHANGES_MAX) {
        throw new IllegalStateException("the reader goes on for ever");
      }
      byte[] answer = chip.transmit(command).orElseThrow();
      return switch (next()) {
        case 1 -> new byte[] {(byte) next(), (byte) next()};
        case 2 -> Arrays.copyOf(answer, next() % (answer.length + 1));
        case 3 -> flipped(answer, next());
        case 4 -> literal(next());
        case 5 -> withStatus(answer);
        default -> answer;
      };
    }

    private int next() {
      return at < script.length ? Byte.toUnsignedInt(script[at++]) : 0;
    }

    private static byte[] flipped(byte[] answer, int bit) {
      byte[] changed = answer.clone();
      changed[bit / 8 % answer.length] ^= (byte) (1 << bit % 8);
      return changed;
    }

    private byte[] literal(int length) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) next();
      }
      return bytes;
    }

    private byte[] withStatus(byte[] answer) {
      byte[] changed = answer.clone();
      changed[answer.length - 2] = (byte) next();
      changed[answer.length - 1] = (byte) next();
      return changed;
    }
  }
}
