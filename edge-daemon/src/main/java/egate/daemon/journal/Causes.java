package egate.daemon.journal;

import egate.gate.Referral;
import egate.report.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Why a passage did not end as passed, in the written order of precedence. */
final class Causes {
  private Causes() {}

  /**
   * All causes, the first one first: the bridge's reasons where its verdict was the gate's reason,
   * else the gate's own reason and behind it the bridge's. Empty exactly for {@link Referral#NONE}.
   */
  static List<String> of(Referral referral, PassageRecord record) {
    List<String> causes =
        switch (referral) {
          case NONE -> List.of();
          case DOCUMENT -> names(Stream.concat(record.documentReasons(), record.failures()));
          case COMPARISON -> names(Stream.concat(record.comparisonReasons(), record.failures()));
          case EMERGENCY,
              RESTARTED,
              STALLED,
              TAMPER,
              SENSOR_UNSAFE,
              RECORD_UNAVAILABLE,
              DOOR_FORCED,
              WRONG_WAY,
              MORE_THAN_ONE_PERSON,
              OFFICER_HELD,
              OFFICER_REFERRED,
              BRIDGE_LOST,
              VERDICT_LATE,
              NOBODY_ENTERED,
              WENT_BACK,
              DOOR_BLOCKED,
              OBJECT_LEFT,
              NOBODY_LEFT ->
              Stream.concat(Stream.of(name(referral)), names(allReasons(record)).stream()).toList();
        };
    return causes.isEmpty() && referral != Referral.NONE ? List.of(name(referral)) : causes;
  }

  /** A constant's name as it goes upstream. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Stream<Reason> allReasons(PassageRecord record) {
    return Stream.of(record.documentReasons(), record.comparisonReasons(), record.failures())
        .flatMap(reasons -> reasons);
  }

  private static List<String> names(Stream<Reason> reasons) {
    return reasons
        .filter(reason -> reason != Reason.NONE)
        .sorted()
        .distinct()
        .map(Causes::name)
        .toList();
  }
}
