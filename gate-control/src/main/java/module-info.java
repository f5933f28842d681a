/** What moves the doors. Knows nothing of passports: verdicts come in, commands go out. */
@org.jspecify.annotations.NullMarked
module egate.gate {
  // Null annotations, checked at compile time only.
  requires static transitive org.jspecify;
  // GPIO's interface; the provider is always named explicitly. Its types are part of the provider
  // interface that a chip's driver implements.
  requires transitive com.pi4j;

  exports egate.gate;
  exports egate.gate.gpio;

  uses egate.gate.gpio.LineProvider;

  provides egate.gate.gpio.LineProvider with
      egate.gate.gpio.chip.GpiochipProvider;
}
