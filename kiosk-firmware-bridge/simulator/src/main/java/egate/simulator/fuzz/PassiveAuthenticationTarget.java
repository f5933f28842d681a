package egate.simulator.fuzz;

import egate.emrtd.Evidence;
import egate.emrtd.MalformedDataException;
import egate.emrtd.Mrz;
import egate.emrtd.lds.LdsFile;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreCorruptException;
import egate.report.AccessProtocol;
import egate.report.Check;
import egate.simulator.document.ElementaryFile;
import egate.simulator.document.Issuer;
import egate.simulator.document.LdsVersion;
import egate.simulator.document.SignatureScheme;
import egate.simulator.document.TravelDocument;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole document is judged whose SOD is hostile: keys, curves and signatures of any size. */
final class PassiveAuthenticationTarget implements FuzzTarget {
  /** Made at the first run, for it takes keys. */
  private @Nullable Scene scene;

  private record Scene(TravelDocument document, Mrz printed, TrustStore trust) {
    static Scene make() {
      TravelDocument document = SampleFiles.document(SignatureScheme.ECDSA_P256, LdsVersion.V1_8);
      try {
        return new Scene(document, Mrz.parse(document.mrz().lines()), everyAuthority());
      } catch (MalformedDataException | TrustStoreCorruptException e) {
        throw new IllegalStateException("the issuer's own document is malformed", e);
      }
    }

    private static TrustStore everyAuthority() throws TrustStoreCorruptException {
      List<byte[]> authorities = new ArrayList<>();
      for (SignatureScheme scheme : SignatureScheme.values()) {
        authorities.add(
            Issuer.of("UTO", scheme, SampleFiles.SEED, SampleFiles.TODAY).cscaCertificate());
      }
      return TrustStore.of(1, authorities);
    }
  }

  @Override
  public String name() {
    return "passive-authentication";
  }

  @Override
  public List<byte[]> seeds() {
    return SampleFiles.of(ElementaryFile.SOD);
  }

  /** Never refuses: there is a judgement for every document. */
  @Override
  public void run(byte[] input) {
    Scene on = scene == null ? Scene.make() : scene;
    scene = on;
    Map<LdsFile, byte[]> files = new EnumMap<>(LdsFile.class);
    for (LdsFile file : LdsFile.values()) {
      ElementaryFile.ofIdentifier(file.fileId())
          .flatMap(on.document::file)
          .ifPresent(bytes -> files.put(file, bytes));
    }
    files.put(LdsFile.EF_SOD, input);
    Evidence evidence = new Evidence(AccessProtocol.BAC, files, Map.of(), List.of());
    var inspected = Inspection.inspect(evidence, on.printed, on.trust, SampleFiles.TODAY);
    if (inspected.checks().size() != Check.values().length) {
      throw new IllegalStateException("a check is missing");
    }
  }
}
