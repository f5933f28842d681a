package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.inspection.KnownDefect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The known defects that are taken: of each state those of its last list. */
final class Deviations implements SignedLists.Content {
  private static final int DEFECTS_MAX = 65_536;

  private final List<KnownDefect> defects = new ArrayList<>();

  void addAll(Collection<KnownDefect> before) {
    defects.addAll(before);
  }

  List<KnownDefect> all() {
    return defects;
  }

  @Override
  public SignedLists.Taken take(String source, byte[] content, String publisher)
      throws MalformedDataException {
    List<KnownDefect> fresh = DeviationList.defects(content, publisher);
    if (fresh.size() > DEFECTS_MAX - defects.size()) {
      throw new MalformedDataException("has too many deviations");
    }
    defects.removeIf(old -> old.deviation().country().equals(publisher));
    defects.addAll(fresh);
    int documents = fresh.stream().mapToInt(defect -> defect.documents().size()).sum();
    return new SignedLists.Taken(
        fresh.size(), fresh.size() + " deviations, " + documents + " document numbers");
  }
}
