package no.speil.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.archive.Archive;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.SegmentType;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.exports.SentenceUnitSplitter;
import no.speil.library.exports.TranslationUnits;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Group;
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
  @Option(names = "--format", paramLabel = "FORMAT")
  private Form format = Form.CSV;

  @Option(names = "--unit", paramLabel = "UNIT")
  private SegmentType segmentType = SegmentType.SECTION;

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
    if (segmentType == SegmentType.SENTENCE && format != Form.TMX) {
      throw usageError("Sentence units are available for TMX only.");
    }
    Optional<UnitFormat> unitFormat = UnitFormat.parse(format.name()).filter(UnitFormat::hasCodes);
    if (unitFormat.isPresent()) {
      return new UnitExport(unitFormat.get(), this, standard, output).write(query);
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
    Path file = output;
    try (SectionIterator found = index.search(searcher -> searcher.all(request()))) {
      if (file == null) {
        write(found, standard);
      } else {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          write(found, out);
        }
      }
      return SpeilCommand.FINE;
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + (file == null ? "the export" : file), e);
    }
  }

  private void write(SectionIterator found, OutputStream out) throws IOException {
    String base = base().replaceFirst("/+$", "");
    var header = new ExportHeader(asked(), base + "/", Clock.systemUTC().instant(), found.total());
    ExportFormat.valueOf(format.name())
        .writer(segmentType, new SentenceUnitSplitter(LayoutEngines.sentences())::of)
        .write(out, header, new TranslationUnits(id -> base + "/s/" + id).of(found));
  }

  private String base() {
    URI given = url;
    if (given != null) {
      return given.toString();
    }
    try (Archive archive = root.openReadOnly()) {
      String own = archive.profile().imprint().url();
      return own.isEmpty() ? RootOption.LOCAL : own;
    }
  }

  private SearchRequest request() {
    return new SearchRequest(asked(), 1, 1, sort, Group.SECTION, Map.of(), ExpansionOptions.ALL);
  }

  private String asked() {
    return String.join(" ", query);
  }
}
