package egate.gate.gpio.chip;

import com.pi4j.io.gpio.digital.DigitalState;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What each input says now, kept by its edges; asked again whenever an edge was lost. */
final class InputLevels implements EdgeReader.Listener {
  private final GrantedLines lines;
  private final Map<Integer, DigitalState> levels = new ConcurrentHashMap<>();
  private final Map<Integer, Consumer<DigitalState>> listeners = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> counts = new HashMap<>();

  private InputLevels(GrantedLines lines) {
    this.lines = lines;
  }

  /** With the values that the lines have now. */
  static InputLevels of(GrantedLines lines) throws ErrnoException {
    InputLevels levels = new InputLevels(lines);
    lines.values().forEach((line, high) -> levels.levels.put(line, DigitalState.getState(high)));
    return levels;
  }

  DigitalState level(int line) {
    return levels.getOrDefault(line, DigitalState.UNKNOWN);
  }

  void listen(int line, Consumer<DigitalState> listener) {
    listeners.put(line, listener);
  }

  @Override
  public void changed(Edge edge) {
    Integer before = counts.put(edge.line(), edge.count());
    become(edge.line(), DigitalState.getState(edge.high()));
    if (before != null && edge.count() != before + 1) {
      askAgain();
    }
  }

  @Override
  public void lost() {
    levels.keySet().forEach(line -> become(line, DigitalState.UNKNOWN));
  }

  private void askAgain() {
    try {
      lines.values().forEach((line, high) -> become(line, DigitalState.getState(high)));
    } catch (ErrnoException e) {
      lost();
    }
  }

  private void become(int line, DigitalState level) {
    DigitalState before = levels.put(line, level);
    Consumer<DigitalState> listener = listeners.get(line);
    if (before != level && listener != null) {
      listener.accept(level);
    }
  }
}
