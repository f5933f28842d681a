package egate.emrtd.lds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egate.emrtd.MalformedDataException;
import egate.emrtd.Tlv;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionalDetailsTest {

  @Test
  void dg7HoldsSignatures() throws Exception {
    List<EncodedImage> signatures = Dg7.parse(LdsSamples.dg7());
    assertEquals(2, signatures.size());
    assertEquals(EncodedImage.Format.JPEG, signatures.getFirst().format());
    byte[] png = Tlv.encode(0x5F43, LdsSamples.ascii("\u0089PNG"));
    byte[] one = Tlv.encode(0x02, new byte[] {1});
    assertThrows(MalformedDataException.class, () -> Dg7.parse(Tlv.encode(0x67, one, png)));
    assertThrows(MalformedDataException.class, () -> Dg7.parse(Tlv.encode(0x67, one)));
  }

  @Test
  void dg11HoldsDetailsOfTheHolder() throws Exception {
    Dg11 details = Dg11.parse(LdsSamples.dg11());
    assertEquals(
        List.of("MÜLLER", "", "ANNA"), details.detail(Dg11.Detail.NAME).orElseThrow().parts());
    assertEquals(
        List.of("1 STREET", "TOWN"), details.detail(Dg11.Detail.ADDRESS).orElseThrow().parts());
    assertEquals("19740812", details.dateOfBirth().orElseThrow().characters());
    assertEquals(2, details.otherNames().size());
    assertTrue(details.proofOfCitizenship().isPresent());
    assertEquals(Optional.empty(), details.detail(Dg11.Detail.TELEPHONE));
  }

  @Test
  void dg12HoldsDetailsOfTheDocument() throws Exception {
    Dg12 details = Dg12.parse(LdsSamples.dg12());
    assertEquals(
        "OFFICE OF UTOPIA",
        details.detail(Dg12.Detail.ISSUING_AUTHORITY).orElseThrow().characters());
    assertEquals("20200531", details.dateOfIssue().orElseThrow().characters()); // was packed
    assertEquals("20200531120000", details.personalizedAt().orElseThrow().characters());
    assertEquals(EncodedImage.Format.JPEG, details.front().orElseThrow().format());
    assertTrue(details.rear().isEmpty());
    assertTrue(details.otherPersons().isEmpty());
  }

  @Test
  void dg13IsOpaque() throws Exception {
    assertArrayEquals(new byte[] {1, 2, 3}, Dg13.parse(LdsSamples.dg13()));
  }

  @Test
  void dg16HoldsPersonsToNotify() throws Exception {
    List<PersonToNotify> persons = Dg16.parse(LdsSamples.dg16());
    assertEquals(2, persons.size());
    assertEquals(List.of("MÜLLER", "", "EVA"), persons.getFirst().name().parts());
    assertEquals("20200531", persons.getFirst().dateRecorded().characters());
    assertTrue(persons.getFirst().telephone().isPresent());
    assertTrue(persons.getLast().address().isEmpty());
  }

  @Test
  void refusesDetailsThatContradictThemselves() {
    byte[] list = Tlv.encode(0x5C, new byte[] {0x5F, 0x0E});
    byte[] name = Tlv.encode(0x5F0E, LdsSamples.ascii("A<<B"));
    refused(name); // no list of tags
    refused(list, name, name);
    refused(Tlv.encode(0x5C, new byte[] {0x5F}), name); // half a tag
    refused(list, Tlv.encode(0x5F0E, new byte[] {(byte) 0xC3})); // half a character
    refused(list, Tlv.encode(0x5F0E, new byte[8_193]));
    refused(list, Tlv.encode(0x5F2B, LdsSamples.ascii("1974-8-2")));
    refused(list, Tlv.encode(0x5F2B, LdsSamples.ascii("740812")));
    byte[] three = Tlv.encode(0x02, new byte[] {3});
    refused(list, Tlv.encode(0xA0, three, Tlv.encode(0x5F0F, LdsSamples.ascii("A<<B"))));
  }

  private static void refused(byte[]... objects) {
    assertThrows(MalformedDataException.class, () -> Dg11.parse(Tlv.encode(0x6B, objects)));
  }

  @Test
  void personalDataHasNoStringForm() throws Exception {
    Dg11 details = Dg11.parse(LdsSamples.dg11());
    assertEquals("Dg11", details.toString());
    assertEquals("PersonalText", details.dateOfBirth().orElseThrow().toString());
    assertEquals("Dg12", Dg12.parse(LdsSamples.dg12()).toString());
    assertEquals("PersonToNotify", Dg16.parse(LdsSamples.dg16()).getFirst().toString());
  }
}
