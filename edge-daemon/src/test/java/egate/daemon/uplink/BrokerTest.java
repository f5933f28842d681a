package egate.daemon.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerTest {
  @Test
  void thisMachineIsAllowed() throws BrokerRefusedException {
    for (String host : List.of("localhost", "127.0.0.1", "127.1.2.3", "::1")) {
      assertEquals(18_883, Broker.of(host, 18_883).address().getPort());
    }
  }

  @Test
  void everyOtherHostIsRefusedInOneLineWithoutALookUp() {
    for (String host :
        List.of("10.0.0.5", "0.0.0.0", "central.example", "localhost.example", "", "::")) {
      BrokerRefusedException refused =
          assertThrows(BrokerRefusedException.class, () -> Broker.of(host, 1883), host);
      assertTrue(String.valueOf(refused.getMessage()).startsWith("uplink: broker-host"));
    }
  }

  @Test
  void portsOutsideTheirRangeAreRefused() {
    for (int port : new int[] {-1, 0, 65_536}) {
      assertThrows(BrokerRefusedException.class, () -> Broker.of("127.0.0.1", port));
    }
  }
}
