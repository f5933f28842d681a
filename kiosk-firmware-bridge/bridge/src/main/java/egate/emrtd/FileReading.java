package egate.emrtd;

import egate.emrtd.lds.LdsFile;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way from the chip. It keeps what it has over a lost field, so that a later link
 * goes on where the former broke off.
 */
final class FileReading implements AutoCloseable {
  /** The biggest data groups known take 60 kB. */
  static final int BYTES_MAX = 256 * 1024;

  /** Enough for {@link #BYTES_MAX} at the shortest length; ends a chip that gives byte by byte. */
  private static final int READS_MAX = 4_096;

  private static final int HEADER_BYTES_MIN = 2;

  /** Tag and length of any file fit; asked for where a chip objects to reading past the end. */
  private static final int HEADER_READ_BYTES = 6;

  private final LdsFile file;
  private final ChipHabits habits;
  private byte[] bytes = new byte[0];
  private int filled;
  private int length;
  private int reads;
  private boolean headerOnly;
  private @Nullable Refusal refusal;

  FileReading(LdsFile file, ChipHabits habits) {
    this.file = file;
    this.habits = habits;
  }

  /**
   * Reads what is missing of the file. A refusal in plaintext is kept, for the session after it.
   *
   * @throws ChipProtocolException when the chip answers in plaintext, or not as it should
   */
  void readOn(ChipLink link) throws IOException, ChipProtocolException {
    if (filled == 0 && habits.shortIds() && readByShortId(link)) {
      readRest(link);
    } else {
      readSelected(link);
    }
  }

  private void readSelected(ChipLink link) throws IOException, ChipProtocolException {
    try {
      select(link);
      readRest(link);
    } catch (ChipProtocolException e) {
      if (isDenial(e.plaintextStatus())) {
        refusal = Refusal.DENIED;
      }
      throw e;
    }
  }

  private void readRest(ChipLink link) throws IOException, ChipProtocolException {
    while (!done()) {
      readBinary(link);
    }
  }

  /** Whether the file could be selected and read by its short identifier. */
  private boolean readByShortId(ChipLink link) throws IOException, ChipProtocolException {
    try {
      ResponseApdu response;
      do {
        int wanted = wanted(link);
        response = link.exchange(ReadBinary.byShortId(file.shortId(), wanted));
        requireNoMore(response.data(), wanted);
      } while (StatusWord.isWrongLength(response.status()) && habits.shorten());
      if (response.data().length == 0) {
        return false;
      }
      append(response.data());
      return true;
    } catch (ChipProtocolException e) {
      if (!StatusWord.isWrongLength(e.plaintextStatus())) {
        habits.withoutShortIds();
      }
      throw e;
    }
  }

  private static void requireNoMore(byte[] data, int wanted) throws ChipProtocolException {
    if (data.length > wanted) {
      throw new ChipProtocolException("READ BINARY answered more than was asked for");
    }
  }

  /** Whether all of it is here, or it never will be. */
  boolean done() {
    return refusal != null || (length > 0 && filled == length);
  }

  @Nullable Refusal refusal() {
    return refusal;
  }

  /** The chip has been shown more since it denied the file: it is asked once more, and goes on. */
  void permit() {
    if (refusal == Refusal.DENIED) {
      refusal = null;
    }
  }

  /** The whole file, once done and not refused; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  private void select(ChipLink link) throws IOException, ChipProtocolException {
    byte[] fileId = {(byte) (file.fileId() >> 8), (byte) file.fileId()};
    int status =
        link.exchange(new CommandApdu(0, 0xA4, 2, 0x0C, fileId, CommandApdu.NO_LE)).status();
    if (status != StatusWord.OK) {
      refusal = refusalBy(link, "SELECT", status);
    }
  }

  /** In plaintext any error may mean that this chip has no such file. */
  private Refusal refusalBy(ChipLink link, String command, int status)
      throws ChipProtocolException {
    if (!link.isSecure()) {
      return Refusal.NOT_FOUND;
    }
    return switch (status) {
      case StatusWord.FILE_NOT_FOUND -> Refusal.NOT_FOUND;
      case StatusWord.SECURITY_NOT_SATISFIED, StatusWord.CONDITIONS_NOT_SATISFIED -> Refusal.DENIED;
      default -> throw ChipProtocolException.unexpected(command, status);
    };
  }

  private void readBinary(ChipLink link) throws IOException, ChipProtocolException {
    if (++reads > READS_MAX) {
      throw new ChipProtocolException(file.text() + " took too many commands");
    }
    int wanted = wanted(link);
    ResponseApdu response = link.exchange(ReadBinary.command(filled, wanted));
    byte[] data = ReadBinary.data(filled, response);
    requireNoMore(data, wanted);
    if (data.length > 0) {
      append(data);
    } else {
      answerWithoutData(link, response.status());
    }
  }

  private int wanted(ChipLink link) {
    int most = ReadBinary.plainBytes(filled, habits.readBytes(link));
    if (!link.isSecure()) {
      most = Math.min(most, CommandApdu.SHORT_LE_MAX); // nothing long is read in plaintext
    }
    if (length > 0) {
      return Math.min(most, length - filled);
    }
    return headerOnly ? Math.min(most, HEADER_READ_BYTES) : most;
  }

  /** An end of file that comes before the header's length makes the file malformed. */
  private void answerWithoutData(ChipLink link, int status) throws ChipProtocolException {
    if (length == 0 && !headerOnly && filled == 0 && !isDenial(status)) {
      headerOnly = true;
    } else if (StatusWord.isWrongLength(status) && habits.shorten()) {
      return;
    } else if (endsFile(status)) {
      refusal = Refusal.MALFORMED;
    } else {
      refusal = refusalBy(link, "READ BINARY", status);
    }
  }

  private static boolean isDenial(int status) {
    return status == StatusWord.SECURITY_NOT_SATISFIED
        || status == StatusWord.CONDITIONS_NOT_SATISFIED;
  }

  private static boolean endsFile(int status) {
    return status == StatusWord.OK
        || status == StatusWord.END_OF_FILE
        || status == StatusWord.WRONG_OFFSET;
  }

  private void append(byte[] data) {
    int room = length > 0 ? length : filled + data.length;
    if (bytes.length < room) {
      enlarge(room);
    }
    int taken = Math.min(data.length, room - filled);
    System.arraycopy(data, 0, bytes, filled, taken);
    Arrays.fill(data, (byte) 0);
    filled += taken;
    if (length == 0 && filled >= HEADER_BYTES_MIN) {
      learnLength();
    }
  }

  /** Believes the header's length if it is within reason; bytes past it are no part of the file. */
  private void learnLength() {
    try {
      TlvHeader header = TlvHeader.read(bytes, 0, filled);
      long whole = (long) header.valueStart() + header.length();
      if (header.tag() != file.tag() || whole > BYTES_MAX) {
        refusal = Refusal.MALFORMED;
        return;
      }
      length = (int) whole;
      filled = Math.min(filled, length);
      if (bytes.length != length) {
        enlarge(length);
      }
    } catch (MalformedDataException e) {
      if (filled >= HEADER_READ_BYTES) {
        refusal = Refusal.MALFORMED;
      }
    }
  }

  private void enlarge(int size) {
    byte[] larger = Arrays.copyOf(bytes, size);
    Arrays.fill(bytes, (byte) 0);
    bytes = larger;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "FileReading";
  }
}
