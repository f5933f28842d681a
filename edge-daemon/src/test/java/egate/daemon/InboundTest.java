package egate.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Nothing inbound can move a door: what takes bytes from outside knows no word by which one is
 * moved or asked for, neither the gate's nor the loop's.
 */
class InboundTest {
  /** The folders and the classes through which anything comes in, with their nested ones. */
  private static final List<String> INBOUND =
      List.of("update/", "uplink/", "UpdateService", "UpdateCommand", "CurrentData");

  private static final List<String> DOORS =
      List.of(
          "egate/gate/",
          "com/pi4j/",
          "egate/daemon/EdgeLoop",
          "egate/daemon/EventQueue",
          "egate/daemon/LoopEvent",
          "egate/daemon/GateHardware",
          "egate/daemon/BridgeSupervisor");

  @Test
  void whatTakesBytesFromOutsideKnowsNoDoor() throws Exception {
    Set<String> found = new TreeSet<>();
    List<Path> classes = inbound();
    assertTrue(classes.size() > 20, classes::toString);
    for (Path file : classes) {
      ClassModel model = ClassFile.of().parse(file);
      StreamSupport.stream(model.constantPool().spliterator(), false)
          .map(
              entry ->
                  switch (entry) {
                    case ClassEntry type -> type.asInternalName();
                    case Utf8Entry text -> text.stringValue(); // descriptors of fields and methods
                    default -> "";
                  })
          .filter(name -> DOORS.stream().anyMatch(name::contains))
          .forEach(name -> found.add(file.getFileName() + ": " + name));
    }
    assertEquals(Set.of(), found);
  }

  private static List<Path> inbound() throws IOException, URISyntaxException {
    Path root =
        Path.of(Daemon.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("egate/daemon");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> INBOUND.stream().anyMatch(root.relativize(file).toString()::startsWith))
          .toList();
    }
  }
}
