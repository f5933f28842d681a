package egate.daemon.uplink;

/**
 * What a gate is called on the broker.
 *
 * @param gate the gate's name, [A-Z0-9-]{1,32}
 */
record Topics(String gate) {

  Topics {
    if (!gate.matches("[A-Z0-9-]{1,32}")) {
      throw new IllegalArgumentException("a gate's name is up to 32 of A-Z, 0-9 and -");
    }
  }

  String client() {
    return "egate-" + gate;
  }

  String results() {
    return "egate/" + gate + "/results";
  }

  String acknowledgements() {
    return "egate/" + gate + "/ack";
  }

  String heads() {
    return "egate/" + gate + "/heads";
  }

  String headAcknowledgements() {
    return "egate/" + gate + "/head-ack";
  }

  String terminalChallenges() {
    return "egate/" + gate + "/terminal/challenges";
  }

  String terminalSignatures() {
    return "egate/" + gate + "/terminal/signatures";
  }
}
