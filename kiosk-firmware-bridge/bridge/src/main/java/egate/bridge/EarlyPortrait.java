package egate.bridge;

import egate.emrtd.FileListener;
import egate.emrtd.lds.Dg2;
import egate.emrtd.lds.EncodedImage;
import egate.emrtd.lds.LdsFile;
import egate.inspection.Inspection;
import egate.inspection.TrustStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The portrait, prepared for the comparison while the rest of the chip is being read. It is parsed
 * and decoded only where a signer that the trust store knows has signed the hash of its bytes.
 *
 * @param <T> what it is prepared to
 */
final class EarlyPortrait<T> implements FileListener {
  private final TrustStore trust;
  private final LocalDate today;
  private final ExecutorService worker;
  private final Preparation<T> preparation;
  private byte[] sod = {};
  private @Nullable Future<Optional<T>> prepared;

  /** What is done to a portrait that can be believed. */
  interface Preparation<T> {
    T prepare(EncodedImage portrait) throws Exception;
  }

  EarlyPortrait(
      TrustStore trust, LocalDate today, ExecutorService worker, Preparation<T> preparation) {
    this.trust = trust;
    this.today = today;
    this.worker = worker;
    this.preparation = preparation;
  }

  @Override
  public void read(LdsFile file, byte[] bytes) {
    if (file == LdsFile.EF_SOD) {
      sod = bytes.clone();
    } else if (file == LdsFile.DG2) {
      byte[] signed = sod;
      byte[] group = bytes.clone();
      prepared = worker.submit(() -> prepare(signed, group));
    }
  }

  private Optional<T> prepare(byte[] signed, byte[] group) throws Exception {
    if (!Inspection.isVouchedFor(LdsFile.DG2, group, signed, trust, today)) {
      return Optional.empty();
    }
    List<EncodedImage> portraits = Dg2.parse(group);
    return portraits.isEmpty()
        ? Optional.empty()
        : Optional.of(preparation.prepare(portraits.getFirst()));
  }

  /**
   * The work that was begun; none before DG2 was read, and an empty one if it is not vouched for.
   */
  Optional<Future<Optional<T>>> prepared() {
    return Optional.ofNullable(prepared);
  }

  @Override
  public String toString() {
    return "EarlyPortrait";
  }
}
