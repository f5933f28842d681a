package egate.gate.gpio;

import java.util.ServiceLoader;

/** Finds the one provider that a profile names; nothing is taken because it happens to be there. */
public final class LineProviders {
  private LineProviders() {}

  /**
   * The provider of a name, among those on the module and class path.
   *
   * @param production whether the profile moves real doors; simulated providers are then refused
   * @throws LinesException when there is none of that name, or when it may not be used
   */
  public static LineProvider named(String name, boolean production) throws LinesException {
    return named(name, production, ServiceLoader.load(LineProvider.class));
  }

  static LineProvider named(String name, boolean production, Iterable<LineProvider> providers)
      throws LinesException {
    for (LineProvider provider : providers) {
      if (provider.name().equals(name)) {
        return permitted(provider, production);
      }
    }
    throw new LinesException(
        "no line provider \"" + name + "\" is installed; see lines.provider in the profile");
  }

  private static LineProvider permitted(LineProvider provider, boolean production)
      throws LinesException {
    if (production && provider.simulated()) {
      throw new LinesException(
          "the line provider \"" + provider.name() + "\" is simulated; production refuses it");
    }
    return provider;
  }
}
