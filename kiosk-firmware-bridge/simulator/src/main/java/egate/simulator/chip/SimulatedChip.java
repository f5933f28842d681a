package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.CLASS_UNKNOWN;
import static egate.simulator.chip.CommandRefusedException.CONDITIONS_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.INSTRUCTION_UNKNOWN;
import static egate.simulator.chip.CommandRefusedException.SM_NOT_SUPPORTED;
import static egate.simulator.chip.CommandRefusedException.SM_OBJECT_MISSING;
import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;
import static egate.simulator.chip.CommandRefusedException.WRONG_PARAMETERS;

import egate.emrtd.AccessPassword;
import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.simulator.document.TravelDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A contactless passport chip, personalised with a document: locked until PACE or BAC, then read
 * under secure messaging; DG3 after terminal authentication, where it is personalised with a CVCA.
 *
 * <p>An error of secure messaging, or a command in plaintext during a session, is answered in
 * plaintext and ends the session (Doc 9303-11 section 9.8.3). Not safe for several threads at once.
 */
public final class SimulatedChip {
  private static final int CLASS_PLAIN = 0x00;
  private static final int CLASS_PLAIN_CHAINED = 0x10;
  private static final int CLASS_SECURED = 0x0C;
  private static final int CLASS_SECURED_CHAINED = 0x1C;
  private static final int MANAGE_SECURITY_ENVIRONMENT = 0x22;
  private static final int GENERAL_AUTHENTICATE = 0x86;
  private static final int INTERNAL_AUTHENTICATE = 0x88;
  private static final int SET_AT_MUTUAL = 0xC1A4;
  private static final int SET_AT_CHIP = 0x41A4;
  private static final int SET_KAT = 0x41A6;
  private static final int SET_DST = 0x81B6;
  private static final int SET_AT_TERMINAL = 0x81A4;
  private static final int PERFORM_SECURITY_OPERATION = 0x2A;
  private static final int VERIFY_CERTIFICATE = 0x00BE;
  private static final int SELECT = 0xA4;
  private static final int READ_BINARY = 0xB0;
  private static final int READ_BINARY_ODD = 0xB1;
  private static final int GET_CHALLENGE = 0x84;
  private static final int EXTERNAL_AUTHENTICATE = 0x82;
  private static final int SHORT_LE_MAX = 256;

  /** Of the access information: dates of birth and of expiry with their check digits. */
  private static final int DATES_BYTES = 14;

  private final Behaviour behaviour;
  private final ChipFiles files;
  private final BinaryReading reading;
  private final BasicAccessControl basicAccessControl;
  private final PasswordConnection passwordConnection;
  private final ChipAuthentication chipAuthentication;
  private final ActiveAuthentication activeAuthentication;
  private final TerminalVerification terminalVerification;
  private final CommandChain chain = new CommandChain();
  private final byte[] documentNumber;
  private @Nullable ChipSecureMessaging session;

  /** ID_IC, once PACE or BAC has opened the chip. */
  private byte[] chipName = {};

  /** The terminal's compressed key, once chip authentication has begun this session. */
  private byte @Nullable [] terminalName;

  private long commands;

  /** Whether the command under way is answered as if its file were huge. */
  private boolean exaggerating;

  /** The most capable chip with this document. */
  public SimulatedChip(TravelDocument document, RandomGenerator random) {
    this(document, random, Behaviour.capable());
  }

  /**
   * @param random gives RND.IC and K.IC of BAC, in this order; PACE's nonce and private keys
   */
  public SimulatedChip(TravelDocument document, RandomGenerator random, Behaviour behaviour) {
    this.behaviour = behaviour;
    this.terminalVerification = new TerminalVerification(document.keys().terminalTrust(), random);
    this.files = new ChipFiles(document, terminalVerification);
    this.reading = new BinaryReading(files, behaviour.leMax(), behaviour.readMax());
    this.basicAccessControl = new BasicAccessControl(document.mrz(), random);
    byte[] information = document.mrz().accessInformation();
    this.documentNumber = Arrays.copyOf(information, information.length - DATES_BYTES);
    this.passwordConnection = new PasswordConnection(passwords(document), document.keys(), random);
    this.chipAuthentication = new ChipAuthentication(document.keys());
    this.activeAuthentication = new ActiveAuthentication(document.keys(), random);
  }

