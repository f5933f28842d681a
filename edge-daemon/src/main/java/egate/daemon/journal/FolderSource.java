package egate.daemon.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a journal in a folder, read beside whoever writes them. */
record FolderSource(Path folder) implements SegmentSource {

  @Override
  public String place() {
    return folder.toString();
  }

  @Override
  public List<String> list(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  @Override
  public long size(String name) throws IOException {
    return Files.size(folder.resolve(name));
  }

  @Override
  public byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    long size = Files.size(file);
    if (size > Segments.SIZE_MAX) {
      throw new IOException(size + " bytes are more than a segment has");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public byte[] head(String name, int most) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return in.readNBytes(most);
    }
  }
}
