/**
 * What moved a door is on record: a write-ahead log, and the H2 outbox projected from it.
 *
 * <p>The log is the truth. {@link egate.daemon.journal.Journal#append} returns once the entry is on
 * the disk; only then may a door move. {@link egate.daemon.journal.Outbox} is rebuilt from the log
 * whenever it is lost, and removes a result only when central acknowledged it.
 *
 * <p>Deliberately absent: types that could hold an MRZ, a name, an image or a template; and any
 * code that deletes a segment or a database.
 */
package egate.daemon.journal;
