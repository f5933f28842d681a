package egate.trust;

import egate.emrtd.EmrtdCertificate;
import egate.emrtd.MalformedDataException;
import egate.inspection.SignatureVerifier;
import egate.inspection.StoreKey;
import egate.inspection.UnsupportedAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;

/** The CSCA and link certificates that are taken so far, and the rules by which one is. */
final class Anchors {
  private static final int ANCHORS_MAX = 8_192;

  private final Map<EmrtdCertificate, String> sources = new LinkedHashMap<>();
  private final Map<StoreKey, List<EmrtdCertificate>> bySubject = new HashMap<>();

  /** What became of a certificate. */
  sealed interface Outcome {
    record Taken() implements Outcome {}

    record Known() implements Outcome {}

    record Refused(String what, String why) implements Outcome {}
  }

  /**
   * Takes a certificate that may issue others and, if it says it signed itself, did. Old and odd
   * ones are taken too: documents signed under them are still carried.
   */
  Outcome take(byte[] der, String source) {
    EmrtdCertificate certificate;
    try {
      certificate = EmrtdCertificate.parse(der);
    } catch (MalformedDataException e) {
      return new Outcome.Refused("certificate", String.valueOf(e.getMessage()));
    }
    if (sources.containsKey(certificate)) {
      return new Outcome.Known();
    }
    Optional<String> fault = fault(certificate);
    if (fault.isPresent()) {
      return new Outcome.Refused(describe(certificate), fault.get());
    }
    add(certificate, source);
    return new Outcome.Taken();
  }

  void add(EmrtdCertificate certificate, String source) {
    sources.put(certificate, source);
    bySubject
        .computeIfAbsent(StoreKey.ofName(certificate.subject()), _ -> new ArrayList<>())
        .add(certificate);
  }

  private Optional<String> fault(EmrtdCertificate certificate) {
    if (sources.size() == ANCHORS_MAX) {
      return Optional.of("there are " + ANCHORS_MAX + " certificates already");
    }
    if (!certificate.isAuthority()) {
      return Optional.of("may not issue certificates, so it is no CSCA");
    }
    if (certificate.isSelfIssued()) {
      return signatureFault(certificate, List.of(certificate));
    }
    return Optional.empty(); // a link: judged when all that may have signed it are there
  }

  /** Refuses, once all are there, the links that no known key of their issuer has signed. */
  Map<EmrtdCertificate, String> brokenLinks() {
    Map<EmrtdCertificate, String> broken = new LinkedHashMap<>();
    for (EmrtdCertificate link : sources.keySet()) {
      List<EmrtdCertificate> issuers = link.isSelfIssued() ? List.of() : named(link);
      if (!issuers.isEmpty()) {
        signatureFault(link, issuers).ifPresent(why -> broken.put(link, why));
      }
    }
    return broken;
  }

  /** Only the certificate whose key a link names can convict it. */
  private List<EmrtdCertificate> named(EmrtdCertificate link) {
    return withSubject(link.issuer()).stream()
        .filter(
            c ->
                c.keyIdentifier().isPresent()
                    && link.authorityKeyIdentifier().isPresent()
                    && Arrays.equals(c.keyIdentifier().get(), link.authorityKeyIdentifier().get()))
        .toList();
  }

  private static Optional<String> signatureFault(
      EmrtdCertificate certificate, List<EmrtdCertificate> issuers) {
    try {
      for (EmrtdCertificate issuer : issuers) {
        if (SignatureVerifier.isSignedWith(certificate, issuer.publicKey())) {
          return Optional.empty();
        }
      }
      return Optional.of("its signature is wrong");
    } catch (UnsupportedAlgorithmException e) {
      return Optional.of("is signed with what is not supported: " + e.getMessage());
    }
  }

  void remove(EmrtdCertificate certificate) {
    sources.remove(certificate);
    bySubject.values().forEach(list -> list.remove(certificate));
  }

  List<EmrtdCertificate> withSubject(X500Name name) {
    return bySubject.getOrDefault(StoreKey.ofName(name), List.of());
  }

  Collection<EmrtdCertificate> all() {
    return sources.keySet();
  }

  String source(EmrtdCertificate certificate) {
    return sources.getOrDefault(certificate, "");
  }

  /** For people: who it is, without anything that could break a line. */
  static String describe(EmrtdCertificate certificate) {
    String name = certificate.subject().toString().replaceAll("[^ -~]", "?");
    return (name.length() > 100 ? name.substring(0, 100) : name)
        + ", serial "
        + certificate.serialNumber().toString(16);
  }
}
