package egate.simulator.device;

/** Linux's codes of the speeds that the emulated devices know (asm-generic/termbits.h). */
final class TerminalSpeed {
  private TerminalSpeed() {}

  /** Bits per second; 0 for a code that no emulated device uses. */
  static int ofCode(int code) {
    return switch (code) {
      case 0x0D -> 9_600;
      case 0x0E -> 19_200;
      case 0x0F -> 38_400;
      case 0x1001 -> 57_600;
      case 0x1002 -> 115_200;
      case 0x1003 -> 230_400;
      case 0x1004 -> 460_800;
      case 0x1007 -> 921_600;
      default -> 0;
    };
  }
}
