package egate.simulator.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An emulated reader of printed MRZ lines. */
public final class MrzReaderDevice implements WireDevice {

  /** How a reader tells its lines. */
  public enum Framing {
    /** SOH length "OU" STX flag, each line with CR, ETX, exclusive or; without being asked. */
    SOH_OU,
    /** 49 00 00 is answered by 49, length of two bytes, each line with CR. */
    I_49
  }

  private static final byte[] INQUIRY = {0x49, 0, 0};

  private final Framing framing;
  private final ReceiveBuffer received = new ReceiveBuffer(64);
  private @Nullable WireOutput out;
  private byte[] unasked = new byte[0];

  public MrzReaderDevice(Framing framing) {
    this.framing = framing;
  }

  @Override
  public void attach(WireOutput out) {
    this.out = out;
  }

  /** A document lies on the glass and is read. */
  public synchronized void scan(List<String> lines) {
    byte[] text = text(lines);
    switch (framing) {
      case SOH_OU -> output().send(sohOu(text));
      case I_49 -> unasked = text;
    }
  }

  /**
   * The same, with one character taken for another, as dirt or a worn print makes a reader do.
   *
   * @param line 0..2
   * @param column 0..43
   */
  public void scanMisread(List<String> lines, int line, int column) {
    List<String> misread = new ArrayList<>(lines);
    StringBuilder changed = new StringBuilder(lines.get(line));
    changed.setCharAt(column, lookalike(changed.charAt(column)));
    misread.set(line, changed.toString());
    scan(misread);
  }

  @Override
  public synchronized void receive(byte[] bytes) {
    received.add(bytes);
    while (framing == Framing.I_49 && received.size() >= INQUIRY.length) {
      if (Arrays.equals(received.copy(0, INQUIRY.length), INQUIRY)) {
        received.drop(INQUIRY.length);
        answerInquiry();
      } else {
        received.drop(1);
      }
    }
  }

  private void answerInquiry() {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.write(0x49);
    answer.write(unasked.length >> 8);
    answer.write(unasked.length);
    answer.writeBytes(unasked);
    unasked = new byte[0];
    output().send(answer.toByteArray());
  }

  private static byte[] text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append('\r');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sohOu(byte[] text) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x01);
    frame.write(text.length + 5);
    frame.writeBytes(new byte[] {'O', 'U', 0x02, '0'});
    frame.writeBytes(text);
    frame.write(0x03);
    byte check = 0;
    byte[] soFar = frame.toByteArray();
    for (int i = 1; i < soFar.length; i++) {
      check ^= soFar[i];
    }
    frame.write(check);
    return frame.toByteArray();
  }

  private static char lookalike(char c) {
    return switch (c) {
      case '0' -> '8';
      case '1' -> '7';
      case '5' -> '6';
      case '8' -> '3';
      default -> Character.isDigit(c) ? (char) (c == '9' ? '0' : c + 1) : '8';
    };
  }

  private WireOutput output() {
    return Objects.requireNonNull(out, "not attached");
  }
}
