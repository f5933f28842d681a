package egate.emrtd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The worked examples of PACE in Doc 9303-11, byte for byte: generic mapping (appendix G),
 * integrated mapping (H) and chip authentication mapping (I).
 */
class PaceWorkedExampleTest {
  private static final String GENERIC_MRZ = "T22000129364081251010318";
  private static final String CAM_MRZ = "C11T002JM496081222310314";

  private static final String EC_NONCE = "2923BE84E16CD6AE529049F1F1BBE9EB";
  private static final String DH_NONCE = "FA5B7E3E49753A0DB9178B7B9BD898C8";

  /** SubjectPublicKeyInfo out of EF.CardSecurity in appendix I, its curve given by its number. */
  private static final String CAM_KEY =
      "3052300C060704007F0007010202010D03420004"
          + "1872709494399E7470A6431BE25E83EEE24FEA568C2ED28DB48E05DB3A610DC8"
          + "84D256A40E35EFCB59BF6753D3A489D28C7A4D973C2DA138A6E7A4A08F68E16F";

  @Test
  void genericMappingOverAnEllipticCurveAsInSectionG1() throws Exception {
    establish(
        new PaceProtocol(PaceMapping.GENERIC, true, SessionAlgorithm.AES_128),
        StandardParameters.BRAINPOOL_P256R1,
        GENERIC_MRZ,
        new ScriptedRandom(
            "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99",
            "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595"),
        new ScriptedChannel(
            "0022C1A40F800A04007F00070202040202830101",
            "9000",
            "10860000027C0000",
            "7C12801095A3A016522EE98D01E76CB6B98B42C39000",
            "10860000457C438141047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
                + "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D00",
            "7C43824104824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
                + "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C549000",
            "10860000457C438341042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
                + "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB3646200",
            "7C438441049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
                + "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F0949000",
            "008600000C7C0A8508C2B0BD78D94BA86600",
            "7C0A86083ABB9674BCE93C089000"));
  }

  @Test
  void genericMappingModuloAPrimeAsInSectionG2() throws Exception {
    establish(
        new PaceProtocol(PaceMapping.GENERIC, false, SessionAlgorithm.AES_128),
        StandardParameters.MODP_1024_160,
        GENERIC_MRZ,
        new ScriptedRandom(
            "5265030F751F4AD18B08AC565FC7AC952E41618D", "89CCD99B0E8D3B1F11E1296DCA68EC53411CF2CA"),
        new ScriptedChannel(
            "0022C1A40F800A04007F00070202040102830101",
            "9000",
            "10860000027C0000",
            "7C128010854D8DF5827FA6852D1A4FA701CDDDCA9000",
            "10860000867C8183818180"
                + "23FB3749EA030D2A25B278D2A562047ADE3F01B74F17A15402CB7352CA7D2B3E"
                + "B71C343DB13D1DEBCE9A3666DBCFC920B49174A602CB47965CAA73DC702489A4"
                + "4D41DB914DE9613DC5E98C94160551C0DF86274B9359BC0490D01B03AD54022D"
                + "CB4F57FAD6322497D7A1E28D46710F461AFE710FBBBC5F8BA166F4311975EC6C"
                + "00",
            "7C8183828180"
                + "78879F57225AA8080D52ED0FC890A4B25336F699AA89A2D3A189654AF70729E6"
                + "23EA5738B26381E4DA19E004706FACE7B235C2DBF2F38748312F3C98C2DD4882"
                + "A41947B324AA1259AC22579DB93F7085655AF30889DBB845D9E6783FE42C9F24"
                + "49400306254C8AE8EE9DD812A804C0B66E8CAFC14F84D8258950A91B44126EE6"
                + "9000",
            "10860000867C8183838180"
                + "907D89E2D425A178AA81AF4A7774EC8E388C115CAE67031E85EECE520BD91155"
                + "1B9AE4D04369F29A02626C86FBC6747CC7BC352645B6161A2A42D44EDA80A08F"
                + "A8D61B76D3A154AD8A5A51786B0BC07147057871A922212C5F67F43173172236"
                + "B7747D1671E6D692A3C7D40A0C3C5CE397545D015C175EB5130551EDBC2EE5D4"
                + "00",
            "7C8183848180"
                + "075693D9AE941877573E634B6E644F8E60AF17A0076B8B123D9201074D36152B"
                + "D8B3A213F53820C42ADC79AB5D0AEEC3AEFB91394DA476BD97B9B14D0A65C1FC"
                + "71A0E019CB08AF55E1F729005FBA7E3FA5DC41899238A250767A6D46DB974064"
                + "386CD456743585F8E5D90CC8B4004B1F6D866C79CE0584E49687FF61BC29AEA1"
                + "9000",
            "008600000C7C0A8508B46DD9BD4D98381F00",
            "7C0A8608917F37B5C0E6D8D19000"));
  }

