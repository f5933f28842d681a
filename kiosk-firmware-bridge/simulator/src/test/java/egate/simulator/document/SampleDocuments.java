package egate.simulator.document;

import egate.emrtd.MrzFormat;
import egate.emrtd.lds.EncodedImage;
import java.time.LocalDate;
import java.util.Random;

/** Documents for tests; their pictures are noise, which nobody decodes here. */
public final class SampleDocuments {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private SampleDocuments() {}

  public static EncodedImage portrait() {
    return portrait(9_000);
  }

  public static EncodedImage portrait(int bytes) {
    return new EncodedImage(EncodedImage.Format.JPEG, 413, 531, noise(1, bytes));
  }

  public static EncodedImage finger(long seed) {
    return new EncodedImage(EncodedImage.Format.PNG, 256, 288, noise(seed, 21_000));
  }

  public static TravelDocument passport(long seed) {
    return passport(seed, IssueOptions.standard());
  }

  public static TravelDocument passport(long seed, IssueOptions options) {
    return issuer().issue(Holder.of(seed, TODAY), portrait(), finger(seed), options);
  }

  /** A card or sheet whose number is of twelve characters, with a card access number. */
  public static TravelDocument identityCard(MrzFormat format, long seed) {
    return issuer()
        .issue(
            Holder.of(seed, TODAY).numbered("D23145890734"),
            portrait(),
            finger(seed),
            IssueOptions.standard().withFormat(format))
        .withCan("500540");
  }

  public static Issuer issuer() {
    return Issuer.of("UTO", 7, TODAY);
  }

  private static byte[] noise(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
