package egate.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which files are of one finger, as far as genuine pairs say, and which fingers were compared. */
final class Fingers {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> pairs = new HashSet<>();

  /** Both are of one finger. */
  void same(Pair pair) {
    parents.put(finger(pair.reference()), finger(pair.probe()));
  }

  /** Two fingers were compared; to be called once all genuine pairs are known. */
  void different(Pair pair) {
    String one = finger(pair.reference());
    String other = finger(pair.probe());
    pairs.add(one.compareTo(other) < 0 ? one + "\n" + other : other + "\n" + one);
  }

  /** Pairs of fingers, each counted once however often it was compared. */
  long independentPairs() {
    return pairs.size();
  }

  private String finger(String file) {
    String root = file;
    String parent = parents.getOrDefault(root, root);
    while (!parent.equals(root)) {
      root = parent;
      parent = parents.getOrDefault(root, root);
    }
    parents.put(file, root);
    return root;
  }
}
