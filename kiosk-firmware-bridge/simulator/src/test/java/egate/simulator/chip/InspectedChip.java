package egate.simulator.chip;

import egate.emrtd.EmrtdReader;
import egate.emrtd.Evidence;
import egate.emrtd.Mrz;
import egate.inspection.InspectedDocument;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.report.Check;
import egate.report.CheckResult;
import egate.simulator.document.SampleDocuments;
import egate.simulator.document.TravelDocument;
import java.util.List;
import java.util.Random;

/** A document's chip, read and judged as a gate would that trusts the sample issuer. */
final class InspectedChip {
  private InspectedChip() {}

  static InspectedDocument inspect(TravelDocument document) throws Exception {
    return inspect(document, Behaviour.capable());
  }

  static InspectedDocument inspect(TravelDocument document, Behaviour behaviour) throws Exception {
    Mrz mrz = Mrz.parse(document.mrz().lines());
    SimulatedChip chip = new SimulatedChip(document, new Random(1), behaviour);
    try (EmrtdReader reader = new EmrtdReader(mrz, new Random(2), () -> 0)) {
      return judge(mrz, reader.read(new DirectChannel(chip, 65_536)));
    }
  }

  static InspectedDocument judge(Mrz mrz, Evidence evidence) throws Exception {
    TrustStore trust = TrustStore.of(1, List.of(SampleDocuments.issuer().cscaCertificate()));
    return Inspection.inspect(evidence, mrz, trust, SampleDocuments.TODAY);
  }

  static CheckResult result(InspectedDocument document, Check check) {
    return document.checks().stream()
        .filter(result -> result.check() == check)
        .findFirst()
        .orElseThrow();
  }
}
