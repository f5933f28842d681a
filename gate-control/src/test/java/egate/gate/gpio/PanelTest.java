package egate.gate.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egate.gate.GateEvent;
import egate.gate.Hand;
import egate.gate.HandOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelTest {
  private final Panel panel = new Panel();

  private List<String> turns(InputLine line, Level... levels) {
    List<String> orders = new ArrayList<>();
    for (Level level : levels) {
      for (GateEvent event : panel.look(line, level, Duration.ZERO)) {
        orders.add(
            switch (event) {
              case GateEvent.Ordered(HandOrder order, Hand by) -> order.key() + " " + by.who();
              default -> event.toString();
            });
      }
    }
    return orders;
  }

  @Test
  void aButtonOrdersWhenItIsPressedAndNotWhenItIsLetGo() {
    assertEquals(
        List.of("release_back KEY-SWITCH"),
        turns(InputLine.KEY_RELEASE_BACK, Level.LOW, Level.HIGH, Level.LOW));
    assertEquals(
        List.of("refer KEY-SWITCH"), turns(InputLine.KEY_REFER, Level.LOW, Level.HIGH, Level.LOW));
    assertEquals(
        List.of("extend_time TRAVELLER"),
        turns(InputLine.MORE_TIME, Level.LOW, Level.HIGH, Level.LOW));
  }

  @Test
  void aButtonThatIsFoundPressedOrdersNothing() {
    assertEquals(List.of(), turns(InputLine.KEY_RELEASE_BACK, Level.HIGH, Level.LOW));
    assertEquals(
        List.of(), turns(InputLine.KEY_REFER, Level.LOW, Level.UNKNOWN, Level.HIGH, Level.LOW));
  }

  @Test
  void aSwitchThatIsFoundTurnedOrders() {
    assertEquals(
        List.of("take_out_of_service KEY-SWITCH"), turns(InputLine.KEY_OUT_OF_SERVICE, Level.HIGH));
    assertEquals(List.of(), turns(InputLine.KEY_HOLD, Level.LOW));
  }

  @Test
  void aSwitchThatIsTurnedBackEndsNothingThatAnotherStillAsksFor() {
    assertEquals(List.of("hold KEY-SWITCH"), turns(InputLine.KEY_HOLD, Level.LOW, Level.HIGH));
    assertEquals(
        List.of("take_out_of_service KEY-SWITCH"), turns(InputLine.KEY_OUT_OF_SERVICE, Level.HIGH));
    assertEquals(
        List.of("resume KEY-SWITCH", "take_out_of_service KEY-SWITCH"),
        turns(InputLine.KEY_HOLD, Level.LOW));
    assertEquals(List.of("resume KEY-SWITCH"), turns(InputLine.KEY_OUT_OF_SERVICE, Level.LOW));
  }

  @Test
  void theTechniciansSwitchBeginsAndEndsMaintenance() {
    assertEquals(
        List.of("maintenance_on KEY-SWITCH", "maintenance_off KEY-SWITCH"),
        turns(InputLine.KEY_MAINTENANCE, Level.LOW, Level.HIGH, Level.LOW));
  }

  @Test
  void aCabinetWhoseContactIsCutIsOpen() {
    assertEquals(List.of(), turns(InputLine.TAMPER, Level.UNKNOWN, Level.LOW));
    assertEquals(List.of("Tamper[open=true]"), turns(InputLine.TAMPER, Level.UNKNOWN));
    assertEquals(List.of("Tamper[open=false]"), turns(InputLine.TAMPER, Level.LOW));
  }

  @Test
  void whatIsNoSwitchOrdersNothing() {
    assertEquals(List.of(), turns(InputLine.ENTRY_OPEN, Level.LOW, Level.HIGH));
    assertEquals(List.of(), turns(InputLine.DOCUMENT_PRESENT, Level.LOW, Level.HIGH));
  }
}
