package egate.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Who comes, in which order, for a seed. */
final class Casting {
  private static final EnumSet<Persona> WITH_HELP =
      EnumSet.of(Persona.OFFICER_REFERS, Persona.MORE_TIME, Persona.DOCUMENT_LEFT);

  private Casting() {}

  /**
   * The genuine traveller first, so that one sees at once how it should be; then each other persona
   * once in an order that the seed gives, those who need the officer or a button last; then any.
   *
   * @param available personas that can be played here
   */
  static List<Persona> everybody(int travellers, long seed, EnumSet<Persona> available) {
    Random random = new Random(seed);
    List<Persona> rest = new ArrayList<>(available);
    rest.remove(Persona.GENUINE);
    List<Persona> late = new ArrayList<>(WITH_HELP);
    rest.removeAll(late);
    Collections.shuffle(rest, random);
    rest.addAll(late);
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
