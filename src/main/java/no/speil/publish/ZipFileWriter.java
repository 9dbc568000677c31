package no.speil.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.archive.AtomicFile;
import no.speil.archive.TemporaryFile;

/** Packs a folder as a ZIP file. */
public final class ZipFileWriter {
  private ZipFileWriter() {}

  /**
   * Writes the file, or leaves the one that is there as it is.
   *
   * @param asOf that all files in it are said to be from
   * @throws UncheckedIOException if the disk fails
   */
  public static void write(Path folder, Instant asOf, Path zip) {
    Path made = TemporaryFile.beside(zip);
    try {
      Files.createDirectories(zip.resolveSibling(""));
      try (Stream<Path> all = Files.walk(folder);
          OutputStream out = Files.newOutputStream(made);
          var packed = new ZipOutputStream(new BufferedOutputStream(out))) {
        List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
        for (Path file : files) {
          var entry = new ZipEntry(folder.relativize(file).toString());
          entry.setTimeLocal(LocalDateTime.ofInstant(asOf, ZoneOffset.UTC));
          packed.putNextEntry(entry);
          Files.copy(file, packed);
        }
      }
      AtomicFile.move(made, zip);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + zip, e);
    } finally {
      made.toFile().delete();
    }
  }
}
