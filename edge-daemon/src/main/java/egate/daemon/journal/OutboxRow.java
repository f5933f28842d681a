package egate.daemon.journal;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * A result as it lies in the database: sealed under the data key of its day, so that destroying the
 * key shreds every copy that the database's file still holds somewhere.
 */
record OutboxRow(long sequence, ChainHash chain, int key, ByteBuffer sealed) {

  static OutboxRow seal(OutboxRecord record, KeyRing keys, UUID epoch) {
    JournalEntry.PassageResult result = record.result();
    DataKey key = keys.ofDay(DataKey.day(result.wallMillis()));
    ByteBuffer sealed =
        Sealing.seal(
            key.secret(),
            Sealing.resultContext(epoch, result.sequence()),
            EntryCodec.encode(ClockQuality.UNKNOWN, result),
            keys.random());
    return new OutboxRow(result.sequence(), record.chain(), key.id(), sealed);
  }

  byte[] sealedBytes() {
    byte[] bytes = new byte[sealed.remaining()];
    sealed.duplicate().get(bytes);
    return bytes;
  }

  /**
   * The result itself.
   *
   * @throws MalformedEntryException when the row is damaged or its key destroyed
   */
  OutboxRecord open(KeyRing keys, UUID epoch) throws MalformedEntryException {
    DataKey secret = keys.find(key);
    if (secret == null) {
      throw new MalformedEntryException("sealed with key " + key + ", which is not here");
    }
    ByteBuffer plain =
        Sealing.open(secret.secret(), Sealing.resultContext(epoch, sequence), sealed);
    if (EntryCodec.decode(plain).entry() instanceof JournalEntry.PassageResult result
        && result.sequence() == sequence) {
      return new OutboxRecord(result, chain);
    }
    throw new MalformedEntryException("that is no result");
  }
}
