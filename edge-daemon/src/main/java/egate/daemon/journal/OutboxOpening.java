package egate.daemon.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the outbox was found at start; whatever is not plain is worth a line in the log.
 *
 * @param created whether there was no database
 * @param quarantine where a database went that did not open or belongs to another epoch, or null;
 *     it was not deleted, and the outbox was rebuilt from the journal
 * @param healed results that the journal had and the database lacked, as far as they were fetched
 *     at once; {@link OutboxStore#HEAL_BATCH} says that more are on their way
 */
public record OutboxOpening(boolean created, @Nullable Path quarantine, long healed) {}
