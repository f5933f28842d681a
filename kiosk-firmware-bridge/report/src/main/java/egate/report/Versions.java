package egate.report;

/**
 * Versions of the data that a bridge judges by; zero means none.
 *
 * @param trust version of the trust store, 0..2,147,483,647
 * @param models version of the face model pack
 * @param profile version of the hardware profile
 */
public record Versions(int trust, int models, int profile) {

  public Versions {
    Ranges.check("trust", trust, 0, Integer.MAX_VALUE);
    Ranges.check("models", models, 0, Integer.MAX_VALUE);
    Ranges.check("profile", profile, 0, Integer.MAX_VALUE);
  }

  /** Whether each version is at least the other's. */
  public boolean atLeast(Versions least) {
    return trust >= least.trust && models >= least.models && profile >= least.profile;
  }
}
