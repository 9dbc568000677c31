package no.speil.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells git, should the archive be kept in it, what is private and how records are merged, and
 * reads what git has noted, without running it. A file that is there already is its keeper's and
 * stays as it is.
 */
public final class GitFiles {
  private static final Logger LOG = LoggerFactory.getLogger(GitFiles.class);
  private static final String UNION = "merge=union";
  private static final String IGNORE = ".gitignore";
  private static final String ACCOUNTS = "accounts.json";

  /**
   * What a new list beside the folders names: accounts, and keys where the server's user is at
   * home.
   */
  public static final String PRIVATE = "/" + ACCOUNTS + "\n/.ssh/\n";

  /** How git is told to join records. */
  public static final String JOINING = "*.jsonl " + UNION + "\n";

  private static final Set<String> NAMES_ACCOUNTS = Set.of(ACCOUNTS, "/" + ACCOUNTS);

  /** With what git's note of a step to another commit begins. */
  private static final Set<String> STEPS = Set.of("checkout", "reset", "rebase");

  /** Of the last note, in bytes; a longer one is cut at its end. */
  private static final int LONGEST = 16_384;

  private GitFiles() {}

  /** Nothing of that folder is to be committed, this file included. */
  static void ignoreAllOf(Path folder) {
    put(folder.resolve(IGNORE), "*\n");
  }

  /** What two people have added to one record is kept of both. */
  static void joinRecords(Path root, Path translations) {
    if (text(root.resolve(".gitattributes")).filter(told -> !told.contains(UNION)).isPresent()) {
      put(translations.resolve(".gitattributes"), JOINING);
    }
  }

  /** In a repository, what is to be kept out of it beside the folders. */
  static void ignorePrivate(Path root) {
    if (dotGit(root).isPresent()) {
      try {
        put(root.resolve(IGNORE), PRIVATE);
      } catch (UncheckedIOException e) {
        LOG.debug("{} cannot be written beside the archive", IGNORE, e); // nor can the accounts
      }
    }
  }

  /** The file with the accounts, in a repository whose list beside it does not name it. */
  static Optional<Problem> exposedAccounts(Path root) {
    return Files.exists(root.resolve(ACCOUNTS))
            && dotGit(root).isPresent()
            && !isNamed(text(root.resolve(IGNORE)).orElse(""))
        ? Optional.of(Problem.of(ACCOUNTS, 0, Problem.Kind.ACCOUNTS_IN_GIT))
        : Optional.empty();
  }

  /** Whether a list names the accounts, and takes nothing in again after that. */
  private static boolean isNamed(String list) {
    boolean isNamed = false;
    for (String line : list.lines().toList()) {
      isNamed = NAMES_ACCOUNTS.contains(line) || (isNamed && !line.startsWith("!"));
    }
    return isNamed;
  }

  private static Optional<Path> dotGit(Path root) {
    return Stream.iterate(root, each -> each != null, Path::getParent)
        .map(each -> each.resolve(".git"))
        .filter(Files::exists)
        .findFirst();
  }

  /**
   * Whether these files are as git has put them there: it is at work, or its last step was to
   * another commit and none of them has been written since.
   */
  static boolean areCheckedOut(Path root, Stream<FileStamp> files) {
    Path folder = folder(root).orElse(null);
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

  /** Where git keeps what it knows of the working tree that the archive lies in, if it does. */
  private static Optional<Path> folder(Path root) {
    return dotGit(root)
        .map(
            found ->
                Files.isDirectory(found)
                    ? found
                    : found.resolveSibling(
                        text(found).orElse("").replaceFirst("^gitdir: ", "").strip()));
  }

  /** No text where there is no file; empty where this program may not or should not read it. */
  private static Optional<String> text(Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.of("");
      }
      // Latin-1 reads any bytes, and what is sought is ASCII.
      return Files.size(file) <= Archive.LARGEST
          ? Optional.of(Files.readString(file, ISO_8859_1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void put(Path file, String text) {
    if (!Files.exists(file)) {
      AtomicFile.write(file, text);
    }
  }
}
