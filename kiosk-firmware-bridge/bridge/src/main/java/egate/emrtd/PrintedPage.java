package egate.emrtd;

import java.util.List;
import java.util.Optional;

/**
 * What a document reader saw: the MRZ and, where document and reader have one, the card access
 * number, which such a reader sends as a last line of six digits. Personal data: no string form.
 */
public final class PrintedPage implements AutoCloseable {
  private final Mrz mrz;
  private final Optional<String> can;

  private PrintedPage(Mrz mrz, Optional<String> can) {
    this.mrz = mrz;
    this.can = can;
  }

  /**
   * Tells the lines apart.
   *
   * @throws MalformedDataException when what is no CAN is no MRZ either
   */
  public static PrintedPage parse(List<String> lines) throws MalformedDataException {
    boolean can = lines.size() > 1 && AccessPassword.isCan(lines.getLast());
    return can
        ? new PrintedPage(
            Mrz.parse(lines.subList(0, lines.size() - 1)), Optional.of(lines.getLast()))
        : new PrintedPage(Mrz.parse(lines), Optional.empty());
  }

  public Mrz mrz() {
    return mrz;
  }

  /**
   * What may open the chip, the CAN first: it is short, but it was not put together of three fields
   * that may each be read wrong. The caller closes them.
   */
  public List<AccessPassword> passwords() {
    AccessPassword ofMrz = AccessPassword.of(mrz);
    return can.map(digits -> List.of(AccessPassword.ofCan(digits), ofMrz))
        .orElseGet(() -> List.of(ofMrz));
  }

  @Override
  public void close() {
    mrz.close();
  }

  @Override
  public String toString() {
    return "PrintedPage";
  }
}