  private static List<AccessPassword> passwords(TravelDocument document) {
    List<AccessPassword> passwords = new ArrayList<>();
    passwords.add(AccessPassword.ofMrzInformation(document.mrz().accessInformation()));
    document.can().map(AccessPassword::ofCan).ifPresent(passwords::add);
    return passwords;
  }

  /** The chip enters a field: nothing is selected, no session is open. */
  public void powerOn() {
    endSession();
    files.reset();
    basicAccessControl.reset();
    passwordConnection.reset();
    chipAuthentication.reset();
  }

  /**
   * Answers one command APDU.
   *
   * @param command any bytes at all
   * @return a response APDU, or empty where the chip has left the field
   */
  public Optional<byte[]> transmit(byte[] command) {
    Misbehaviour wrong = behaviour.misbehaviour();
    return wrong.strikes(commands++)
        ? misbehaved(wrong.fault(), command)
        : Optional.of(answer(command).encode());
  }

  private Optional<byte[]> misbehaved(Misbehaviour.Fault fault, byte[] command) {
    return switch (fault) {
      case LEAVES -> {
        powerOn();
        yield Optional.empty();
      }
      case WRONG_MAC -> Optional.of(Tampering.lastBitFlipped(answer(command).encode()));
      case COUNTER_AHEAD -> {
        if (session != null) {
          session.runAhead();
        }
        yield Optional.of(answer(command).encode());
      }
      case HUGE_FILE -> {
        exaggerating = true;
        byte[] answer = answer(command).encode();
        exaggerating = false;
        yield Optional.of(answer);
      }
      default -> {
        endSession();
        yield Optional.of(status(fault.naked()).encode());
      }
    };
  }

  @Override
  public String toString() {
    return "SimulatedChip";
  }

  private ResponseApdu answer(byte[] bytes) {
    try {
      CommandApdu command = CommandParser.parse(bytes, behaviour.extendedLength());
      return switch (command.cla()) {
        case CLASS_PLAIN, CLASS_PLAIN_CHAINED -> plain(command);
        case CLASS_SECURED, CLASS_SECURED_CHAINED -> secured(command);
        default -> throw new CommandRefusedException(CLASS_UNKNOWN);
      };
    } catch (CommandRefusedException refused) {
      endSession();
      return status(refused.status());
    }
  }

  private void endSession() {
    session = null;
    terminalName = null;
    chain.reset();
    terminalVerification.reset();
  }

  private ResponseApdu plain(CommandApdu command) throws CommandRefusedException {
    if (session != null) {
      throw new CommandRefusedException(SM_OBJECT_MISSING);
    }
    return executed(command);
  }

  private ResponseApdu secured(CommandApdu command) throws CommandRefusedException {
    ChipSecureMessaging open = session;
    if (open == null) {
      throw new CommandRefusedException(SM_NOT_SUPPORTED);
    }
    ResponseApdu response = executed(open.unwrap(command));
    int room = command.le() == CommandApdu.NO_LE ? SHORT_LE_MAX : command.le();
    boolean fits = open.protectedBytes(response) <= room;
    return open.wrap(command.ins(), fits ? response : status(WRONG_LENGTH));
  }

  private ResponseApdu executed(CommandApdu command) {
    try {
      ResponseApdu response = execute(command);
      return exaggerating ? Tampering.exaggerated(command, response) : response;
    } catch (CommandRefusedException refused) {
      return status(refused.status());
    }
  }

