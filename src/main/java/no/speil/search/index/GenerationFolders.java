package no.speil.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The numbered folders below an index's, one a generation, and which of them is the current. */
final class GenerationFolders {
  private static final String CURRENT = "current";

  private final Path root;

  GenerationFolders(Path root) {
    this.root = root;
  }

  /** The number of the current generation; 1 where none has been chosen. */
  int current() {
    Path file = root.resolve(CURRENT);
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 1;
    } catch (IOException | NumberFormatException e) {
      return 1; // what is found or not found there decides whether the index is built anew
    }
  }

  Path of(int number) {
    return root.resolve(String.valueOf(number));
  }

  /** An empty folder for a generation, whatever was left there. */
  Path renewed(int number) {
    try {
      delete(of(number));
      return Files.createDirectories(of(number));
    } catch (IOException e) {
      throw failed("making", of(number), e);
    }
  }

  /** Makes that generation the current one, at once or not at all. */
  void choose(int number) {
    Path beside = root.resolve(CURRENT + ".new");
    try {
      Files.createDirectories(root);
      Files.writeString(beside, number + "\n");
      Files.move(
          beside,
          root.resolve(CURRENT),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed("choosing", of(number), e);
    }
  }

  /** Removes a generation that nobody uses. */
  void remove(int number) {
    try {
      delete(of(number));
    } catch (IOException e) {
      throw failed("removing", of(number), e);
    }
  }

  /**
   * Removes the generations before and after, which a process that was ended may have left.
   *
   * @return whether only others were there, so that none is left
   */
  boolean keepOnly(int number) {
    if (!Files.isDirectory(root)) {
      return false;
    }
    boolean isThere = Files.isDirectory(of(number));
    boolean othersWere = false;
    try (Stream<Path> files = Files.list(root)) {
      for (Path file : files.filter(Files::isDirectory).toList()) {
        String name = file.getFileName().toString();
        if (name.chars().allMatch(Character::isDigit) && !file.equals(of(number))) {
          delete(file);
          othersWere = true;
        }
      }
    } catch (IOException e) {
      throw failed("clearing", root, e);
    }
    return othersWere && !isThere;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static UncheckedIOException failed(String doing, Path what, IOException e) {
    return new UncheckedIOException(doing + " the index in " + what + ": " + e.getMessage(), e);
  }
}
