/**
 * The room that touches the traveller's data: one process a traveller, which reads, judges,
 * captures, compares, reports a verdict and dies.
 *
 * <p>It has no network and no log; what it says goes through {@code egate.report} alone.
 */
@SuppressWarnings("module") // the simulator is compiled after this module
@org.jspecify.annotations.NullMarked
module egate.bridge {
  // Null annotations, checked at compile time only.
  requires static transitive org.jspecify;
  // The only words that leave this module.
  requires transitive egate.report;
  // Serial ports.
  requires jssc;
  // Ciphers, key agreement, signatures.
  requires org.bouncycastle.provider;
  // CMS and certificates: SOD, DSC, CSCA.
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.util;
  // Fingerprint comparison.
  requires com.machinezoo.sourceafis;
  // WSQ images of DG3.
  requires com.github.mhshams.jnbis;
  // ImageIO: JPEG, PNG, and JPEG 2000 through the plug-in below.
  requires java.desktop;
  // JPEG 2000 images of DG2 and DG3.
  requires jai.imageio.jpeg2000;
  // Face models. Its native library is loaded with the first model, and not before.
  requires com.microsoft.onnxruntime;
  // Manifests of model packs.
  requires com.fasterxml.jackson.databind;
  // The workbench's command line; no serving bridge loads it.
  requires info.picocli;

  // picocli fills the options of commands.
  opens egate.command to
      info.picocli;

  // Emulated chips and documents are built from the same primitives.
  // The simulator records the rehearsal and measures it.
  exports egate.bridge to
      egate.simulator;
  exports egate.emrtd to
      egate.simulator;
  exports egate.emrtd.lds to
      egate.simulator;
  exports egate.inspection to
      egate.simulator;
  exports egate.terminal to
      egate.simulator;
  exports egate.trust to
      egate.simulator;
  exports egate.biometric to
      egate.simulator;
  exports egate.biometric.face to
      egate.simulator;
  exports egate.biometric.model to
      egate.simulator;
  // The simulator's tests run the drivers against its emulated devices; its main code uses none.
  exports egate.bridge.camera to
      egate.simulator;
  exports egate.bridge.finger to
      egate.simulator;
  exports egate.bridge.reader to
      egate.simulator;
  exports egate.bridge.serial to
      egate.simulator;
  exports egate.command to
      egate.simulator;
}
