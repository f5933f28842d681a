package egate.simulator.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * Many invented CSCAs, as a world's trust store holds them: some states have several, one after the
 * other, and every third spells its curve's parameters out.
 */
public final class World {
  private static final int CSCAS_OF_A_STATE = 4;
  private static final int LETTERS = 26;
  private static final int YEARS = 12;

  private final List<byte[]> cscas = new ArrayList<>();
  private final List<byte[]> signers = new ArrayList<>();

  private World() {}

  /**
   * The same arguments make the same certificates.
   *
   * @param count of CSCAs, 1..2,704
   */
  public static World of(int count, long seed, LocalDate today) {
    World world = new World();
    for (int number = 0; number < count; number++) {
      int state = number / CSCAS_OF_A_STATE;
      String country =
          "" + (char) ('A' + state / LETTERS % LETTERS) + (char) ('A' + state % LETTERS);
      SignatureScheme scheme =
          number % 3 == 0
              ? SignatureScheme.ECDSA_BRAINPOOL_P256_EXPLICIT
              : SignatureScheme.ECDSA_P256;
      world.add(
          new CertificateAuthority(
              country, scheme, seed + number, today.minusYears(YEARS), today.plusYears(YEARS)),
          today);
    }
    return world;
  }

  private void add(CertificateAuthority authority, LocalDate today) {
    cscas.add(encoded(authority.certificate()));
    signers.add(
        encoded(
            authority
                .documentSigner("DSC", today.minusYears(1), today.plusYears(YEARS - 1))
                .certificate()));
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException("certificate cannot be encoded", e);
    }
  }

  /** Their certificates in DER. */
  public List<byte[]> cscas() {
    return List.copyOf(cscas);
  }

  /** A document signer's certificate in DER of each, in the same order. */
  public List<byte[]> signers() {
    return List.copyOf(signers);
  }
}
