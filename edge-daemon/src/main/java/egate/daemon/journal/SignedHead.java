package egate.daemon.journal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a gate swears to: how far its record goes and what the chains are there. Whoever keeps one
 * can tell later whether anything up to there was changed or cut off.
 *
 * @param epoch of the store
 * @param order of the last entry that is covered
 * @param chain the journal's chain behind that entry
 * @param sequence of the last result that is covered, zero before the first
 * @param results the chain over the results behind that one
 * @param wallMillis when it was signed, as the wall clock said
 * @param signature by the gate's device key over {@link #statement}, in Base64
 */
public record SignedHead(
    UUID epoch,
    long order,
    ChainHash chain,
    long sequence,
    ChainHash results,
    long wallMillis,
    String signature) {

  /** Longest signature in characters: a P-256 signature in DER has up to 72 bytes. */
  static final int SIGNATURE_MAX = 96;

  SignedHead signed(String by) {
    return new SignedHead(epoch, order, chain, sequence, results, wallMillis, by);
  }

  /** The signed text: one ASCII line, so that an auditor can check it with any tool. */
  public byte[] statement() {
    return "egate-head-1 %s %d %s %d %s %d"
        .formatted(epoch, order, chain.hex(), sequence, results.hex(), wallMillis)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