  /** The instructions; a new session replaces the old one after the response. */
  private ResponseApdu execute(CommandApdu command) throws CommandRefusedException {
    boolean unlocked = session != null;
    return switch (command.ins()) {
      case SELECT -> files.select(command, unlocked);
      case READ_BINARY -> reading.even(command, unlocked);
      case READ_BINARY_ODD -> reading.odd(command, unlocked);
      case GET_CHALLENGE -> {
        if (unlocked) {
          requireSession();
          yield terminalVerification.challenge(command);
        }
        requireBac();
        yield basicAccessControl.challenge(command);
      }
      case EXTERNAL_AUTHENTICATE -> unlocked ? terminal(command) : basicAccess(command);
      case PERFORM_SECURITY_OPERATION -> certificate(command);
      case MANAGE_SECURITY_ENVIRONMENT -> manage(command);
      case GENERAL_AUTHENTICATE -> authenticate(command);
      case INTERNAL_AUTHENTICATE -> {
        requireSession();
        yield activeAuthentication.sign(command);
      }
      default -> throw new CommandRefusedException(INSTRUCTION_UNKNOWN);
    };
  }

  private ResponseApdu basicAccess(CommandApdu command) throws CommandRefusedException {
    requireBac();
    BasicAccessControl.Authenticated done = basicAccessControl.authenticate(command);
    session = done.session();
    chipName = documentNumber;
    return done.response();
  }

  /** Under the keys of chip authentication only. */
  private ResponseApdu terminal(CommandApdu command) throws CommandRefusedException {
    byte[] other = terminalName;
    requireSession();
    if (other == null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
    Optional<CommandApdu> whole = chain.take(command);
    return whole.isPresent()
        ? terminalVerification.authenticate(whole.get(), chipName, other)
        : status(StatusWord.OK);
  }

  private ResponseApdu certificate(CommandApdu command) throws CommandRefusedException {
    requireSession();
    if ((command.p1() << 8 | command.p2()) != VERIFY_CERTIFICATE) {
      throw new CommandRefusedException(WRONG_PARAMETERS);
    }
    Optional<CommandApdu> whole = chain.take(command);
    return whole.isPresent() ? terminalVerification.verify(whole.get()) : status(StatusWord.OK);
  }

  private ResponseApdu manage(CommandApdu command) throws CommandRefusedException {
    int parameters = command.p1() << 8 | command.p2();
    if (parameters == SET_AT_MUTUAL) {
      requireNoSession();
      return passwordConnection.select(command);
    }
    requireSession();
    return switch (parameters) {
      case SET_DST -> terminalVerification.selectAuthority(command);
      case SET_AT_TERMINAL -> terminalVerification.selectTerminal(command);
      case SET_AT_CHIP -> chipAuthentication.select(command);
      case SET_KAT -> begun(chipAuthentication.agreeAtOnce(command));
      default -> throw new CommandRefusedException(WRONG_PARAMETERS);
    };
  }

  private ResponseApdu authenticate(CommandApdu command) throws CommandRefusedException {
    if (session != null) {
      return begun(chipAuthentication.agree(command));
    }
    PasswordConnection.Answer answer = passwordConnection.step(command);
    answer
        .opened()
        .ifPresent(
            opened -> {
              session = opened.messaging();
              chipName = opened.name();
            });
    return answer.response();
  }

  private ResponseApdu begun(ChipAuthentication.Answer answer) {
    session = answer.opened().messaging();
    terminalName = answer.opened().name();
    terminalVerification.reset();
    return answer.response();
  }

  private void requireNoSession() throws CommandRefusedException {
    if (session != null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
  }

  private void requireSession() throws CommandRefusedException {
    if (session == null || !files.applicationSelected()) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
  }

  private void requireBac() throws CommandRefusedException {
    if (!files.applicationSelected() || session != null) {
      throw new CommandRefusedException(CONDITIONS_NOT_SATISFIED);
    }
  }

  private static ResponseApdu status(int status) {
    return new ResponseApdu(new byte[0], status);
  }
}
