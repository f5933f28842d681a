package egate.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.MalformedDataException;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.LdsFile;
import egate.inspection.SignedSamples;
import egate.inspection.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyPortraitTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final AtomicInteger prepared = new AtomicInteger();
  private byte[] sod = {};
  private byte[] face = {};
  private TrustStore trust;

  @BeforeEach
  void issue() throws Exception {
    Path document = SignedSamples.write(folder);
    sod = Files.readAllBytes(document.resolve("ef_sod.BIN"));
    face = Files.readAllBytes(document.resolve("DG2.bin"));
    trust = TrustStore.parse(Files.readAllBytes(folder.resolve("trust.egts")));
  }

  @AfterEach
  void stop() {
    worker.shutdownNow();
  }

  @Test
  void isPreparedWhileTheNextFileIsStillOnItsWay() throws Exception {
    CountDownLatch nextFile = new CountDownLatch(1);
    EarlyPortrait<EncodedImage> early =
        new EarlyPortrait<>(
            trust,
            TODAY,
            worker,
            portrait -> {
              nextFile.await(10, TimeUnit.SECONDS); // the reading goes on meanwhile
              return portrait;
            });
    early.read(LdsFile.EF_SOD, sod);
    early.read(LdsFile.DG2, face);
    assertFalse(early.prepared().orElseThrow().isDone());
    nextFile.countDown();
    assertArrayEquals(
        Dg2.parse(face).getFirst().bytes(),
        early.prepared().orElseThrow().get().orElseThrow().bytes());
  }

  @Test
  void aWipedFileIsPreparedAllTheSame() throws Exception {
    EarlyPortrait<EncodedImage> early = counting(trust);
    byte[] signed = sod.clone();
    byte[] group = face.clone();
    early.read(LdsFile.EF_SOD, signed);
    early.read(LdsFile.DG2, group);
    Arrays.fill(signed, (byte) 0);
    Arrays.fill(group, (byte) 0);
    assertTrue(result(early).isPresent());
  }

  @Test
  void whatNobodyVouchesForIsNeverDecoded() throws Exception {
    byte[] altered = face.clone();
    altered[altered.length - 1] ^= 1;
    assertEquals(Optional.empty(), result(read(counting(trust), sod, altered)));
    assertEquals(Optional.empty(), result(read(counting(TrustStore.of(1, List.of())), sod, face)));
    assertEquals(Optional.empty(), result(read(counting(trust), new byte[] {0x77, 0}, face)));
    EarlyPortrait<EncodedImage> unsigned = counting(trust);
    unsigned.read(LdsFile.DG2, face);
    assertEquals(Optional.empty(), result(unsigned));
    assertEquals(0, prepared.get());
  }

  @Test
  void aFailureIsKeptForWhoAsks() {
    EarlyPortrait<EncodedImage> early =
        new EarlyPortrait<>(
            trust,
            TODAY,
            worker,
            portrait -> {
              throw new MalformedDataException("no picture");
            });
    read(early, sod, face);
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> early.prepared().orElseThrow().get());
    assertTrue(failure.getCause() instanceof MalformedDataException);
  }

  @Test
  void beforeTheFaceIsReadThereIsNothing() {
    EarlyPortrait<EncodedImage> early = counting(trust);
    early.read(LdsFile.EF_SOD, sod);
    early.read(LdsFile.DG1, face);
    assertEquals(Optional.empty(), early.prepared());
    assertEquals("EarlyPortrait", early.toString());
  }

  private EarlyPortrait<EncodedImage> counting(TrustStore store) {
    return new EarlyPortrait<>(
        store,
        TODAY,
        worker,
        portrait -> {
          prepared.incrementAndGet();
          return portrait;
        });
  }

  private static EarlyPortrait<EncodedImage> read(
      EarlyPortrait<EncodedImage> early, byte[] signed, byte[] group) {
    early.read(LdsFile.EF_SOD, signed);
    early.read(LdsFile.DG2, group);
    return early;
  }

  private static Optional<EncodedImage> result(EarlyPortrait<EncodedImage> early) throws Exception {
    return early.prepared().orElseThrow().get();
  }
}
