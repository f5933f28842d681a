package egate.gate.gpio.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the sizes, offsets and codes that a C compiler gives for linux/gpio.h on ARM64. */
class AbiTest {

  @Test
  void structuresHaveTheKernelsSizes() {
    assertEquals(68, Abi.CHIP_INFO.byteSize());
    assertEquals(16, Abi.LINE_VALUES.byteSize());
    assertEquals(16, Abi.LINE_ATTRIBUTE.byteSize());
    assertEquals(24, Abi.CONFIG_ATTRIBUTE.byteSize());
    assertEquals(272, Abi.LINE_CONFIG.byteSize());
    assertEquals(592, Abi.LINE_REQUEST.byteSize());
    assertEquals(256, Abi.LINE_INFO.byteSize());
    assertEquals(48, Abi.LINE_EVENT.byteSize());
  }

  @ParameterizedTest
  @CsvSource({
    "CHIP_INFO, label, 32",
    "CHIP_INFO, lines, 64",
    "LINE_ATTRIBUTE, value, 8",
    "CONFIG_ATTRIBUTE, mask, 16",
    "LINE_CONFIG, num_attrs, 8",
    "LINE_CONFIG, attrs, 32",
    "LINE_REQUEST, consumer, 256",
    "LINE_REQUEST, config, 288",
    "LINE_REQUEST, num_lines, 560",
    "LINE_REQUEST, event_buffer_size, 564",
    "LINE_REQUEST, fd, 588",
    "LINE_INFO, consumer, 32",
    "LINE_INFO, offset, 64",
    "LINE_INFO, flags, 72",
    "LINE_EVENT, id, 8",
    "LINE_EVENT, offset, 12",
    "LINE_EVENT, line_seqno, 20",
  })
  void fieldsLieWhereTheKernelLooks(String struct, String field, long offset) throws Exception {
    StructLayout layout = (StructLayout) Abi.class.getDeclaredField(struct).get(null);
    assertEquals(offset, Abi.offset(layout, field));
  }

  @Test
  void requestCodesAreTheKernels() {
    HexFormat hex = HexFormat.of().withUpperCase();
    assertEquals("8044B401", hex.toHexDigits(Abi.GET_CHIPINFO));
    assertEquals("C100B405", hex.toHexDigits(Abi.GET_LINEINFO));
    assertEquals("C250B407", hex.toHexDigits(Abi.GET_LINE));
    assertEquals("C010B40E", hex.toHexDigits(Abi.LINE_GET_VALUES));
    assertEquals("C010B40F", hex.toHexDigits(Abi.LINE_SET_VALUES));
  }

  @Test
  void aNameThatFillsItsFieldEndsWithIt() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment info = arena.allocate(Abi.CHIP_INFO);
      info.asSlice(32, 32).fill((byte) 'x');
      assertEquals("", Abi.text(info, Abi.CHIP_INFO, "name"));
      assertEquals("x".repeat(32), Abi.text(info, Abi.CHIP_INFO, "label"));
    }
  }
}
