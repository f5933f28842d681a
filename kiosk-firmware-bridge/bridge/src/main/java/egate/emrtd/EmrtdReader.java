package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

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
  private static final int REOPENINGS_MAX = 12;

  private final LongSupplier nanoClock;
  private final ChipAccess access;
  private final ChipProofs proofs;
  private final TerminalProof terminal;
  private final ChipFileReadings files = new ChipFileReadings();
  private final List<StepEvidence> taken = new ArrayList<>();

  /**
   * @param mrz whose check digits hold; not kept
   * @param random of cryptographic quality in production
   * @param nanoClock monotonic, in nanoseconds
   */
  public EmrtdReader(Mrz mrz, RandomGenerator random, LongSupplier nanoClock) {
    this(AccessPassword.of(mrz), random, nanoClock);
  }

  /**
   * As the other.
   *
   * @param password which this object closes
   */
  public EmrtdReader(AccessPassword password, RandomGenerator random, LongSupplier nanoClock) {
    this(List.of(password), random, nanoClock);
  }

  /**
   * As the other.
   *
   * @param passwords at least one, in the order in which they are tried; this object closes them
   */
  public EmrtdReader(
      List<AccessPassword> passwords, RandomGenerator random, LongSupplier nanoClock) {
    this(passwords, InspectionSystem.NONE, random, nanoClock);
  }

  /**
   * As the other.
   *
   * @param passwords at least one, in the order in which they are tried; this object closes them
   * @param inspectionSystem that chips which demand terminal authentication are shown
   */
  public EmrtdReader(
      List<AccessPassword> passwords,
      InspectionSystem inspectionSystem,
      RandomGenerator random,
      LongSupplier nanoClock) {
    this.access = new ChipAccess(passwords, random);
    this.proofs = new ChipProofs(random);
    this.terminal = new TerminalProof(inspectionSystem, access, proofs, files);
    this.nanoClock = nanoClock;
  }

  /** Tells somebody of each file as soon as it is read, while the next ones are on their way. */
  public void tell(FileListener listener) {
    files.tell(listener);
  }

  /**
   * The whole story of reading a chip. Its key is proved as soon as it is known, so that the rest
   * comes under session keys which no copy of the chip can know. DG3, which takes longest, comes
   * last: what came before it can be worked on meanwhile.
   */
  private List<Step> steps() {
    return List.of(
        new Step("EF.CardAccess", link -> files.read(link, LdsFile.EF_CARD_ACCESS)),
        new Step("PACE", link -> access.openWithPace(link, files)),
        new Step("EF.CardSecurity", this::readCardSecurity),
        new Step("SELECT", this::selectApplication),
        new Step("BAC", access::openWithBac),
        new Step("EF.COM", link -> files.read(link, LdsFile.EF_COM)),
        new Step("EF.SOD", link -> files.read(link, LdsFile.EF_SOD)),
        new Step("DG14", link -> files.readIfListed(link, LdsFile.DG14)),
        new Step("CA", link -> proofs.authenticateChip(link, files)),
        new Step("DG15", link -> files.readIfListed(link, LdsFile.DG15)),
        new Step("AA", link -> proofs.authenticateActively(link, files)),
        new Step("DG1", link -> files.read(link, LdsFile.DG1)),
        new Step("DG2", link -> files.read(link, LdsFile.DG2)),
        new Step("DG3", link -> files.readIfListed(link, LdsFile.DG3)),
        new Step("CA", this::awaitProof),
        new Step("TA", link -> terminal.authenticate(link, this::evidence)));
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
   * @throws ChipAccessDeniedException when the chip does not accept the password
   * @throws ChipProtocolException when the chip does not keep to the protocol
   */
  public Evidence read(CardChannel channel)
      throws IOException, ChipProtocolException, ChipAccessDeniedException {
    for (int reopenings = 0; ; reopenings++) {
      try (ChipLink link = new ChipLink(channel)) {
        try {
          takeSteps(link);
          return evidence();
        } catch (ChipProtocolException e) {
          if (reopenings == REOPENINGS_MAX || !mayReopen(link, e)) {
            throw e;
          }
        }
      }
    }
  }

  /**
   * Some chips answer what they do not like in plaintext, and end the session. It is never gone on
   * with: a new one is opened, which asks for less or for something else. A chip that does not know
   * the keys of chip authentication is read on without it, so that there is something to judge.
   */
  private boolean mayReopen(ChipLink link, ChipProtocolException broken) {
    if (link.isUnproved()) {
      proofs.firstAnswerWrong();
      return true;
    }
    int status = broken.plaintextStatus();
    return StatusWord.isWrongLength(status)
        ? files.habits().shorten()
        : status != 0 && status != StatusWord.OK;
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

  /** Lies beside the application, and only chip authentication mapping has use for it. */
  private void readCardSecurity(ChipLink link) throws IOException, ChipProtocolException {
    if (access.mapsChipAuthentication()) {
      files.read(link, LdsFile.EF_CARD_SECURITY);
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

  /** Where everything had been read before chip authentication, its keys still lack an answer. */
  private void awaitProof(ChipLink link) throws IOException, ChipProtocolException {
    if (link.isUnproved()) {
      selectApplication(link);
    }
  }

  private Evidence evidence() {
    return new Evidence(
        access.protocol(),
        files.read(),
        files.refused(),
        taken,
        new Transcripts(
            access.pace(),
            proofs.chipAuthentication(),
            proofs.activeAuthentication(),
            terminal.outcome()));
  }

  /** Steps taken so far, for a read that did not come to its end. */
  public List<StepEvidence> stepsTaken() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    access.close();
    files.close();
  }

  @Override
  public String toString() {
    return "EmrtdReader";
  }
}
