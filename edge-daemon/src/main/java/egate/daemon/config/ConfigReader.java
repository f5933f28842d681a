package egate.daemon.config;

import egate.daemon.config.Yaml.Mapping;
import egate.daemon.config.Yaml.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads a hardware profile, or says in one line why it cannot be used. */
public final class ConfigReader {
  /** Longest profile, in bytes. */
  static final int BYTES_MAX = 64 * 1024;

  private ConfigReader() {}

  /**
   * Reads a file and lays settings of the command line over it.
   *
   * @throws ProfileException with the first finding, as {@code FILE:LINE: key: what; what to do}
   */
  public static HardwareProfile read(Path file, List<Setting> settings) throws ProfileException {
    Mapping root = YamlParser.parse(file.toString(), text(file));
    if (!settings.isEmpty()) {
      requireNoProduction(root);
      for (Setting setting : settings) {
        override(root, setting);
      }
    }
    return ProfileMapping.profile(Section.root(root));
  }

  /** Reads the policy that an update brought; as the other. */
  public static Policy policy(Path file) throws ProfileException {
    return ProfileMapping.policy(Section.root(YamlParser.parse(file.toString(), text(file))));
  }

  /** All that is wrong with a file, in one line each, as far as reading can go on; or nothing. */
  public static List<String> findings(Path file) {
    List<ProfileException> findings = new ArrayList<>();
    try {
      Mapping root = YamlParser.parse(file.toString(), text(file));
      ProfileMapping.profile(Section.collecting(root, findings));
    } catch (ProfileException last) {
      findings.add(last);
    }
    return findings.stream().map(finding -> String.valueOf(finding.getMessage())).toList();
  }

  /**
   * Where a key of a file is written, as {@code FILE:LINE}; of one that is not, where its section
   * begins.
   *
   * @param key dotted
   */
  public static String place(Path file, String key) {
    try {
      Yaml found = YamlParser.parse(file.toString(), text(file));
      for (String name : key.split("\\.", -1)) {
        Yaml inner = found instanceof Mapping section ? section.entries().get(name) : null;
        found = inner == null ? found : inner;
      }
      return found.place().toString();
    } catch (ProfileException e) {
      return file.toString();
    }
  }

  private static String text(Path file) throws ProfileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new ProfileException(file + ": is longer than 64 KiB; a profile is a short file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ProfileException(file + ": is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      String what = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new ProfileException(file + ": " + what + "; give the profile with --profile FILE");
    }
  }

  /** The file alone decides whether doors are real; no override can say otherwise. */
  private static void requireNoProduction(Mapping root) throws ProfileException {
    if (Section.root(root).flag("production")) {
      throw Section.root(root)
          .refuse("production", "is true, which forbids --set", "start without --set");
    }
  }

  private static void override(Mapping root, Setting setting) throws ProfileException {
    Mapping section = root;
    for (String name : setting.path().subList(0, setting.path().size() - 1)) {
      Yaml inner =
          section
              .entries()
              .computeIfAbsent(name, _ -> new Mapping(setting.place(), new LinkedHashMap<>()));
      if (!(inner instanceof Mapping mapping)) {
        throw ProfileException.at(
            setting.place(), setting.key(), name + " is not a section", "correct the key");
      }
      section = mapping;
    }
    Scalar value = YamlParser.scalar(setting);
    section.entries().put(setting.path().getLast(), value);
  }
}
