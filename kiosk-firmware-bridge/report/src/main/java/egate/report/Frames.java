package egate.report;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a byte stream into messages: two bytes of length, most significant first, then the payload,
 * 1..{@value #PAYLOAD_MAX} bytes.
 *
 * <p>After one malformed frame the stream is lost; every later call throws.
 */
public final class Frames<T> {
  /** Longest payload; the longest report takes about half of it. */
  static final int PAYLOAD_MAX = 640;

  private static final int HEADER = 2;

  private final Fields.Reader<T> codec;
  private final byte[] pending = new byte[HEADER + PAYLOAD_MAX];
  private int size;
  private boolean lost;

  private Frames(Fields.Reader<T> codec) {
    this.codec = codec;
  }

  /** Frames that carry reports, as the daemon reads them. */
  public static Frames<Report> ofReports() {
    return new Frames<>(ReportCodec::read);
  }

  /** Frames that carry orders, as the bridge reads them. */
  public static Frames<Order> ofOrders() {
    return new Frames<>(OrderCodec::read);
  }

  /** One framed report. */
  public static ByteBuffer encode(Report report) {
    return frame(out -> ReportCodec.write(out, report));
  }

  /** One framed order. */
  public static ByteBuffer encode(Order order) {
    return frame(out -> OrderCodec.write(out, order));
  }

  /**
   * Takes all bytes of the buffer and returns the messages that they complete.
   *
   * @throws MalformedMessageException at the first frame that is none; messages before it are not
   *     delivered, for their sender is not to be trusted
   */
  public List<T> feed(ByteBuffer bytes) throws MalformedMessageException {
    if (lost) {
      throw new MalformedMessageException("stream was lost before");
    }
    lost = true; // until the loop below has come through
    List<T> messages = new ArrayList<>();
    while (bytes.hasRemaining()) {
      pending[size++] = bytes.get();
      if (size >= HEADER && size == HEADER + payloadLength()) {
        messages.add(Fields.readWhole(ByteBuffer.wrap(pending, HEADER, size - HEADER), codec));
        size = 0;
      }
    }
    lost = false;
    return messages;
  }

  private int payloadLength() throws MalformedMessageException {
    int length = Byte.toUnsignedInt(pending[0]) << 8 | Byte.toUnsignedInt(pending[1]);
    if (length < 1 || length > PAYLOAD_MAX) {
      throw new MalformedMessageException("frame of " + length + " bytes");
    }
    return length;
  }

  private static ByteBuffer frame(Consumer<ByteBuffer> payload) {
    ByteBuffer out = ByteBuffer.allocate(HEADER + PAYLOAD_MAX).position(HEADER);
    payload.accept(out);
    out.putShort(0, (short) (out.position() - HEADER));
    return out.flip();
  }
}
