package egate.daemon.update;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Installs one update after another, each of trust data, policy and models, until it is killed.
 * Before, it ends what its forerunner left half done and says which version it found: the one of
 * all three, or that they differ.
 */
public final class UpdateVictim {
  private static final PrintStream OUT =
      new PrintStream(System.out, true, StandardCharsets.US_ASCII);

  private UpdateVictim() {}

  /**
   * Works.
   *
   * @param args the state folder; for each signer, the public key and the private one in PKCS #8,
   *     both hexadecimal; the version to stop at
   */
  public static void main(String[] args) throws Exception {
    Path state = Path.of(args[0]);
    Updater updater =
        new Updater(
            state.resolve("update"),
            state.resolve("trust/store.egts"),
            new UpdateKeys(args[1], args[3]),
            "",
            (_, _, _) -> Optional.empty());
    List<PrivateKey> keys = List.of(key(args[2]), key(args[4]));
    updater.recover();
    int version = found(state, updater);
    OUT.println("FOUND " + version);
    while (version < Integer.parseInt(args[5])) {
      version++;
      updater.apply("victim", bundle(version, keys));
      OUT.println("APPLIED " + version);
    }
    OUT.println("END");
  }

  private static PrivateKey key(String hexadecimal) throws Exception {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(hexadecimal)));
  }

  private static byte[] bundle(int version, List<PrivateKey> keys) {
    List<byte[]> files =
        List.of(
            TestUpdates.store(version, "anchors " + version),
            TestUpdates.text("policy " + version),
            TestUpdates.pack("models " + version));
    List<UpdateItem> items =
        List.of(
            TestUpdates.item(UpdateKind.TRUST, version, files.get(0)),
            TestUpdates.item(UpdateKind.POLICY, version, files.get(1)),
            TestUpdates.item(UpdateKind.MODELS, version, files.get(2)));
    return UpdateBundle.make(items, files, keys);
  }

  /** The one version of everything, or a word that no number is. */
  private static int found(Path state, Updater updater) throws IOException, UpdateException {
    List<UpdateItem> installed = updater.installed();
    if (installed.isEmpty()) {
      return 0;
    }
    int trust = StoreHead.read(state.resolve("trust/store.egts"), "").version();
    boolean listed =
        installed.size() == 3 && installed.stream().allMatch(item -> item.version() == trust);
    boolean policy = read(updater.verified(UpdateKind.POLICY).orElseThrow(), "policy " + trust);
    boolean models =
        read(state.resolve("update/models/manifest.json"), "models " + trust)
            && updater.verified(UpdateKind.MODELS).isPresent();
    if (!listed || !policy || !models) {
      throw new IllegalStateException("trust " + trust + " among " + installed);
    }
    return trust;
  }

  private static boolean read(Path file, String text) throws IOException {
    return Files.readString(file).equals(text);
  }
}
