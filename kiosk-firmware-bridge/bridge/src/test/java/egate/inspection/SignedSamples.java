package egate.inspection;

import egate.emrtd.lds.LdsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A good document's files and its trust store on disk, for tests of other packages. */
public final class SignedSamples {
  private SignedSamples() {}

  /** Writes EF_COM.bin, EF_SOD.bin, DG1.bin, DG2.bin, Datagroup3.bin, and trust.egts beside. */
  public static Path write(Path folder) throws Exception {
    TestIssuer issuer = new TestIssuer(TestSigner.Scheme.ECDSA_SHA256);
    issuer.files.put(LdsFile.EF_SOD, issuer.sod());
    Path document = Files.createDirectory(folder.resolve("document"));
    for (Map.Entry<LdsFile, byte[]> file : issuer.files.entrySet()) {
      Files.write(document.resolve(name(file.getKey())), file.getValue());
    }
    Files.write(
        folder.resolve("trust.egts"),
        TrustStore.compile(
            TrustData.of(1, List.of(issuer.cscaCertificate().getEncoded())), Optional.empty()));
    return document;
  }

  private static String name(LdsFile file) {
    return switch (file) {
      case EF_COM -> "EF_COM.bin";
      case EF_SOD -> "ef_sod.BIN";
      case DG3 -> "Datagroup3.bin";
      default -> file.text() + ".bin";
    };
  }
}
