package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.daemon.config.ConfigReader;
import egate.daemon.config.HardwareProfile;
import egate.daemon.config.ProfileException;
import egate.daemon.config.ProfileFile;
import egate.gate.GateState;
import egate.gate.Outcome;
import egate.gate.Topology;
import egate.gate.gpio.InputLine;
import egate.gate.gpio.OutputLine;
import egate.report.Order;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A traveller through each topology, with nothing but the lines that its profile has. */
class TopologyTest {

  @ParameterizedTest
  @EnumSource
  void aGenuineTravellerPasses(Topology topology) throws ProfileException {
    GateWorld world = new GateWorld(profile(topology));
    FakeBridge bridge = world.idle();
    world.says(bridge, Reports.HOLD, GateState.Phase.READING);
    bridge.says(Reports.ACCEPTED_DOCUMENT);
    switch (topology) {
      case INTEGRATED_TWO_STEP -> {
        world.until(() -> world.phase() == GateState.Phase.ENTERING);
        world.walkIn();
        identify(world, bridge);
        world.walkOut();
      }
      case ONE_STEP -> {
        identify(world, bridge);
        world.until(() -> world.phase() == GateState.Phase.ENTERING);
        world.walkIn();
        world.until(() -> world.phase() == GateState.Phase.LEAVING);
        world.walkOut();
      }
      case SINGLE_DOOR -> {
        world.zone(false, false);
        identify(world, bridge);
        world.walkOut();
      }
      case KIOSK_WITH_OFFICER -> {
        identify(world, bridge);
        world.pass(GateWorld.STEP);
      }
    }
    bridge.dies(0);
    world.until(() -> world.phase() == GateState.Phase.NO_SPARE);
    assertEquals(1, world.loop.lastView().today().get(Outcome.PASSED), world.result());
    assertEquals(
        topology.doors().stream().map(door -> "+" + OutputLine.of(door).key()).sorted().toList(),
        world.happened.stream().filter(h -> h.matches("\\+.*-unlock")).sorted().toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyLineIsOneOfTheProfile(Topology topology) throws ProfileException {
    HardwareProfile profile = profile(topology);
    GateWorld world = new GateWorld(profile);
    world.idle();
    for (String happened : world.happened) {
      String key = happened.substring(1);
      assertTrue(
          profile.lines().wiring().outputs().keySet().stream().anyMatch(l -> l.key().equals(key)),
          happened);
    }
  }

  @Test
  void aSingleDoorOpensInAnEmergencyThoughThereIsNoEntry() throws ProfileException {
    GateWorld world = new GateWorld(profile(Topology.SINGLE_DOOR));
    world.idle();
    world.input(InputLine.EMERGENCY, true);
    assertTrue(world.lines.high.contains(OutputLine.EXIT_UNLOCK));
  }

  private static void identify(GateWorld world, FakeBridge bridge) {
    world.until(() -> bridge.orders().contains(new Order.Identify()));
    bridge.says(Reports.ACCEPTED_TRAVELLER);
    world.until(
        () ->
            Stream.of(GateState.Phase.LEAVING, GateState.Phase.ENTERING)
                .anyMatch(phase -> phase == world.phase()));
  }

  private static HardwareProfile profile(Topology topology) throws ProfileException {
    return ConfigReader.read(ProfileFile.simulated(topology), List.of());
  }
}
