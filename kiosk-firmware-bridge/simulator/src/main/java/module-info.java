/**
 * A world around the gate: devices that speak the real bytes over ptys, documents, travellers, a
 * broker and a consumer. Never part of the gate's package.
 */
@org.jspecify.annotations.NullMarked
module egate.simulator {
  // Null annotations, checked at compile time only.
  requires static transitive org.jspecify;
  // Primitives of Doc 9303 and of images, for the chip's side of them.
  requires egate.bridge;
  // The line provider's interface, which the emulated relay board implements.
  requires egate.gate;
  requires com.pi4j;
  // Certificates and signatures of generated documents.
  requires org.bouncycastle.provider;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.util;
  // Encodes the pictures of generated documents.
  requires java.desktop;
  // Timed alone, beside the gate's own use of it.
  requires com.machinezoo.sourceafis;
  requires jai.imageio.jpeg2000;
  // The virtual PC/SC reader is slow unless its messages are acknowledged at once.
  requires jdk.net;
  // The consumer of results.
  requires com.hivemq.client.mqtt;
  requires com.fasterxml.jackson.databind;
  // What one input of a fuzz target costs: processor time and bytes of its thread.
  requires jdk.management;
  // The command line.
  requires info.picocli;

  // Doors that are not real; the daemon finds them in the jar with the classifier "lines".
  provides egate.gate.gpio.LineProvider with
      egate.simulator.lines.SimulatedLineProvider;
}