  /** BSI TR-03110-3 D.2.1.1; one key in 256 would have a leading zero. */
  @Test
  void publicKeysModuloAPrimeHaveNoLeadingZeros() {
    Random random = new Random(9303);
    DomainParameters group = StandardParameters.MODP_1024_160.parameters();
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < 1_000; i++) {
      try (EphemeralKey key = group.generate(random)) {
        assertNotEquals(0, key.publicKey()[0], "key " + i);
        shortest = Math.min(shortest, key.publicKey().length);
      }
    }
    assertEquals(127, shortest);
  }

  /** The example gives the key that encrypts the nonce, but not the password behind it. */
  @Test
  void theNoncesOfAppendixHAreDecrypted() {
    assertEquals(EC_NONCE, decrypted("143DC40C08C8E891FBED7DEDB92B64AD"));
    assertEquals(DH_NONCE, decrypted("9ABB8864CA0FF1551E620D1EF4E13510"));
  }

  private static String decrypted(String encrypted) {
    byte[] key = hex("591468CDA83D65219CCCB8560233600F");
    return text(SessionAlgorithm.AES_128.cbc(false, key, hex(encrypted)));
  }

  @Test
  void integratedMappingOverAnEllipticCurveAsInSectionH1() throws Exception {
    establish(
        new PaceProtocol(PaceMapping.INTEGRATED, true, SessionAlgorithm.AES_128),
        StandardParameters.BRAINPOOL_P256R1,
        GENERIC_MRZ,
        new ScriptedRandom(
            "5DD4CBFC96F5453B130D890A1CDBAE32",
            "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595"),
        new ScriptedChannel(
            "0022C1A40F800A04007F00070202040402830101",
            "9000",
            "10860000027C0000",
            "7C128010" + encryptedFor(GENERIC_MRZ, EC_NONCE) + "9000",
            "10860000147C1281105DD4CBFC96F5453B130D890A1CDBAE3200",
            "7C0282009000",
            "10860000457C4383410489CBA23FFE96AA18D824627C3E934E54A9FD0B87A95D1471DC1C0ABFDCD640D4"
                + "6755DE9B7B778280B6BEBD57439ADFEB0E21FD4ED6DF42578C13418A59B34C3700",
            "7C4384410467F78E5F7F7686082B293E8D087E056916D0F74BC01A5F8957D0DE45691E51E8"
                + "932B69A962B52A0985AD2C0A271EE6A13A8ADDDCD1A3A994B9DED257F4D227539000",
            "008600000C7C0A8508450F02B86F6A090900",
            "7C0A860875D4D96E8D5B03089000"));
  }

  @Test
  void integratedMappingModuloAPrimeAsInSectionH2() throws Exception {
    establish(
        new PaceProtocol(PaceMapping.INTEGRATED, false, SessionAlgorithm.AES_128),
        StandardParameters.MODP_1024_160,
        GENERIC_MRZ,
        new ScriptedRandom(
            "B3A6DB3C870C3E99245E0D1C06B747DE",
            // The example's private key is longer than the order; modulo it, it is the same.
            moduloOrder(
                "4BD0E54740F9A028E6A515BFDAF967848C4F5F5FFF65AA0915947FFD1A0DF2FA"
                    + "6981271BC905F3551457B7E03AC3B8066DE4AA406C1171FB43DD939C4BA16175"
                    + "103BA3DEE16419AA248118F90CC36A3D6F4C373652E0C3CCE7F0F1D0C5425B36"
                    + "00F0F0D6A67F004C8BBA33F2B4733C7252445C1DFC4F1107203F71D2EFB28161")),
        new ScriptedChannel(
            "0022C1A40F800A04007F00070202040302830101",
            "9000",
            "10860000027C0000",
            "7C128010" + encryptedFor(GENERIC_MRZ, DH_NONCE) + "9000",
            "10860000147C128110B3A6DB3C870C3E99245E0D1C06B747DE00",
            "7C0282009000",
            "10860000867C8183838180"
                + "0F0CC62945A8029251FB7EF3C094E12EC68E4EF07F27CB9D9CD04C5C4250FAE0"
                + "E4F8A951557E929AEB48E5C6DD47F2F5CD7C351A9BD2CD722C07EDE166770F08"
                + "FFCB370262CF308DD7B07F2E0DA9CAAA1492344C852906919538C98A4BA4187E"
                + "76CE9D87832386D319CE2E043C3343AEAE6EDBA1A9894DC5094D22F7FE1351D5"
                + "00",
            "7C8183848180"
                + "928D9A0F9DBA450F13FC859C6F290D1D36E42431138A4378500BEB4E0401854C"
                + "FF111F71CB6DC1D0335807A11388CC8EAA87B07907AAD9FBA6B169AF6D8C26AF"
                + "8DDDC39ADC3AD2E3FF882B84D23E9768E95A80E4746FB07A9767679FE92133B4"
                + "D379935C771BD7FBED6C7BB4B1708B275EA75679524CDC9C6A91370CC662A2F3"
                + "9000",
            "008600000C7C0A850855D61977CBF5307E00",
            "7C0A8608C2F04230187E15259000"));
  }

  @Test
  void chipAuthenticationMappingAsInAppendixI() throws Exception {
    PaceTranscript transcript =
        establish(
            new PaceProtocol(PaceMapping.CHIP_AUTHENTICATION, true, SessionAlgorithm.AES_128),
            StandardParameters.BRAINPOOL_P256R1,
            CAM_MRZ,
            new ScriptedRandom(
                "5D8BB87BD74D985A4B7D4325B9F7B976FE835122773400798914AA22738135CC",
                "76ECFDAA9841C323A3F5FC5E88B88DB3EFF7E35EBF57A7E6946CB630006C2120"),
            new ScriptedChannel(
                "0022C1A40F800A04007F00070202040602830101",
                "9000",
                "10860000027C0000",
                "7C128010CB60E8E0D85B76A9BD304747C2AD42E29000",
                "10860000457C438141047F1D410ADB7DDB3B84BF1030800981A9105D7457B4A3ADE002384F3086C67EDE"
                    + "1AB889104A27DB6D842B019020FBF3CEACB0DC627F7BDCAC29969E19D0E553C100",
                "7C43824104A234236AA9B9621E8EFB73B5245C0E09D2576E5277183C1208BDD55280CAE8B3"
                    + "04F365713A356E65A451E165ECC9AC0AC46E3771342C8FE5AEDD092685338E239000",
                "10860000457C43834104446C934084D9DAB863944F219520076C29EE3F7AE6722B11FF319EC1C7728F95"
                    + "5483400BFF60BF0C5929270009277DC2A515E12575010AD9BA916CF1BF86FEFC00",
                "7C4384410402AD566F3C6EC7F9324509AD50A51FA52030782A4968FCFEDF737DAEA9933331"
                    + "11C3B9B4C2287789BD137E7F8AA882E2A3C633CCD6ECC2C63C57AD401A09C2E19000",
                "008600000C7C0A8508E86BD06018A1CD3B00",
                "7C3C86088596CF055C67C1A38A301EEA964DAAE372AC990E3EFDE6333353BFC89A6704D93DA8798C"
                    + "F77F5B7A54BD10CBA372B42BE0B9B5F28AA8DE2F4F929000"));

    byte[] data = transcript.chipAuthenticationData().orElseThrow();
    assertEquals("85DC3FA93D0952BFA82F5FD189EE75BD82F11D1F0B8ED4BF5319AC9B53C426B3", text(data));
    AgreementKey key = AgreementKey.parse(hex(CAM_KEY));
    EcParameters curve = (EcParameters) key.parameters();
    assertTrue(curve.multiplies(data, key.publicKey(), transcript.mappingKey()));
    data[31] ^= 1;
    assertFalse(curve.multiplies(data, key.publicKey(), transcript.mappingKey()));
  }

  private static PaceTranscript establish(
      PaceProtocol protocol,
      StandardParameters parameters,
      String mrzInformation,
      ScriptedRandom random,
      ScriptedChannel channel)
      throws Exception {
    assertEquals(protocol, PaceProtocol.of(protocol.oid()).orElseThrow());
    Pace pace = new Pace(new PaceChoice(protocol, parameters, false), random);
    try (ChipLink link = new ChipLink(channel);
        AccessPassword password = password(mrzInformation)) {
      assertTrue(pace.select(link, password));
      return pace.authenticate(link, password).transcript();
    }
  }

  private static AccessPassword password(String mrzInformation) {
    return AccessPassword.ofMrzInformation(mrzInformation.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encryptedFor(String mrzInformation, String nonce) {
    SessionAlgorithm aes = SessionAlgorithm.AES_128;
    byte[] key = aes.key(password(mrzInformation).secret(), KeyDerivation.PASSWORD);
    return text(aes.cbc(true, key, hex(nonce)));
  }

  private static String moduloOrder(String privateKey) {
    BigInteger order = Rfc5114Groups.MODP_1024_160.getQ();
    return String.format("%040X", new BigInteger(privateKey, 16).mod(order));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static String text(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}
