package egate.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The core stays pure: no file, socket, thread, clock, chance or GPIO is within its reach. */
class TidyTest {
  private static final Path CORE = Path.of("target", "classes", "egate", "gate");
  private static final List<String> OUTSIDE =
      List.of(
          "java/io/",
          "java/nio/",
          "java/net/",
          "java/util/concurrent/",
          "java/util/Random",
          "java/time/Clock",
          "java/lang/Thread",
          "java/lang/Process",
          "com/pi4j/",
          "egate/gate/gpio/");
  private static final Set<String> CLOCKS = Set.of("nanoTime", "currentTimeMillis", "now");

  @Test
  void theCoreReachesNothingOutsideItself() throws IOException {
    Set<String> found = new TreeSet<>();
    List<Path> classes = classes();
    assertFalse(classes.isEmpty());
    for (Path file : classes) {
      StreamSupport.stream(ClassFile.of().parse(file).constantPool().spliterator(), false)
          .filter(TidyTest::reachesOutside)
          .forEach(entry -> found.add(file.getFileName() + ": " + entry));
    }
    assertEquals(Set.of(), found);
  }

  private static List<Path> classes() throws IOException {
    try (Stream<Path> files = Files.list(CORE)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static boolean reachesOutside(PoolEntry entry) {
    return switch (entry) {
      case ClassEntry type -> OUTSIDE.stream().anyMatch(type.asInternalName()::startsWith);
      case MemberRefEntry member ->
          CLOCKS.contains(member.name().stringValue())
              && member.owner().asInternalName().startsWith("java/");
      default -> false;
    };
  }
}
