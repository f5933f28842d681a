package egate.report;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The field types of a message: one-byte codes, four-byte integers, short lists, states. */
final class Fields {
  /** Longest list of records inside a message. */
  private static final int LIST_MAX = 64;

  private Fields() {}

  interface Writer<T> {
    void write(ByteBuffer out, T value);
  }

  interface Reader<T> {
    T read(ByteBuffer in) throws MalformedMessageException;
  }

  /** The code is the constant's place: both ends of the line come from one build. */
  @SuppressWarnings("EnumOrdinal")
  static void writeCode(ByteBuffer out, Enum<?> value) {
    out.put((byte) value.ordinal());
  }

  static <E extends Enum<E>> E readCode(ByteBuffer in, E[] values)
      throws MalformedMessageException {
    int code = Byte.toUnsignedInt(in.get());
    if (code >= values.length) {
      throw new MalformedMessageException("code " + code + " of " + values.length + " known ones");
    }
    return values[code];
  }

  static void writeFlag(ByteBuffer out, boolean value) {
    out.put((byte) (value ? 1 : 0));
  }

  static boolean readFlag(ByteBuffer in) throws MalformedMessageException {
    byte flag = in.get();
    if (flag != 0 && flag != 1) {
      throw new MalformedMessageException("flag " + flag);
    }
    return flag == 1;
  }

  static void writeBytes(ByteBuffer out, byte[] bytes) {
    out.putShort((short) bytes.length).put(bytes);
  }

  static byte[] readBytes(ByteBuffer in, int most) throws MalformedMessageException {
    int length = Short.toUnsignedInt(in.getShort());
    if (length > most) {
      throw new MalformedMessageException(length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** Seconds since 1970; what the record refuses is out of range like any other field. */
  static Instant readInstant(ByteBuffer in) {
    return Instant.ofEpochSecond(Math.clamp(in.getLong(), -1, Long.MAX_VALUE >> 24));
  }

  static <T> void writeList(ByteBuffer out, List<T> list, Writer<T> writer) {
    out.put((byte) list.size());
    for (T element : list) {
      writer.write(out, element);
    }
  }

  static <T> List<T> readList(ByteBuffer in, Reader<T> reader) throws MalformedMessageException {
    int size = Byte.toUnsignedInt(in.get());
    if (size > LIST_MAX) {
      throw new MalformedMessageException("list of " + size);
    }
    List<T> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(reader.read(in));
    }
    return list;
  }

  static void writeState(ByteBuffer out, IssuingState state) {
    for (int i = 0; i < 3; i++) {
      out.put((byte) (i < state.code().length() ? state.code().charAt(i) : 0));
    }
  }

  static IssuingState readState(ByteBuffer in) throws MalformedMessageException {
    StringBuilder code = new StringBuilder(3);
    boolean ended = false;
    for (int i = 0; i < 3; i++) {
      int c = Byte.toUnsignedInt(in.get());
      if (c != 0 && ended) {
        throw new MalformedMessageException("issuing state goes on behind its end");
      }
      ended |= c == 0;
      if (c != 0) {
        code.append((char) c);
      }
    }
    return new IssuingState(code.toString());
  }

  /** Reads one whole payload: the record's own ranges hold, and no byte is left over. */
  static <T> T readWhole(ByteBuffer payload, Reader<T> reader) throws MalformedMessageException {
    try {
      T message = reader.read(payload);
      if (payload.hasRemaining()) {
        throw new MalformedMessageException(payload.remaining() + " bytes too many");
      }
      return message;
    } catch (BufferUnderflowException e) {
      throw new MalformedMessageException("message too short");
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException("a field is out of range");
    }
  }
}
