package egate.report;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;

/** Orders as bytes: one byte of kind, then the record's fields in their order. */
final class OrderCodec {
  private static final byte BEGIN = 1;
  private static final byte IDENTIFY = 2;
  private static final byte SELF_TEST = 3;
  private static final byte END = 4;
  private static final byte TERMINAL_SIGNATURE = 5;
  private static final byte MORE_TIME = 6;
  private static final byte HURRY = 7;

  private OrderCodec() {}

  static void write(ByteBuffer out, Order order) {
    switch (order) {
      case Order.Begin begin -> {
        out.put(BEGIN);
        writePolicy(out, begin.policy());
        ReportCodec.writeVersions(out, begin.least());
        writeClock(out, begin.clock());
      }
      case Order.Identify _ -> out.put(IDENTIFY);
      case Order.SelfTest test -> {
        out.put(SELF_TEST);
        Fields.writeCode(out, test.device());
      }
      case Order.End _ -> out.put(END);
      case Order.TerminalSignature answer -> {
        out.put(TERMINAL_SIGNATURE).put((byte) answer.number());
        Fields.writeBytes(out, answer.signature());
      }
      case Order.Hurry _ -> out.put(HURRY);
      case Order.MoreTime(int percent) -> out.put(MORE_TIME).putShort((short) percent);
    }
  }

  static Order read(ByteBuffer in) throws MalformedMessageException {
    byte kind = in.get();
    return switch (kind) {
      case BEGIN -> new Order.Begin(readPolicy(in), ReportCodec.readVersions(in), readClock(in));
      case IDENTIFY -> new Order.Identify();
      case SELF_TEST -> new Order.SelfTest(Fields.readCode(in, Device.values()));
      case END -> new Order.End();
      case TERMINAL_SIGNATURE ->
          new Order.TerminalSignature(
              in.get(), Fields.readBytes(in, Order.TerminalSignature.BYTES_MAX));
      case HURRY -> new Order.Hurry();
      case MORE_TIME -> new Order.MoreTime(in.getShort());
      default -> throw new MalformedMessageException("order of kind " + kind);
    };
  }

  private static void writeClock(ByteBuffer out, WallClock clock) {
    Fields.writeFlag(out.putLong(clock.notBefore().getEpochSecond()), clock.trusted());
  }

  private static WallClock readClock(ByteBuffer in) throws MalformedMessageException {
    return new WallClock(Fields.readInstant(in), Fields.readFlag(in));
  }

  private static void writePolicy(ByteBuffer out, PassagePolicy policy) {
    out.putInt(policy.fingerFmrPerMillion()).putInt(policy.fingerTries());
    Fields.writeFlag(out, policy.faceWanted());
    out.putInt(policy.documentMillis())
        .putInt(policy.documentReturnMillis())
        .putInt(policy.captureMillis());
    writeDocuments(out, policy.documents());
  }

  private static void writeDocuments(ByteBuffer out, DocumentPolicy policy) {
    out.put((byte) policy.minimumAge());
    Fields.writeList(out, List.copyOf(policy.states()), Fields::writeState);
    Fields.writeList(out, List.copyOf(policy.tolerated()), OrderCodec::writeTolerance);
  }

  private static void writeTolerance(ByteBuffer out, Tolerance tolerance) {
    Fields.writeCode(out, tolerance.check());
    Fields.writeCode(out, tolerance.verdict());
  }

  private static DocumentPolicy readDocuments(ByteBuffer in) throws MalformedMessageException {
    int minimumAge = in.get();
    return new DocumentPolicy(
        new LinkedHashSet<>(Fields.readList(in, Fields::readState)),
        minimumAge,
        new LinkedHashSet<>(Fields.readList(in, OrderCodec::readTolerance)));
  }

  private static Tolerance readTolerance(ByteBuffer in) throws MalformedMessageException {
    return new Tolerance(
        Fields.readCode(in, Check.values()), Fields.readCode(in, Verdict.values()));
  }

  private static PassagePolicy readPolicy(ByteBuffer in) throws MalformedMessageException {
    return new PassagePolicy(
        in.getInt(),
        in.getInt(),
        Fields.readFlag(in),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        readDocuments(in));
  }
}
