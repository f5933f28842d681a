package egate.simulator.chip;

import static egate.simulator.chip.CommandRefusedException.FILE_NOT_FOUND;
import static egate.simulator.chip.CommandRefusedException.NO_FILE_SELECTED;
import static egate.simulator.chip.CommandRefusedException.SECURITY_NOT_SATISFIED;
import static egate.simulator.chip.CommandRefusedException.WRONG_LENGTH;
import static egate.simulator.chip.CommandRefusedException.WRONG_PARAMETERS;

import egate.emrtd.CommandApdu;
import egate.emrtd.ResponseApdu;
import egate.emrtd.StatusWord;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.TravelDocument;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The master file and the LDS application: what is there and selected (Doc 9303-10 section 3). */
final class ChipFiles {
  private static final byte[] APPLICATION = HexFormat.of().parseHex("A0000002471001");
  private static final byte[] MASTER_FILE = {0x3F, 0x00};
  private static final int BY_NAME = 0x04;
  private static final int BY_IDENTIFIER = 0x02;
  private static final int MASTER = 0x00;

  /** Identifiers of the application's files are this and the short identifier. */
  private static final int IDENTIFIER_BASE = 0x0100;

  private final TravelDocument document;
  private final TerminalVerification terminal;
  private boolean applicationSelected;
  private @Nullable ElementaryFile selected;

  /**
   * @param terminal says whether DG3 may be read, and what EF.CVCA holds
   */
  ChipFiles(TravelDocument document, TerminalVerification terminal) {
    this.document = document;
    this.terminal = terminal;
  }

  void reset() {
    applicationSelected = false;
    selected = null;
  }

  boolean applicationSelected() {
    return applicationSelected;
  }

  /** SELECT of the application, the master file, or an elementary file by its identifier. */
  ResponseApdu select(CommandApdu command, boolean unlocked) throws CommandRefusedException {
    switch (command.p1()) {
      case BY_NAME -> selectApplication(command.data());
      case BY_IDENTIFIER -> select(identifier(command.data()), unlocked);
      case MASTER -> selectMaster(command.data());
      default -> throw new CommandRefusedException(WRONG_PARAMETERS);
    }
    return new ResponseApdu(new byte[0], StatusWord.OK);
  }

  /** Selects by a short identifier, 1..30. */
  void selectShort(int identifier, boolean unlocked) throws CommandRefusedException {
    select(IDENTIFIER_BASE | identifier, unlocked);
  }

  /** The selected file's bytes. */
  byte[] selected(boolean unlocked) throws CommandRefusedException {
    ElementaryFile file = selected;
    if (file == null) {
      throw new CommandRefusedException(unlocked ? NO_FILE_SELECTED : SECURITY_NOT_SATISFIED);
    }
    requireAccess(file, unlocked);
    Optional<byte[]> contents =
        file == ElementaryFile.CVCA ? terminal.efCvca() : document.file(file);
    return contents.orElseThrow(() -> new CommandRefusedException(FILE_NOT_FOUND));
  }

  private void requireAccess(ElementaryFile file, boolean unlocked) throws CommandRefusedException {
    boolean denied =
        (file == ElementaryFile.DG3 && !terminal.permitsFingers())
            || (file == ElementaryFile.DG4 && !terminal.permitsIrises());
    if (denied || (!unlocked && file != ElementaryFile.CARD_ACCESS)) {
      throw new CommandRefusedException(SECURITY_NOT_SATISFIED);
    }
  }

  private void selectApplication(byte[] name) throws CommandRefusedException {
    if (!Arrays.equals(name, APPLICATION)) {
      throw new CommandRefusedException(FILE_NOT_FOUND);
    }
    applicationSelected = true;
    selected = null;
  }

  private void selectMaster(byte[] identifier) throws CommandRefusedException {
    if (identifier.length > 0 && !Arrays.equals(identifier, MASTER_FILE)) {
      throw new CommandRefusedException(FILE_NOT_FOUND);
    }
    reset();
  }

  /** Whether a file exists is itself protected (Doc 9303-11 section 4.2). */
  private void select(int identifier, boolean unlocked) throws CommandRefusedException {
    ElementaryFile file = ElementaryFile.ofIdentifier(identifier, applicationSelected).orElse(null);
    if (file == null || document.file(file).isEmpty()) {
      boolean tells = unlocked || !applicationSelected;
      throw new CommandRefusedException(tells ? FILE_NOT_FOUND : SECURITY_NOT_SATISFIED);
    }
    requireAccess(file, unlocked);
    selected = file;
  }

  private static int identifier(byte[] data) throws CommandRefusedException {
    if (data.length != 2) {
      throw new CommandRefusedException(WRONG_LENGTH);
    }
    return Byte.toUnsignedInt(data[0]) << 8 | Byte.toUnsignedInt(data[1]);
  }
}
