package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The numbered folders of an index, one for each generation, and the file that names the current
 * one.
 */
record GenerationFolders(Path root) {
  private static final String CURRENT = "current";

  /** The number of the current generation; 1 if none has been chosen. */
  int current() {
    try {
      return Integer.parseInt(Files.readString(root.resolve(CURRENT)).strip());
    } catch (IOException | NumberFormatException e) {
      return 1; // the index is then rebuilt if that folder has none
    }
  }

  Path of(int number) {
    return root.resolve(String.valueOf(number));
  }

  /** Creates an empty folder for a generation, and deletes what was there. */
  Path renewed(int number) {
    try {
      IOUtils.rm(of(number));
      return Files.createDirectories(of(number));
    } catch (IOException e) {
      throw failed("making", of(number), e);
    }
  }

  /** Makes that generation the current one, atomically. */
  void choose(int number) {
    Path beside = root.resolve(CURRENT + ".new");
    try {
      Files.createDirectories(root);
      Files.writeString(beside, number + "\n");
      Files.move(beside, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw failed("choosing", of(number), e);
    }
  }

  /** Deletes a generation that is not in use. */
  void remove(int number) {
    try {
      IOUtils.rm(of(number));
    } catch (IOException e) {
      throw failed("removing", of(number), e);
    }
  }

  /**
   * Deletes the other generations, which a killed process may have left.
   *
   * @return whether the current one is missing although others were there
   */
  boolean keepOnly(int number) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    try (Stream<Path> files = Files.list(root)) {
      Path[] others =
          files
              .filter(Files::isDirectory)
              .filter(each -> each.getFileName().toString().chars().allMatch(Character::isDigit))
              .filter(each -> !each.equals(of(number)))
              .toArray(Path[]::new);
      IOUtils.rm(others);
      return others.length > 0 && !Files.isDirectory(of(number));
    } catch (IOException e) {
      throw failed("clearing", root, e);
    }
  }

  private static UncheckedIOException failed(String doing, Path what, IOException e) {
    return new UncheckedIOException(doing + " the index in " + what + ": " + e.getMessage(), e);
  }
}
