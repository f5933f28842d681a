package egate.simulator.chip;

import egate.emrtd.CardChannel;
import egate.emrtd.CvCertificate;
import egate.emrtd.PaceProtocol;
import egate.emrtd.StandardParameters;
import egate.simulator.document.MrzLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.List;
import net.sf.scuba.smartcards.CardService;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.cert.CVCPrincipal;
import org.jmrtd.cert.CVCertificateFactorySpi;
import org.jmrtd.cert.CardVerifiableCertificate;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;
import org.jmrtd.protocol.EACCAResult;
import org.jmrtd.protocol.PACEResult;
import org.jspecify.annotations.Nullable;

/** JMRTD's terminal before a simulated chip: another's reading of the same standards. */
final class JmrtdTerminal {
  private final PassportService service;
  private final BACKey key;
  private final int blockBytes;
  private @Nullable PACEResult opened;
  private @Nullable EACCAResult proved;

  /**
   * @param blockBytes most bytes of file that it asks for at once
   */
  JmrtdTerminal(CardChannel channel, MrzLines mrz, int blockBytes) throws CardServiceException {
    String lower = mrz.lines().get(1);
    this.key = new BACKey(lower.substring(0, 9), lower.substring(13, 19), lower.substring(21, 27));
    this.blockBytes = blockBytes;
    int most = blockBytes > 256 ? 65_536 : 256;
    this.service = new PassportService(new Wire(channel), most, most, blockBytes, true, true);
    service.open();
  }

  PACEResult pace(PaceProtocol protocol, StandardParameters parameters) throws Exception {
    return pace(PACEKeySpec.createMRZKey(key), protocol, parameters);
  }

  PACEResult paceWithCan(String can, PaceProtocol protocol, StandardParameters parameters)
      throws Exception {
    return pace(PACEKeySpec.createCANKey(can), protocol, parameters);
  }

  private PACEResult pace(
      PACEKeySpec password, PaceProtocol protocol, StandardParameters parameters) throws Exception {
    String oid = ASN1ObjectIdentifier.fromContents(protocol.oid()).getId();
    BigInteger id = BigInteger.valueOf(parameters.id());
    PACEResult result = service.doPACE(password, oid, PACEInfo.toParameterSpec(id), id);
    service.sendSelectApplet(true);
    opened = result;
    return result;
  }

  void bac() throws CardServiceException {
    service.sendSelectApplet(false);
    service.doBAC(key);
  }

  byte[] read(int identifier) throws CardServiceException, IOException {
    try (var in = service.getInputStream((short) identifier, blockBytes)) {
      return in.readAllBytes();
    }
  }

  /** Chip authentication with the key of DG14; fails at the next command where it was wrong. */
  void authenticateChip(byte[] dg14) throws Exception {
    DG14File file = new DG14File(new ByteArrayInputStream(dg14));
    ChipAuthenticationInfo info = only(file, ChipAuthenticationInfo.class);
    ChipAuthenticationPublicKeyInfo own = only(file, ChipAuthenticationPublicKeyInfo.class);
    proved =
        service.doEACCA(
            own.getKeyId(),
            info.getObjectIdentifier(),
            own.getObjectIdentifier(),
            own.getSubjectPublicKey());
  }

  /** Terminal authentication, after chip authentication; throws where the chip refuses. */
  void authenticateTerminal(String authority, List<CvCertificate> path, PrivateKey terminalKey)
      throws Exception {
    CVCertificateFactorySpi factory = new CVCertificateFactorySpi();
    List<CardVerifiableCertificate> certificates = new ArrayList<>();
    for (CvCertificate certificate : path) {
      certificates.add(
          (CardVerifiableCertificate)
              factory.engineGenerateCertificate(new ByteArrayInputStream(certificate.encoded())));
    }
    String algorithm = certificates.getLast().getSigAlgName();
    CVCPrincipal trusted = new CVCPrincipal(authority);
    PACEResult pace = opened;
    if (pace == null) {
      service.doEACTA(
          trusted, certificates, terminalKey, algorithm, proved, key.getDocumentNumber());
    } else {
      service.doEACTA(trusted, certificates, terminalKey, algorithm, proved, pace);
    }
  }

  private static <T> T only(DG14File file, Class<T> kind) {
    return file.getSecurityInfos().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Active authentication; the response to this challenge. */
  byte[] authenticateActively(byte[] dg15, byte[] challenge) throws Exception {
    PublicKey chipKey = new DG15File(new ByteArrayInputStream(dg15)).getPublicKey();
    String scheme = chipKey instanceof ECPublicKey ? "SHA256withECDSA" : "SHA256WithRSA/ISO9796-2";
    return service.doAA(chipKey, "SHA-256", scheme, challenge).getResponse();
  }

  private static final class Wire extends CardService {
    private static final long serialVersionUID = 1L;
    private final transient CardChannel channel;

    Wire(CardChannel channel) {
      this.channel = channel;
    }

    @Override
    public void open() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
      try {
        return new ResponseAPDU(channel.transmit(command.getBytes()));
      } catch (IOException e) {
        throw new CardServiceException("lost", e);
      }
    }

    @Override
    public byte[] getATR() {
      return new byte[0];
    }

    @Override
    public void close() {}

    @Override
    public boolean isConnectionLost(Exception e) {
      return false;
    }
  }
}
