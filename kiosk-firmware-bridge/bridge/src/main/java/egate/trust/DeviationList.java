package egate.trust;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import egate.inspection.Deviation;
import egate.inspection.KnownDefect;
import egate.inspection.StoreKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;

/** A deviation list's content (Doc 9303-12 section 9): defects of documents already issued. */
public final class DeviationList {
  /** id-icao-DeviationList. */
  static final String CONTENT_TYPE = Deviation.ROOT;

  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int DOCUMENT_TYPE = 0x80;
  private static final int ISSUER_AND_SERIAL = 0xA1;
  private static final int KEY_IDENTIFIER = 0x82;
  private static final int CERTIFICATE_DIGEST = 0x83;
  private static final int ISSUING_DATE = 0xA4;
  private static final int DOCUMENT_NUMBERS = 0xA5;
  private static final int DEVIATIONS_MAX = 10_000;
  private static final int DOCUMENTS_MAX = 1_000_000;
  private static final int TYPES_MAX = 64;
  private static final LocalDate EVER_SINCE = LocalDate.of(1900, 1, 1);
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private final String country;

  private DeviationList(String country) {
    this.country = country;
  }

  /**
   * Its defects.
   *
   * @param country of the list's signer, two letters in capitals: a state speaks for its own
   *     documents alone
   */
  public static List<KnownDefect> defects(byte[] content, String country)
      throws MalformedDataException {
    DeviationList list = new DeviationList(country);
    List<KnownDefect> defects = new ArrayList<>();
    try {
      for (Tlv deviation :
          Tlv.parse(content).expect(SEQUENCE).child(SET).children(DEVIATIONS_MAX)) {
        defects.add(list.defect(deviation.expect(SEQUENCE).children()));
      }
    } catch (IOException | ParseException | RuntimeException e) {
      // BouncyCastle reports malformed values as exceptions of many types.
      throw new MalformedDataException("malformed deviation: " + e.getClass().getSimpleName());
    }
    return defects;
  }

  private KnownDefect defect(List<Tlv> parts)
      throws MalformedDataException, IOException, ParseException {
    if (parts.size() != 2) {
      throw new MalformedDataException("deviation of " + parts.size() + " parts");
    }
    Optional<String> documentType = Optional.empty();
    Optional<StoreKey> signer = Optional.empty();
    List<StoreKey> documents = List.of();
    LocalDate first = EVER_SINCE;
    LocalDate last = FOR_EVER;
    for (Tlv part : parts.getFirst().expect(SEQUENCE).children()) {
      switch (part.tag()) {
        case DOCUMENT_TYPE -> documentType = Optional.of(text(part));
        case ISSUER_AND_SERIAL, KEY_IDENTIFIER, CERTIFICATE_DIGEST ->
            signer = Optional.of(key(part));
        case ISSUING_DATE -> {
          List<Tlv> dates = part.children();
          first = date(dates.getFirst());
          last = date(dates.getLast());
        }
        case DOCUMENT_NUMBERS -> documents = documents(part);
        // What narrows a deviation in an unknown way must not be left out: it would then hold for
        // more documents than the issuer meant.
        default -> throw new MalformedDataException("deviation of unknown documents");
      }
    }
    Deviation deviation = new Deviation(country, types(parts.getLast()), first, last);
    return new KnownDefect(deviation, documentType, signer, documents);
  }

  private List<StoreKey> documents(Tlv numbers) throws MalformedDataException {
    List<StoreKey> keys = new ArrayList<>();
    for (Tlv number : numbers.children(DOCUMENTS_MAX)) {
      keys.add(StoreKey.ofDocument(country, text(number)));
    }
    if (keys.isEmpty()) {
      throw new MalformedDataException("deviation of no document");
    }
    return keys;
  }

  private static StoreKey key(Tlv identifier) throws MalformedDataException, IOException {
    return switch (identifier.tag()) {
      case KEY_IDENTIFIER -> StoreKey.ofKeyIdentifier(identifier.value());
      case CERTIFICATE_DIGEST -> StoreKey.ofDigest(identifier.value());
      default -> {
        IssuerAndSerialNumber named =
            IssuerAndSerialNumber.getInstance(
                ASN1Primitive.fromByteArray(Tlv.encode(SEQUENCE, identifier.value())));
        yield StoreKey.ofSerial(named.getName(), named.getSerialNumber().getValue());
      }
    };
  }

  private static List<String> types(Tlv descriptions) throws MalformedDataException, IOException {
    List<String> types = new ArrayList<>();
    for (Tlv description : descriptions.expect(SET).children(TYPES_MAX)) {
      byte[] type = description.expect(SEQUENCE).child(OBJECT_IDENTIFIER).encoded();
      types.add(ASN1ObjectIdentifier.getInstance(ASN1Primitive.fromByteArray(type)).getId());
    }
    return types;
  }

  private static LocalDate date(Tlv time) throws IOException, ParseException {
    return ASN1GeneralizedTime.getInstance(ASN1Primitive.fromByteArray(time.encoded()))
        .getDate()
        .toInstant()
        .atZone(ZoneOffset.UTC)
        .toLocalDate();
  }

  /** Printable ASCII of at most 32 characters. */
  private static String text(Tlv value) throws MalformedDataException {
    String text = new String(value.value(), StandardCharsets.US_ASCII);
    if (text.length() > 32 || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new MalformedDataException("text of a deviation");
    }
    return text;
  }
}
