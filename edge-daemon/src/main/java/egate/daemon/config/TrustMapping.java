package egate.daemon.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sections {@code trust} and {@code updates}: what documents are judged by, and who may say.
 */
final class TrustMapping {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern HTTPS =
      Pattern.compile("https://[A-Za-z0-9.-]{1,100}(:[0-9]{1,5})?/[A-Za-z0-9./_-]{0,100}");

  /** Their private halves are in the simulator's sources. */
  private static final List<String> SIMULATED_KEYS =
      List.of("6cb9403e2d2e29dfcbea829552c03879de1462276476befc5eef26d27ffa940c");

  private TrustMapping() {}

  static Trust trust(Section section) throws ProfileException {
    Trust trust =
        new Trust(section.text("store", ProfileMapping.PATH), section.optionalText("key", KEY));
    section.done();
    return trust;
  }

  /** Whoever can write the store's file could otherwise make any document a good one. */
  static void requireSigned(Section section, Trust trust) throws ProfileException {
    if (trust.key().isEmpty()) {
      throw section.refuse(
          "store",
          "may be changed by anybody, for key is missing and production is true",
          "add the public key that 'egate trust import --key' prints");
    }
    if (SIMULATED_KEYS.contains(trust.key().get())) {
      throw section.refuse(
          "key", "is the simulator's, which everybody has", "make one of your own");
    }
  }

  static Optional<Updates> updates(Optional<Section> optional) throws ProfileException {
    if (optional.isEmpty()) {
      return Optional.empty();
    }
    Section section = optional.get();
    Updates updates =
        new Updates(
            section.text("agency-key", KEY),
            section.text("operator-key", KEY),
            section.optionalText("url", HTTPS),
            section.optionalText("ca", ProfileMapping.PATH),
            section.integer("pull-minutes", Updates.PULL_MINUTES),
            section.optionalText("stick", ProfileMapping.PATH));
    section.done();
    if (updates.agencyKey().equals(updates.operatorKey())) {
      throw section.refuse("operator-key", "is the agency's too", "two signatures take two keys");
    }
    return Optional.of(updates);
  }
}
