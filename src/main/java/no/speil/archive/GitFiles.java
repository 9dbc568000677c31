package no.speil.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.speil.corpus.Problem;

/**
 * Tells git, should the archive be kept in it, what is private and how records are merged. A file
 * that is there already is its keeper's and stays as it is.
 */
final class GitFiles {
  private static final String UNION = "merge=union";
  private static final String ACCOUNTS = "accounts.json";

  private GitFiles() {}

  /** Nothing of that folder is to be committed, this file included. */
  static void ignoreAllOf(Path folder) {
    put(folder.resolve(".gitignore"), "*\n");
  }

  /** What two people have added to one record is kept of both. */
  static void joinRecords(Path root, Path translations) {
    if (!asksForUnion(root.resolve(".gitattributes"))) {
      put(translations.resolve(".gitattributes"), "*.jsonl " + UNION + "\n");
    }
  }

  /** The file with the accounts, if git would take it into its history, for all who clone it. */
  static Optional<Problem> exposedAccounts(Path root) {
    Path file = root.resolve(ACCOUNTS);
    return Files.exists(file) && GitIgnore.of(root).filter(git -> !git.ignores(file)).isPresent()
        ? Optional.of(Problem.of(ACCOUNTS, 0, Problem.Kind.ACCOUNTS_IN_GIT))
        : Optional.empty();
  }

  private static boolean asksForUnion(Path file) {
    try {
      // Latin-1 reads any bytes, and what is sought is ASCII.
      if (!Files.isRegularFile(file)) {
        return false;
      }
      return Files.size(file) > Archive.LARGEST
          || Files.readString(file, StandardCharsets.ISO_8859_1).contains(UNION);
    } catch (IOException e) {
      return true; // kept from this program, so it is their own affair who keep it
    }
  }

  private static void put(Path file, String text) {
    if (!Files.exists(file)) {
      AtomicFile.write(file, text);
    }
  }
}
