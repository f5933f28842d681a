package egate.emrtd;

import egate.emrtd.lds.EfCom;
import egate.emrtd.lds.EfSod;
import egate.emrtd.lds.LdsFile;
import egate.report.AccessProtocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chip, step by step, into {@link Evidence}; it judges nothing.
 *
 * <p>After a {@link CardLostException} the same reader can be given the channel again: it
 * authenticates anew and goes on at the byte where it broke off.
 */
public final class EmrtdReader implements AutoCloseable {
  private static final byte[] APPLICATION = {(byte) 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};

  /**
   * Once for each shorter length, and a few more; a chip that ends sessions for ever is refused.
   */
  private static final int REOPENINGS_MAX = 8;

  private static final byte[] NO_BYTES = {};

  private final byte[] keyInformation;
  private final RandomGenerator random;
  private final LongSupplier nanoClock;
  private final ReadLength readLength = new ReadLength();
  private final Map<LdsFile, FileReading> files = new EnumMap<>(LdsFile.class);
  private final List<StepEvidence> taken = new ArrayList<>();
  private AccessProtocol access = AccessProtocol.NONE;

  /**
   * @param mrz whose check digits hold; not kept
   * @param random of cryptographic quality in production
   * @param nanoClock monotonic, in nanoseconds
   */
  public EmrtdReader(Mrz mrz, RandomGenerator random, LongSupplier nanoClock) {
    this.keyInformation = mrz.keyInformation();
    this.random = random;
    this.nanoClock = nanoClock;
  }

  /** The whole story of reading a chip. */
  private List<Step> steps() {
    return List.of(
        // PACE belongs here, before the application is selected: EF.CardAccess, then the protocol.
        new Step("SELECT", this::selectApplication),
        new Step("BAC", this::authenticate),
        new Step("EF.COM", link -> read(link, LdsFile.EF_COM)),
        new Step("EF.SOD", link -> read(link, LdsFile.EF_SOD)),
        new Step("DG1", link -> read(link, LdsFile.DG1)),
        new Step("DG2", link -> read(link, LdsFile.DG2)),
        new Step("DG3", link -> readIfListed(link, LdsFile.DG3)),
        new Step("DG14", link -> readIfListed(link, LdsFile.DG14)),
        new Step("DG15", link -> readIfListed(link, LdsFile.DG15)));
  }

  private record Step(String name, Action action) {}

  private interface Action {
    void take(ChipLink link) throws IOException, ChipProtocolException, ChipAccessDeniedException;
  }

  /**
   * Reads on until all is read.
   *
   * @throws CardLostException when the chip left; call again when it is back
   * @throws IOException when the reader is lost
   * @throws ChipAccessDeniedException when the chip does not accept the MRZ
   * @throws ChipProtocolException when the chip does not keep to the protocol
   */
  public Evidence read(CardChannel channel)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    for (int reopenings = 0; ; reopenings++) {
      try (ChipLink link = new ChipLink(channel)) {
        takeSteps(link);
        return evidence();
      } catch (ChipProtocolException e) {
        if (reopenings == REOPENINGS_MAX || !mayReopen(e.plaintextStatus())) {
          throw e;
        }
      }
    }
  }

  /**
   * Some chips answer a length that they do not like in plaintext, and end the session. It is never
   * gone on with: a new one is opened, which asks for less.
   */
  private boolean mayReopen(int plaintextStatus) {
    return StatusWord.isWrongLength(plaintextStatus)
        ? readLength.shorten()
        : plaintextStatus == StatusWord.SM_OBJECT_MISSING
            || plaintextStatus == StatusWord.SM_OBJECT_INCORRECT;
  }

  private void takeSteps(ChipLink link)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    for (Step step : steps()) {
      int commands = link.commands();
      int bytes = link.responseBytes();
      long begin = nanoClock.getAsLong();
      try {
        step.action().take(link);
      } finally {
        if (link.commands() > commands) {
          taken.add(
              new StepEvidence(
                  step.name(),
                  link.commands() - commands,
                  link.responseBytes() - bytes,
                  nanoClock.getAsLong() - begin));
        }
      }
    }
  }

  /** Without Le, which some chips refuse here. */
  private void selectApplication(ChipLink link) throws IOException, ChipProtocolException {
    ResponseApdu response =
        link.exchange(new CommandApdu(0, 0xA4, 0x04, 0x0C, APPLICATION, CommandApdu.NO_LE));
    if (response.status() != StatusWord.OK) {
      throw ChipProtocolException.unexpected("SELECT of the application", response.status());
    }
  }

  private void authenticate(ChipLink link)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    try (TripleDesCipher keys = BacKeys.access(keyInformation)) {
      link.begin(new Bac(keys, random).authenticate(link));
      access = AccessProtocol.BAC;
    }
  }

  private void read(ChipLink link, LdsFile file) throws IOException, ChipProtocolException {
    FileReading reading = files.computeIfAbsent(file, f -> new FileReading(f, readLength));
    if (!reading.done()) {
      reading.readOn(link);
    }
  }

  private void readIfListed(ChipLink link, LdsFile file) throws IOException, ChipProtocolException {
    if (isListed(file)) {
      read(link, file);
    }
  }

  /** EF.COM may leave out what the SOD lists, and either may be malformed: that is judged later. */
  private boolean isListed(LdsFile file) {
    return comLists(file) || sodLists(file);
  }

  private boolean comLists(LdsFile file) {
    try {
      return EfCom.parse(bytesOf(LdsFile.EF_COM)).dataGroups().contains(file);
    } catch (MalformedDataException e) {
      return false;
    }
  }

  private boolean sodLists(LdsFile file) {
    try {
      return EfSod.parse(bytesOf(LdsFile.EF_SOD)).securityObject().dataGroups().contains(file);
    } catch (MalformedDataException e) {
      return false;
    }
  }

  private byte[] bytesOf(LdsFile file) {
    @Nullable FileReading reading = files.get(file);
    return reading == null || reading.refusal() != null ? NO_BYTES : reading.bytes();
  }

  private Evidence evidence() {
    Map<LdsFile, byte[]> read = new EnumMap<>(LdsFile.class);
    Map<LdsFile, Refusal> refused = new EnumMap<>(LdsFile.class);
    files.forEach(
        (file, reading) -> {
          Refusal refusal = reading.refusal();
          if (refusal == null) {
            read.put(file, reading.bytes().clone());
          } else {
            refused.put(file, refusal);
          }
        });
    return new Evidence(access, read, refused, taken);
  }

  /** Steps taken so far, for a read that did not come to its end. */
  public List<StepEvidence> stepsTaken() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    Arrays.fill(keyInformation, (byte) 0);
    files.values().forEach(FileReading::close);
  }

  @Override
  public String toString() {
    return "EmrtdReader";
  }
}
