package no.speil.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.Problem;

/**
 * Tells git, should the archive be kept in it, what is private and how records are merged. A file
 * that is there already is its keeper's and stays as it is.
 */
final class GitFiles {
  private static final String UNION = "merge=union";
  private static final String IGNORE = ".gitignore";
  private static final String ACCOUNTS = "accounts.json";
  private static final Set<String> NAMES_ACCOUNTS = Set.of(ACCOUNTS, "/" + ACCOUNTS);

  private GitFiles() {}

  /** Nothing of that folder is to be committed, this file included. */
  static void ignoreAllOf(Path folder) {
    put(folder.resolve(IGNORE), "*\n");
  }

  /** What two people have added to one record is kept of both. */
  static void joinRecords(Path root, Path translations) {
    if (!text(root.resolve(".gitattributes")).contains(UNION)) {
      put(translations.resolve(".gitattributes"), "*.jsonl " + UNION + "\n");
    }
  }

  /** In a repository, what is to be kept out of it beside the folders. */
  static void ignoreAccounts(Path root) {
    if (isInRepository(root)) {
      put(root.resolve(IGNORE), "/" + ACCOUNTS + "\n");
    }
  }

  /** The file with the accounts, in a repository whose list beside it does not name it. */
  static Optional<Problem> exposedAccounts(Path root) {
    return Files.exists(root.resolve(ACCOUNTS))
            && isInRepository(root)
            && text(root.resolve(IGNORE)).lines().noneMatch(NAMES_ACCOUNTS::contains)
        ? Optional.of(Problem.of(ACCOUNTS, 0, Problem.Kind.ACCOUNTS_IN_GIT))
        : Optional.empty();
  }

  private static boolean isInRepository(Path root) {
    return Stream.iterate(root, each -> each != null, Path::getParent)
        .anyMatch(each -> Files.exists(each.resolve(".git")));
  }

  /** Empty where there is none, or none that this program may read. */
  private static String text(Path file) {
    try {
      // Latin-1 reads any bytes, and what is sought is ASCII.
      return Files.isRegularFile(file) && Files.size(file) <= Archive.LARGEST
          ? Files.readString(file, StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static void put(Path file, String text) {
    if (!Files.exists(file)) {
      AtomicFile.write(file, text);
    }
  }
}
