package egate.inspection;

import java.util.List;
import java.util.Optional;

/**
 * A deviation and the documents that have it, as a list brings them. All of what is given must be
 * true of a document.
 *
 * @param documentType two characters of the MRZ
 * @param signer one of the keys of the document signer's certificate
 * @param documents keys of the documents' numbers; empty where numbers do not matter
 */
public record KnownDefect(
    Deviation deviation,
    Optional<String> documentType,
    Optional<StoreKey> signer,
    List<StoreKey> documents) {

  public KnownDefect {
    documents = List.copyOf(documents);
  }
}
