package egate.simulator.bench;

import egate.simulator.chip.ModelledField;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.TravelDocument;
import java.util.List;

/**
 * The least time in which a document with PACE, chip and active authentication on P-256 with AES
 * can be read: each file in as few commands as it fits into, none for selecting files, and every
 * byte that the protocols cannot do without (Doc 9303-11).
 */
final class ChipFloor {
  private static final int STATUS = 2;
  private static final int BLOCK = 16;

  /** DO 99 and DO 8E. */
  private static final int STATUS_AND_MAC = 4 + 10;

  /** Uncompressed point of a curve of 256 bits. */
  private static final int POINT = 65;

  private static final int TOKEN = 8;
  private static final int OID = 10;
  private static final int SIGNATURE = 64;

  private final int responseBytesMax;
  private final int bitsPerSecond;
  private long nanos;
  private int commands;

  private ChipFloor(int responseBytesMax, int bitsPerSecond) {
    this.responseBytesMax = responseBytesMax;
    this.bitsPerSecond = bitsPerSecond;
  }

  static ChipFloor of(TravelDocument document, int responseBytesMax, int bitsPerSecond) {
    ChipFloor floor = new ChipFloor(responseBytesMax, bitsPerSecond);
    floor.pace(length(document, ElementaryFile.CARD_ACCESS));
    floor.secured(7, 0); // SELECT of the application
    for (ElementaryFile file :
        List.of(
            ElementaryFile.COM,
            ElementaryFile.SOD,
            ElementaryFile.DG14,
            ElementaryFile.DG15,
            ElementaryFile.DG1,
            ElementaryFile.DG2)) {
      floor.file(length(document, file));
    }
    floor.secured(2 + OID, 0); // chip authentication: which protocol,
    floor.secured(4 + POINT, 2); // and the keys
    floor.secured(8, SIGNATURE); // active authentication
    return floor;
  }

  private static int length(TravelDocument document, ElementaryFile file) {
    return document.file(file).orElseThrow().length;
  }

  /** EF.CardAccess, then MSE and four times GENERAL AUTHENTICATE, in plaintext. */
  private void pace(int cardAccess) {
    exchange(5, cardAccess);
    exchange(5 + 2 + OID + 3, 0);
    exchange(6 + 2, 4 + 16);
    exchange(6 + 4 + POINT, 4 + POINT);
    exchange(6 + 4 + POINT, 4 + POINT);
    exchange(6 + 4 + TOKEN, 4 + TOKEN);
  }

  private void file(int bytes) {
    int most = plainBytesMax();
    for (int left = bytes; left > 0; left -= most) {
      int part = Math.min(left, most);
      boolean extended = part > 256;
      // Header, Lc, DO 97, DO 8E, Le.
      int command = 4 + (extended ? 3 : 1) + (extended ? 4 : 3) + 10 + (extended ? 2 : 1);
      exchange(command, cryptogram(part) + STATUS_AND_MAC);
    }
  }

  private int plainBytesMax() {
    boolean extended = responseBytesMax > 1_024;
    int room = (extended ? responseBytesMax : Math.min(256, responseBytesMax)) - STATUS_AND_MAC;
    int header = extended ? 5 : 4;
    return (room - header) / BLOCK * BLOCK - 1;
  }

  /** A command with data under secure messaging: Lc, DO 87, DO 8E, Le. */
  private void secured(int data, int answer) {
    exchange(
        4 + 1 + cryptogram(data) + 10 + 1, (answer == 0 ? 0 : cryptogram(answer)) + STATUS_AND_MAC);
  }

  private static int cryptogram(int plain) {
    int value = 1 + (plain / BLOCK + 1) * BLOCK;
    return 1 + (value < 0x80 ? 1 : value < 0x100 ? 2 : value < 0x10000 ? 3 : 4) + value;
  }

  private void exchange(int command, int answer) {
    commands++;
    nanos += ModelledField.nanos(command + answer + STATUS, bitsPerSecond);
  }

  long nanos() {
    return nanos;
  }

  int commands() {
    return commands;
  }
}
