package egate.daemon.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit of a journal found.
 *
 * @param findings what is wrong, one line each, in the journal's order; empty when nothing is
 * @param segments how many were read
 * @param firstOrder order of the first entry that is there
 * @param lastOrder order of the last one
 * @param heads signed heads that hold
 * @param lastHead the last of them, or null
 * @param unsigned entries behind it, which nothing but their data key protects
 * @param anchor the head that central kept, against which the end was checked, or null
 */
public record AuditReport(
    List<String> findings,
    int segments,
    long firstOrder,
    long lastOrder,
    int heads,
    @Nullable SignedHead lastHead,
    long unsigned,
    @Nullable SignedHead anchor) {

  /** Whether the journal is as the gate wrote it, as far as that can be told. */
  public boolean intact() {
    return findings.isEmpty();
  }
}
