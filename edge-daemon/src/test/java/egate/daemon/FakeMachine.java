package egate.daemon;

import egate.daemon.config.Desk;
import egate.daemon.config.HardwareProfile;
import egate.daemon.desk.DeskPort;
import egate.gate.gpio.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A machine whose lines are only remembered and whose bridges do what the test says. */
class FakeMachine implements Machine {
  final Map<String, String> environment = new HashMap<>();
  final List<FakeLines> lines = new ArrayList<>();
  private final Path temporary;
  private final Consumer<FakeBridge> born;
  private long lastPid;

  /**
   * A machine.
   *
   * @param born told of every bridge that is started
   */
  FakeMachine(Path temporary, Consumer<FakeBridge> born) {
    this.temporary = temporary;
    this.born = born;
  }

  @Override
  public Lines openLines(HardwareProfile profile, StateFolder state, Lines.Listener listener)
      throws StartException, IOException {
    if (!profile.lines().provider().equals("simulated")) {
      return new RealMachine().openLines(profile, state, listener);
    }
    FakeLines opened = new FakeLines(Collections.synchronizedList(new ArrayList<>()));
    lines.add(opened);
    return opened;
  }

  @Override
  public DeskPort.Opener desk(Desk desk, StateFolder state) {
    return () -> {
      throw new IOException("no desk");
    };
  }

  @Override
  public BridgeLauncher bridges(HardwareProfile profile, StateFolder state) {
    return this::launch;
  }

  private synchronized BridgeProcess launch() {
    FakeBridge bridge = new FakeBridge(++lastPid);
    born.accept(bridge);
    return bridge;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Path temporary() {
    return temporary;
  }
}
