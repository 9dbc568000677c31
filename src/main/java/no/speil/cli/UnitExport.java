package no.speil.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.UnitDocuments;
import no.speil.library.sync.ArchiveScan;
import org.jspecify.annotations.Nullable;

/** Writes documents for translators' tools: one to a file or the output, several to a folder. */
final class UnitExport {
  private final UnitFormat format;
  private final ArchiveCommand command;
  private final OutputStream standard;
  private final @Nullable Path output;

  UnitExport(
      UnitFormat format, ArchiveCommand command, OutputStream standard, @Nullable Path output) {
    this.format = format;
    this.command = command;
    this.standard = standard;
    this.output = output;
  }

  /**
   * Writes them and says how many, where there are several.
   *
   * @param wanted documents, or folders of them
   */
  int write(List<String> wanted) {
    var folders = new ArrayList<String>();
    wanted.forEach(each -> folders.add(plain(each)));
    try (Archive archive = command.root.openReadOnly()) {
      List<String> exactly = folders.stream().filter(each -> isDocument(archive, each)).toList();
      boolean isOne = folders.size() == 1 && exactly.size() == 1;
      if (!isOne && output == null) {
        throw command.usageError("Say in which folder to write several documents: --output DIR");
      }
      int[] written = {0};
      List<Problem> problems =
          ArchiveScan.of(
              archive,
              Clock.systemUTC(),
              document -> {
                String id = document.id().value();
                if (isOne
                    ? id.equals(folders.getFirst())
                    : folders.stream().anyMatch(f -> has(f, id))) {
                  write(document, isOne);
                  written[0]++;
                }
              });
      List<String> leftOut =
          problems.stream()
              .filter(UnitExport::isOfADocumentLeftOut)
              .map(Problem::file)
              .filter(file -> folders.stream().anyMatch(f -> has(f, document(file))))
              .toList();
      return leftOut.isEmpty() ? report(written[0], isOne) : report(leftOut);
    }
  }

  private static boolean isOfADocumentLeftOut(Problem problem) {
    return problem.kind() == Problem.Kind.DOCUMENT_FAILED
        || problem.kind() == Problem.Kind.UNREADABLE;
  }

  /** The id that a path below the root stands for. */
  private static String document(String file) {
    return plain(file.substring(file.indexOf('/') + 1));
  }

  private int report(List<String> leftOut) {
    command.err().println("Left out, as the command check tells: " + String.join(", ", leftOut));
    return SpeilCommand.FOUND_PROBLEMS;
  }

  private int report(int written, boolean isOne) {
    if (written == 0) {
      throw command.usageError("There is no such document or folder.");
    }
    if (!isOne) {
      command.out().println(ArchiveCommand.amount(written, "document"));
    }
    return SpeilCommand.FINE;
  }

  private void write(LiveDocument document, boolean isOne) {
    Path place = output;
    try {
      if (place == null) {
        format.write(standard, UnitDocuments.of(document));
        return;
      }
      Path file = isOne ? place : place.resolve(document.id().value() + "." + format.code());
      if (!isOne) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        format.write(out, UnitDocuments.of(document));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + document.id() + "." + format.code(), e);
    }
  }

  private static boolean isDocument(Archive archive, String id) {
    return DocumentId.parse(id)
        .filter(
            each ->
                archive.hasOriginal(each) || archive.hasTranslation(Archive.translationPath(each)))
        .isPresent();
  }

  /** As people write it: with the query's field, a slash at the end, or the file's ending. */
  private static String plain(String wanted) {
    return wanted.replaceFirst("^doc:", "").replaceFirst("/+$", "").replaceFirst("\\.md$", "");
  }

  private static boolean has(String folder, String id) {
    return folder.equals(".") || id.equals(folder) || id.startsWith(folder + "/");
  }
}
