package egate.simulator.bench;

import egate.bridge.RehearsalScript;
import egate.bridge.RehearsedPassage;
import egate.emrtd.lds.EncodedImage;
import egate.inspection.TrustStore;
import egate.inspection.TrustStoreFile;
import egate.report.Device;
import egate.report.Judgement;
import egate.report.Report;
import egate.simulator.chip.FieldPace;
import egate.simulator.chip.Pn532Device;
import egate.simulator.chip.SimulatedChip;
import egate.simulator.device.MrzReaderDevice;
import egate.simulator.device.Vc0706Device;
import egate.simulator.device.ZfmDevice;
import egate.simulator.document.FacePicture;
import egate.simulator.document.Holder;
import egate.simulator.document.ImageEncoder;
import egate.simulator.document.IssueOptions;
import egate.simulator.document.Issuer;
import egate.simulator.document.TravelDocument;
import egate.simulator.finger.Placement;
import egate.simulator.finger.SyntheticFinger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A genuine, invented traveller's passage, of which every byte on the four lines is kept. */
final class RecordedPassage {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  private final long seed;

  /**
   * @param seed of the traveller, the documents and the bridge's random numbers
   */
  RecordedPassage(long seed) {
    this.seed = seed;
  }

  /** Plays it once and records it; the scratch file is gone afterwards. */
  RehearsalScript record(Path scratch) throws Exception {
    Issuer issuer = Issuer.of("UTO", seed, TODAY);
    TrustStoreFile.write(scratch, 1, List.of(issuer.cscaCertificate()));
    byte[] trust = Files.readAllBytes(scratch);
    Files.delete(scratch);
    Map<Device, RecordingLine> lines = devices(issuer);
    List<Report> reports =
        RehearsedPassage.play(
            TrustStore.parse(trust),
            TODAY,
            new SplittableRandom(seed),
            System::nanoTime,
            device -> line(lines, device));
    if (reports.stream().noneMatch(RecordedPassage::accepted)) {
      throw new IllegalStateException("the traveller was not accepted: " + reports);
    }
    Map<Device, List<RehearsalScript.Exchange>> exchanges = new EnumMap<>(Device.class);
    lines.forEach((device, line) -> exchanges.put(device, line.exchanges()));
    return new RehearsalScript(TODAY, seed, trust, exchanges);
  }

  private static boolean accepted(Report report) {
    return report instanceof Report.TravellerCompared compared
        && compared.judgement() == Judgement.ACCEPTED;
  }

  private Map<Device, RecordingLine> devices(Issuer issuer) {
    SyntheticFinger finger = new SyntheticFinger(seed);
    FacePicture face = new FacePicture(seed);
    TravelDocument document = document(issuer, finger, face);
    MrzReaderDevice mrzReader = new MrzReaderDevice(MrzReaderDevice.Framing.SOH_OU);
    Pn532Device chipReader = new Pn532Device(new SplittableRandom(seed), FieldPace.FAST);
    ZfmDevice sensor = new ZfmDevice(0, 2, 57_600, ZfmDevice.Quirks.NONE);
    Vc0706Device camera = new Vc0706Device();
    Map<Device, RecordingLine> lines = new EnumMap<>(Device.class);
    lines.put(Device.MRZ_READER, new RecordingLine(mrzReader));
    lines.put(Device.CHIP_READER, new RecordingLine(chipReader));
    lines.put(Device.FINGER_SENSOR, new RecordingLine(sensor));
    lines.put(Device.CAMERA, new RecordingLine(camera));
    mrzReader.scan(document.mrz().lines());
    chipReader.present(new SimulatedChip(document, new SplittableRandom(seed + 2)));
    sensor.place(finger.impression(seed + 1, Placement.ordinary(new SplittableRandom(seed))));
    camera.show(face.jpeg(0.6));
    return lines;
  }

  private TravelDocument document(Issuer issuer, SyntheticFinger finger, FacePicture face) {
    var enrolled = finger.impression(seed, Placement.enrolment());
    return issuer.issue(
        Holder.of(seed, TODAY),
        new EncodedImage(
            EncodedImage.Format.JPEG_2000, FacePicture.WIDTH, FacePicture.HEIGHT, face.jpeg2000()),
        new EncodedImage(
            EncodedImage.Format.JPEG_2000,
            enrolled.width(),
            enrolled.height(),
            ImageEncoder.jpeg2000(ImageEncoder.buffered(enrolled), 1.5)),
        IssueOptions.standard());
  }

  private static RecordingLine line(Map<Device, RecordingLine> lines, Device device) {
    RecordingLine line = lines.get(device);
    if (line == null) {
      throw new IllegalStateException("no line to " + device);
    }
    return line;
  }
}
