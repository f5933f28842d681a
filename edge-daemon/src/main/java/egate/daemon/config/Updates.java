package egate.daemon.config;

import java.util.Optional;

/**
 * Where signed updates come from, and whose signatures count.
 *
 * @param agencyKey public key of the border agency, Ed25519, 64 hexadecimal digits
 * @param operatorKey public key of who runs the gates, another one
 * @param url of the bundle that is pulled, https only; empty where none is
 * @param ca file of certificates, PEM, under one of which the server's must be; empty for those
 *     that Java knows
 * @param pullMinutes between two pulls, 5..10,080 minutes
 * @param stick folder where a USB stick appears; empty where none is looked for
 */
public record Updates(
    String agencyKey,
    String operatorKey,
    Optional<String> url,
    Optional<String> ca,
    int pullMinutes,
    Optional<String> stick) {
  static final Range PULL_MINUTES = Range.of(5, 10_080);

  public Updates {
    PULL_MINUTES.require("pullMinutes", pullMinutes);
  }
}
