package egate.daemon.journal;

import java.util.List;

/**
 * How the record does.
 *
 * @param full why no traveller is taken, or empty
 * @param trouble what else does not work now, or empty
 * @param alarms what a person has to look at, though the gate goes on; a line each
 * @param freeBytes free on the disk
 * @param journalBytes that the journal takes
 * @param unsigned entries that no signed head covers yet
 * @param signedOrder the last entry that one covers, zero before the first
 * @param anchoredOrder the last entry that a head covers which central keeps, zero before the first
 * @param writtenBytes what the journal wrote since the start
 * @param diskBytes what the whole process had the kernel write since it began, the database and
 *     whole pages included; -1 where the kernel does not count
 * @param passages results since the start
 * @param telemetryDepth observations that central has not acknowledged
 */
public record RecordStatus(
    String full,
    String trouble,
    List<String> alarms,
    long freeBytes,
    long journalBytes,
    long unsigned,
    long signedOrder,
    long anchoredOrder,
    long writtenBytes,
    long diskBytes,
    long passages,
    long telemetryDepth) {

  /** What one passage costs the flash, in bytes, as far as it can be told. */
  public long diskBytesPerPassage() {
    return passages == 0 || diskBytes < 0 ? 0 : diskBytes / passages;
  }
}
