package no.speil.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.SegmentType;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.exports.SentenceUnitSplitter;
import no.speil.library.exports.TranslationUnits;
import no.speil.library.exports.UnitDocuments;
import no.speil.library.scan.ArchiveScan;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.execute.SectionIterator;
import no.speil.search.index.SectionIndex;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that a search finds, or whole documents, with both texts, for other programs. */
@Command(name = "export")
final class ExportCommand extends ArchiveCommand {
  /** What tells of a document that is left out. */
  private static final Set<Problem.Kind> LEFT_OUT =
      Set.of(Problem.Kind.DOCUMENT_FAILED, Problem.Kind.UNREADABLE);

  @Option(names = "--format", paramLabel = "FORMAT")
  private Form format = Form.CSV;

  @Option(names = "--unit", paramLabel = "UNIT")
  private SegmentType segments = SegmentType.SECTION;

  @Option(names = "--sort", paramLabel = "ORDER")
  private Sort sort = Sort.DOCUMENT;

  @Option(names = "--url", paramLabel = "URL")
  private @Nullable URI url;

  @Option(names = "--output")
  private @Nullable Path output;

  @Parameters(paramLabel = "QUERY", descriptionKey = "query", arity = "1..*")
  private List<String> query = List.of();

  private final OutputStream standard;

  ExportCommand(OutputStream standard) {
    this.standard = standard;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (segments == SegmentType.SENTENCE && format != Form.TMX) {
      throw usageError("Sentence units are available for TMX only.");
    }
    Optional<UnitFormat> unitFormat = UnitFormat.parse(format.name()).filter(UnitFormat::hasCodes);
    if (unitFormat.isPresent()) {
      return exportDocuments(unitFormat.get());
    }
    return IndexLocation.ask(root, this::export);
  }

  /** The forms, as they are asked for. */
  enum Form {
    CSV,
    JSON,
    TMX,
    XLF,
    XLIFF,
    PO
  }

  private Integer export(SectionIndex index) {
    SearchRequest request = SearchRequest.of(asked()).sorted(sort);
    try (SectionIterator found = index.search(searcher -> searcher.all(request))) {
      write(output, out -> write(found, out));
      return SpeilCommand.FINE;
    }
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private void write(@Nullable Path file, Content content) {
    try {
      if (file == null) {
        content.write(standard);
        return;
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + (file == null ? "the export" : file), e);
    }
  }

  private void write(SectionIterator found, OutputStream out) throws IOException {
    String base = (url == null ? root.address() : url.toString()).replaceFirst("/+$", "");
    var header = new ExportHeader(asked(), base + "/", Clock.systemUTC().instant(), found.total());
    ExportFormat.valueOf(format.name())
        .writer(segments, new SentenceUnitSplitter(LayoutEngines.sentences())::of)
        .write(out, header, new TranslationUnits(id -> base + "/s/" + id).of(found));
  }

  private String asked() {
    return String.join(" ", query);
  }

  /** Writes for translators' tools: one document to a file or the output, several to a folder. */
  private int exportDocuments(UnitFormat unitFormat) {
    List<String> wanted = query.stream().map(ExportCommand::plain).toList();
    try (Archive archive = root.openReadOnly()) {
      boolean isOne =
          wanted.size() == 1
              && DocumentId.parse(wanted.getFirst()).filter(archive::hasText).isPresent();
      if (!isOne && output == null) {
        throw usageError("Say in which folder to write several documents: --output DIR");
      }
      Predicate<String> isWanted =
          id ->
              isOne
                  ? id.equals(wanted.getFirst())
                  : wanted.stream().anyMatch(folder -> has(folder, id));
      var written = new ArrayList<DocumentId>();
      List<Problem> problems =
          ArchiveScan.of(
              archive,
              Clock.systemUTC(),
              document -> {
                if (isWanted.test(document.id().value())) {
                  write(
                      file(document.id(), unitFormat, isOne),
                      out -> unitFormat.write(out, UnitDocuments.of(document)));
                  written.add(document.id());
                }
              });
      List<String> leftOut =
          problems.stream()
              .filter(problem -> LEFT_OUT.contains(problem.kind()))
              .map(Problem::file)
              .filter(file -> isWanted.test(plain(file.substring(file.indexOf('/') + 1))))
              .toList();
      return report(leftOut, written.size(), isOne);
    }
  }

  private int report(List<String> leftOut, int written, boolean isOne) {
    if (!leftOut.isEmpty()) {
      err().println("Left out, as the command check tells: " + String.join(", ", leftOut));
    } else if (written == 0) {
      throw usageError("There is no such document or folder.");
    } else if (!isOne) {
      out().println(amount(written, "document"));
    }
    return exitCode(leftOut.isEmpty());
  }

  /** Where a document is written; null for the output. */
  private @Nullable Path file(DocumentId document, UnitFormat unitFormat, boolean isOne) {
    if (isOne || output == null) {
      return output;
    }
    Path file = output.resolve(document + "." + unitFormat.code());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("making the folder of " + file, e);
    }
    return file;
  }

  /** As people write it: with the query's field, a slash at the end, or the file's ending. */
  private static String plain(String wanted) {
    return wanted.replaceFirst("^doc:", "").replaceFirst("/+$", "").replaceFirst("\\.md$", "");
  }

  private static boolean has(String folder, String id) {
    return folder.equals(".") || id.equals(folder) || id.startsWith(folder + "/");
  }
}
