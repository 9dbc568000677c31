package no.speil.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which files are as git has put them there by going to another commit, from git's own notes
 * and without running it. Thread-safe.
 */
final class Checkout {
  /** With what git's note of such a step begins. */
  private static final Set<String> STEPS = Set.of("checkout", "reset", "rebase");

  /** Of the last note, in bytes; a longer one is cut at its end. */
  private static final int LONGEST = 16_384;

  private final Path root;

  Checkout(Path root) {
    this.root = root;
  }

  /** Whether git is at work, or its last step was such and no file has been written since. */
  boolean hasLeft(Stream<FileStamp> files) {
    Path folder = GitFiles.folder(root).orElse(null);
    if (folder == null) {
      return false;
    }
    if (Files.exists(folder.resolve("index.lock"))) {
      return true;
    }
    try {
      Path log = folder.resolve("logs/HEAD");
      Optional<FileStamp> stamp = Archive.stamp(log);
      return stamp.isPresent()
          && files.noneMatch(file -> file.modified() > stamp.get().modified())
          && STEPS.contains(lastStep(log));
    } catch (IOException | FileAccessException e) {
      return false; // kept in another way, or not for us to read
    }
  }

  /** The first word of the last note. */
  private static String lastStep(Path log) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(LONGEST, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      String note = new String(end, ISO_8859_1).stripTrailing();
      String said = note.substring(note.lastIndexOf('\t') + 1);
      return said.split("[ :]", 2)[0];
    }
  }
}
