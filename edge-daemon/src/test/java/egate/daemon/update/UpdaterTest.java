package egate.daemon.update;

import static egate.daemon.update.TestUpdates.bundle;
import static egate.daemon.update.TestUpdates.hexadecimal;
import static egate.daemon.update.TestUpdates.item;
import static egate.daemon.update.TestUpdates.keys;
import static egate.daemon.update.TestUpdates.store;
import static egate.daemon.update.TestUpdates.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdaterTest {
  private final KeyPair agency = keys();
  private final KeyPair operator = keys();
  private final KeyPair stranger = keys();
  private final UpdateKeys known = new UpdateKeys(hexadecimal(agency), hexadecimal(operator));
  @TempDir private Path state;

  private Path file() {
    return state.resolve("trust/store.egts");
  }

  private Updater updater(UpdateFolder.Stop stop) {
    return new Updater(
        new UpdateFolder(state.resolve("update"), file(), stop),
        known,
        "",
        (_, _, version) -> version == 13 ? Optional.of("line 1: unlucky") : Optional.empty());
  }

  private Updater updater() {
    return updater(() -> {});
  }

  private byte[] trust(int version, String anchors, KeyPair... signers) {
    return bundle(UpdateKind.TRUST, version, store(version, anchors), signers);
  }

  private void assertRefused(byte[] bundle, String why) {
    UpdateException refused =
        assertThrows(UpdateException.class, () -> updater().apply("stick", bundle));
    assertEquals("stick: " + why + "; nothing was changed", refused.getMessage());
  }

  @Test
  void trustAnchorsTakeTwoSignaturesAndOtherTrustDataOne() throws Exception {
    assertRefused(
        trust(1, "A", agency),
        "changes trust anchors, which takes two signatures, and is signed by the agency alone");
    assertRefused(
        trust(1, "A", agency, agency),
        "changes trust anchors, which takes two signatures, and is signed by the agency alone");
    assertEquals(1, updater().apply("stick", trust(1, "A", operator, agency)).size());
    assertEquals(1, updater().apply("stick", trust(2, "A", operator)).size());
    assertRefused(
        trust(3, "AB", operator, stranger),
        "changes trust anchors, which takes two signatures, and is signed by the operator alone");
    assertEquals(2, StoreHead.read(file(), "").version());
  }

  @Test
  void nothingGoesBack() throws Exception {
    updater().apply("stick", trust(5, "A", agency, operator));
    updater().apply("stick", bundle(UpdateKind.POLICY, 7, text("seven"), agency));
    assertRefused(trust(4, "A", agency, operator), "would take trust back from version 5 to 4");
    assertRefused(
        bundle(UpdateKind.POLICY, 6, text("six"), agency),
        "would take policy back from version 7 to 6");
    assertRefused(
        bundle(UpdateKind.POLICY, 7, text("other"), agency),
        "brings another policy version 7 than the one that is installed");
    assertEquals(
        List.of(), updater().apply("stick", bundle(UpdateKind.POLICY, 7, text("seven"), agency)));
  }

  @Test
  void aStoreThatNoUpdateBroughtIsNotTakenBackEither() throws Exception {
    Files.createDirectories(file().getParent());
    Files.write(file(), store(9, "A"));
    assertRefused(trust(8, "A", agency, operator), "would take trust back from version 9 to 8");
    assertRefused(
        bundle(UpdateKind.TRUST, 11, store(10, "A"), agency, operator),
        "brings trust data of version 10 as version 11");
  }

  @Test
  void refusesWhatNobodyKnownHasSignedAndProfilesThatCannotBeUsed() {
    assertRefused(
        bundle(UpdateKind.MODELS, 1, TestUpdates.pack("m"), stranger),
        "is signed by nobody whom this gate knows");
    assertRefused(
        bundle(UpdateKind.MODELS, 1, TestUpdates.pack("m")),
        "is signed by nobody whom this gate knows");
    assertRefused(
        bundle(UpdateKind.PROFILE, 13, text("p"), agency),
        "brings a profile that cannot be used: line 1: unlucky");
  }

  @Test
  void refusesEveryTruncationAndEveryChangedByte() throws Exception {
    byte[] whole = bundle(UpdateKind.POLICY, 1, text("policy"), agency);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThrows(UpdateException.class, () -> updater().apply("stick", cut));
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertThrows(UpdateException.class, () -> updater().apply("stick", changed), "byte " + at);
    }
    assertThrows(
        UpdateException.class,
        () -> updater().apply("stick", Arrays.copyOf(whole, whole.length + 1)));
    assertEquals(List.of(), updater().installed());
  }

  @Test
  void filesOfAnotherBundleAreNotTaken() {
    byte[] one = bundle(UpdateKind.POLICY, 1, text("one"), agency);
    byte[] two = bundle(UpdateKind.POLICY, 2, text("two"), agency);
    System.arraycopy(one, one.length - 3, two, two.length - 3, 3);
    assertRefused(two, "is damaged: its policy is not what it lists");
  }

  /**
   * Killed before any change on disk, an update is there wholly or not at all after the next start.
   */
  @Test
  void aKillAnywhereLeavesTheOldOrTheNew() throws Exception {
    int steps = 0;
    boolean done = false;
    for (int limit = 0; !done; limit++) {
      state = Files.createDirectory(state.resolve("run" + limit));
      updater().apply("stick", trust(1, "A", agency, operator));
      byte[] policy = text("policy");
      byte[] trust = store(2, "AB");
      byte[] both =
          UpdateBundle.make(
              List.of(item(UpdateKind.TRUST, 2, trust), item(UpdateKind.POLICY, 2, policy)),
              List.of(trust, policy),
              List.of(agency.getPrivate(), operator.getPrivate()));
      int[] left = {limit};
      try {
        updater(() -> killWhen(left[0]-- == 0)).apply("stick", both);
        done = true;
      } catch (UpdateException e) {
        steps++;
      }
      updater().recover();
      int installed = StoreHead.read(file(), "").version();
      boolean policyThere = Files.exists(state.resolve("update/policy.yaml"));
      assertEquals(installed == 2, policyThere, "after " + limit + " steps");
      assertEquals(policyThere ? 2 : 1, updater().installed().size(), "after " + limit + " steps");
    }
    assertTrue(steps > 6, "only " + steps + " places to be killed at");
  }

  private static void killWhen(boolean now) throws IOException {
    if (now) {
      throw new IOException("killed");
    }
  }

  @Test
  void twoUpdatesAtOnceAreOneTooMany() throws Exception {
    Updater slow =
        updater(
            () -> {
              UpdateException refused =
                  assertThrows(UpdateException.class, () -> updater().installed());
              assertEquals("another update is just being applied; try again", refused.getMessage());
            });
    slow.apply("stick", bundle(UpdateKind.POLICY, 1, text("policy"), agency));
    assertEquals(1, updater().installed().size());
  }

  @Test
  void terminalCertificatesAreUnpackedToo() throws Exception {
    byte[] pack = TestUpdates.zip("cvca.cvcert", "one", "gate.cvcert", "two");
    updater().apply("stick", bundle(UpdateKind.TERMINAL, 1, pack, operator));
    assertEquals("two", Files.readString(state.resolve("update/terminal/gate.cvcert")));
  }

  @Test
  void modelsAreUnpackedAndThePackBeforeStaysForWhoJustReadsIt() throws Exception {
    for (int version = 1; version <= 3; version++) {
      byte[] pack = TestUpdates.pack("models " + version);
      updater().apply("stick", bundle(UpdateKind.MODELS, version, pack, agency));
      assertEquals(
          "models " + version, Files.readString(state.resolve("update/models/manifest.json")));
    }
    try (var packs = Files.newDirectoryStream(state.resolve("update"), "models-*")) {
      int[] count = {0};
      packs.forEach(_ -> count[0]++);
      assertEquals(2, count[0]);
    }
  }

  @Test
  void refusesModelsThatAreNoZipOfPlainFiles() {
    for (byte[] pack :
        List.of(
            text("models"),
            TestUpdates.zip(),
            TestUpdates.zip("manifest.json", "{}", "../../profile.yaml", "escaped"),
            TestUpdates.zip("manifest.json", "{}", "/etc/passwd", "absolute"),
            TestUpdates.zip("manifest.json", "{}", "folder/", ""))) {
      assertRefused(
          bundle(UpdateKind.MODELS, 1, pack, agency),
          "brings a pack that cannot be used: models version 1 is no ZIP of plain files");
    }
  }
}
