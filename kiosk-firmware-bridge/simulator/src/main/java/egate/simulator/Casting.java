package egate.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Who comes, in which order, for a seed. */
final class Casting {
  private Casting() {}

  /**
   * The genuine traveller first, so that one sees at once how it should be; then each other persona
   * once in an order that the seed gives, then any of them.
   *
   * @param available personas that can be played here
   */
  static List<Persona> everybody(int travellers, long seed, EnumSet<Persona> available) {
    Random random = new Random(seed);
    List<Persona> rest = new ArrayList<>(available);
    rest.remove(Persona.GENUINE);
    Collections.shuffle(rest, random);
    List<Persona> cast = new ArrayList<>(List.of(Persona.GENUINE));
    cast.addAll(rest);
    List<Persona> any = List.copyOf(available);
    while (cast.size() < travellers) {
      cast.add(any.get(random.nextInt(any.size())));
    }
    return cast.subList(0, travellers);
  }

  /** These in their order, over and over. */
  static List<Persona> only(List<Persona> wanted, int travellers) {
    return Stream.generate(() -> wanted).flatMap(List::stream).limit(travellers).toList();
  }
}
