package egate.inspection;

import java.time.Instant;

/** What a trust store knows of one certificate's revocation (RFC 5280 section 5). */
public sealed interface Revocation {

  /** There is no list of this issuer: nothing can be told. */
  record NoList() implements Revocation {}

  /**
   * The issuer's list does not hold it.
   *
   * @param limit after this moment the list is too old to be relied on
   */
  record NotListed(Instant limit) implements Revocation {}

  /**
   * The issuer's list holds it. It stays revoked however old the list is.
   *
   * @param since when the issuer revoked it
   */
  record Revoked(Instant since) implements Revocation {}
}
