package egate.trust;

import java.util.ArrayList;
import java.util.List;

/** What an import did, for people and programs: sums, what each list says, what was refused. */
public final class ImportReport {
  /** Refusals told one by one; further ones are only counted. */
  private static final int REFUSALS_MAX = 1_000;

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();
  private int added;
  private int known;
  private int signers;
  private int refused;

  ImportReport() {}

  void refuse(Refusal refusal) {
    refused++;
    if (refusals.size() < REFUSALS_MAX) {
      refusals.add(refusal);
    }
  }

  void state(String statement) {
    statements.add(statement);
  }

  void addedOne() {
    added++;
  }

  void knownOne() {
    known++;
  }

  void signerSeen() {
    signers++;
  }

  /** An added certificate was taken away again. */
  void withdrawnOne() {
    added--;
  }

  /** At most {@value #REFUSALS_MAX}, in the order in which they were found. */
  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** How many were refused. */
  public int refused() {
    return refused;
  }

  /** A sentence for each list: whose it is, and how far that is proved. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  /** CSCA and link certificates that are new. */
  public int added() {
    return added;
  }

  /** Certificates that were there already, or came more than once. */
  public int known() {
    return known;
  }

  /** Certificates of document signers, which documents bring along and no store keeps. */
  public int signers() {
    return signers;
  }
}
