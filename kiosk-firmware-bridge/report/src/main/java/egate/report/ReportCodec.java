package egate.report;

import java.nio.ByteBuffer;

/** Reports as bytes: one byte of kind, then the record's fields in their order. */
final class ReportCodec {
  private static final byte READY = 1;
  private static final byte DEVICE_HEALTH = 2;
  private static final byte GUIDANCE = 3;
  private static final byte DOCUMENT_CHECKED = 4;
  private static final byte TRAVELLER_COMPARED = 5;
  private static final byte FAILED = 6;
  private static final byte TERMINAL_CLOCK = 7;
  private static final byte TERMINAL_ASKED = 8;

  private static final int HASH_BYTES_MAX = 64;

  private ReportCodec() {}

  static void write(ByteBuffer out, Report report) {
    switch (report) {
      case Report.Ready ready -> writeReady(out.put(READY), ready);
      case Report.DeviceHealth health -> {
        out.put(DEVICE_HEALTH);
        Fields.writeCode(out, health.device());
        Fields.writeCode(out, health.health());
      }
      case Report.Guidance guidance -> Fields.writeCode(out.put(GUIDANCE), guidance.code());
      case Report.DocumentChecked checked -> writeChecked(out.put(DOCUMENT_CHECKED), checked);
      case Report.TravellerCompared compared ->
          writeCompared(out.put(TRAVELLER_COMPARED), compared);
      case Report.TerminalClock clock -> {
        Fields.writeFlag(out.put(TERMINAL_CLOCK), clock.ready());
        out.putInt(clock.daysLeft());
      }
      case Report.TerminalAsked(TerminalChallenge challenge) -> {
        out.put(TERMINAL_ASKED).put((byte) challenge.number());
        Fields.writeBytes(out, challenge.hash());
      }
      case Report.Failed failed -> {
        out.put(FAILED);
        Fields.writeCode(out, failed.reason());
        Fields.writeCode(out, failed.component());
        out.putInt(failed.line());
      }
    }
  }

  static Report read(ByteBuffer in) throws MalformedMessageException {
    byte kind = in.get();
    return switch (kind) {
      case READY -> new Report.Ready(in.getInt(), in.getInt(), readVersions(in));
      case DEVICE_HEALTH ->
          new Report.DeviceHealth(
              Fields.readCode(in, Device.values()), Fields.readCode(in, Health.values()));
      case GUIDANCE -> new Report.Guidance(Fields.readCode(in, GuidanceCode.values()));
      case DOCUMENT_CHECKED -> readChecked(in);
      case TRAVELLER_COMPARED -> readCompared(in);
      case TERMINAL_CLOCK -> new Report.TerminalClock(Fields.readFlag(in), in.getInt());
      case TERMINAL_ASKED ->
          new Report.TerminalAsked(
              new TerminalChallenge(in.get(), Fields.readBytes(in, HASH_BYTES_MAX)));
      case FAILED ->
          new Report.Failed(
              Fields.readCode(in, Reason.values()),
              Fields.readCode(in, Component.values()),
              in.getInt());
      default -> throw new MalformedMessageException("report of kind " + kind);
    };
  }

  static void writeVersions(ByteBuffer out, Versions versions) {
    out.putInt(versions.trust()).putInt(versions.models()).putInt(versions.profile());
  }

  static Versions readVersions(ByteBuffer in) {
    return new Versions(in.getInt(), in.getInt(), in.getInt());
  }

  private static void writeReady(ByteBuffer out, Report.Ready ready) {
    out.putInt(ready.processId()).putInt(ready.rehearsalMillis());
    writeVersions(out, ready.versions());
  }

  private static void writeChecked(ByteBuffer out, Report.DocumentChecked checked) {
    Fields.writeCode(out, checked.judgement());
    Fields.writeCode(out, checked.type());
    Fields.writeState(out, checked.issuingState());
    Fields.writeCode(out, checked.access());
    Fields.writeList(out, checked.checks(), ReportCodec::writeCheck);
    out.putInt(checked.readMillis()).putInt(checked.judgeMillis());
  }

  private static Report readChecked(ByteBuffer in) throws MalformedMessageException {
    return new Report.DocumentChecked(
        Fields.readCode(in, Judgement.values()),
        Fields.readCode(in, DocumentType.values()),
        Fields.readState(in),
        Fields.readCode(in, AccessProtocol.values()),
        Fields.readList(in, ReportCodec::readCheck),
        in.getInt(),
        in.getInt());
  }

  private static void writeCheck(ByteBuffer out, CheckResult result) {
    Fields.writeCode(out, result.check());
    Fields.writeCode(out, result.verdict());
    Fields.writeCode(out, result.reason());
  }

  private static CheckResult readCheck(ByteBuffer in) throws MalformedMessageException {
    return new CheckResult(
        Fields.readCode(in, Check.values()),
        Fields.readCode(in, Verdict.values()),
        Fields.readCode(in, Reason.values()));
  }

  private static void writeCompared(ByteBuffer out, Report.TravellerCompared compared) {
    Fields.writeCode(out, compared.judgement());
    Fields.writeList(out, compared.results(), ReportCodec::writeComparison);
    out.putInt(compared.captureMillis()).putInt(compared.compareMillis());
  }

  private static Report readCompared(ByteBuffer in) throws MalformedMessageException {
    return new Report.TravellerCompared(
        Fields.readCode(in, Judgement.values()),
        Fields.readList(in, ReportCodec::readComparison),
        in.getInt(),
        in.getInt());
  }

  private static void writeComparison(ByteBuffer out, ComparisonResult result) {
    Fields.writeCode(out, result.modality());
    Fields.writeCode(out, result.comparison());
    Fields.writeCode(out, result.reason());
    out.putInt(result.score()).putInt(result.threshold()).putInt(result.tries());
  }

  private static ComparisonResult readComparison(ByteBuffer in) throws MalformedMessageException {
    return new ComparisonResult(
        Fields.readCode(in, Modality.values()),
        Fields.readCode(in, Comparison.values()),
        Fields.readCode(in, Reason.values()),
        in.getInt(),
        in.getInt(),
        in.getInt());
  }
}
