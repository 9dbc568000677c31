package no.speil.web.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.ExportWriter;
import no.speil.exchange.SegmentType;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.SentenceUnitSplitter;
import no.speil.library.exports.TranslationUnits;
import no.speil.library.exports.UnitDocuments;
import no.speil.search.ExpansionOptions;
import no.speil.search.SearchRequest;
import no.speil.search.execute.SectionIterator;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/**
 * Streams all hits of a search, or a whole document, as a file of any length. The header {@code
 * Speil-Total} gives the number of sections.
 */
public final class ExportHandler {
  private final SiteContext site;
  private final Instant started;

  public ExportHandler(SiteContext site) {
    this.site = site;
    this.started = site.clock().instant();
  }

  /** All hits of a search. */
  public Handler ofSearch(ExportFormat format) {
    return context -> {
      SearchUrl address = SearchUrl.of(context);
      if (address.isEmpty()) {
        throw new RequestException.BadRequest("Say what to search for: ?q=…");
      }
      var request =
          new ExportRequest(
              writer(context, format),
              new Name("speil-search", format),
              address.query(),
              address.plain().href());
      try (SectionIterator found = site.library().search().all(address.request())) {
        ResponseCaching.varyByVisitor(context);
        export(context, request, found);
      }
    };
  }

  private static ExportWriter writer(Context context, ExportFormat format) {
    String request = QueryParams.text(context, "unit");
    SegmentType segmentType =
        request.isEmpty()
            ? SegmentType.SECTION
            : SegmentType.parse(request)
                .orElseThrow(
                    () -> new RequestException.BadRequest("A unit is a section or a sentence."));
    if (!format.has(segmentType)) {
      throw new RequestException.BadRequest("Sentence units are available for TMX only.");
    }
    return format.writer(segmentType, new SentenceUnitSplitter(LayoutEngines.sentences()));
  }

  /** A document, in the format that the extension names. */
  public void ofDocument(Context context) {
    String file = context.pathParam("file");
    int dot = file.lastIndexOf('.');
    String ending = file.substring(dot + 1);
    if (ending.equals("zip")) {
      ofFolder(context, file.substring(0, dot));
      return;
    }
    DocumentId id =
        DocumentId.parse(file.substring(0, Math.max(0, dot)))
            .filter(site.library().catalogue()::knows)
            .orElseThrow(() -> new RequestException.NotFound("There is no such document."));
    Optional<UnitFormat> unitFormat = UnitFormat.parse(ending).filter(UnitFormat::hasCodes);
    if (unitFormat.isPresent()) {
      units(context, id, unitFormat.get());
      return;
    }
    if (ending.equals("epub")) {
      new DocumentEpub(site).send(context, id, name(id));
      return;
    }
    ExportFormat format =
        ExportFormat.parse(ending)
            .orElseThrow(
                () ->
                    new RequestException.NotFound(
                        "Documents are exported as csv, epub, json, po, tmx, xlf or xliff."));
    String name = name(id);
    var request =
        new ExportRequest(
            writer(context, format), new Name(name, format), "", SiteUrls.document(id));
    try (SectionIterator sections = site.library().search().all(id)) {
      ResponseCaching.varyByVisitor(context);
      if (!ResponseCaching.isKnown(context, tag(context, sections))) {
        export(context, request, sections);
      }
    }
  }

  private void units(Context context, DocumentId id, UnitFormat format) {
    LiveDocument document =
        site.library()
            .documents()
            .find(id)
            .orElseThrow(() -> new RequestException.NotFound("There is no such document."));
    if (!ResponseCaching.isKnown(context, tag(document, format))) {
      context.contentType(format.mediaType());
      context.header("Content-Disposition", disposition(name(id) + "." + format.ending()));
      Download.send(context, out -> format.writer().write(out, UnitDocuments.of(document)));
    }
  }

  /** Of the document's file, which is made twice rather than kept in memory. */
  private static String tag(LiveDocument document, UnitFormat format) {
    var digest = new ResponseCaching.Digest();
    try {
      format.writer().write(digest, UnitDocuments.of(document));
    } catch (IOException e) {
      throw new UncheckedIOException("making a tag", e);
    }
    return digest.weakTag();
  }

  /** The documents of a search as a ZIP archive, each whole. */
  public void ofSearchAsZip(Context context) {
    SearchUrl address = SearchUrl.of(context);
    if (address.isEmpty()) {
      throw new RequestException.BadRequest("Say what to search for: ?q=…");
    }
    zip(context, "speil-search", address.request());
  }

  private void ofFolder(Context context, String folder) {
    var request =
        new SearchRequest(
            "doc:\"" + folder + "\"",
            1,
            1,
            SearchRequest.Sort.DOCUMENT,
            SearchRequest.Group.SECTION,
            Map.of(),
            ExpansionOptions.ALL);
    zip(context, folder.substring(folder.lastIndexOf('/') + 1), request);
  }

  private void zip(Context context, String name, SearchRequest request) {
    UnitFormat format =
        UnitFormat.parse(QueryParams.text(context, "format"))
            .filter(UnitFormat::hasCodes)
            .orElseThrow(
                () ->
                    new RequestException.BadRequest("Say which format: ?format=xlf, xliff or po"));
    var documents = new LinkedHashSet<DocumentId>();
    try (SectionIterator found = site.library().search().all(request)) {
      found.forEachRemaining(section -> documents.add(section.documentRef().document()));
    }
    if (documents.isEmpty()) {
      throw new RequestException.NotFound("There is no such document.");
    }
    context.contentType("application/zip");
    context.res().setCharacterEncoding(null); // it is no text
    context.header("Content-Disposition", disposition(name + "-" + format.ending() + ".zip"));
    Download.send(
        context,
        out ->
            UnitDocuments.zip(
                out, List.copyOf(documents), site.library().documents()::findLoadable, format));
  }

  private static String name(DocumentId id) {
    return id.value().substring(id.value().lastIndexOf('/') + 1);
  }

  /**
   * A requested file.
   *
   * @param page path of a page with the same content
   */
  private record ExportRequest(ExportWriter writer, Name name, String query, String page) {}

  /** The file's name without its extension, and its format. */
  private record Name(String words, ExportFormat format) {
    String file() {
      return words + "." + format.code();
    }
  }

  private void export(Context context, ExportRequest request, SectionIterator found) {
    context.contentType(request.name().format().mediaType());
    if (request.name().format() == ExportFormat.JSON) {
      context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
    }
    context.header("Speil-Total", String.valueOf(found.total()));
    context.header("Content-Disposition", disposition(request.name().file()));
    write(context, request, found);
  }

  /**
   * Of a document's sections as they are in the index now, at this address. Weak, since an export
   * says when it was made.
   */
  private String tag(Context context, SectionIterator sections) {
    String version =
        Stream.of(
                started,
                sections.state(),
                site.pageShells().permanent(context, context.path()),
                context.queryString(),
                site.messages(context).lang())
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    return ResponseCaching.weakTag(version.getBytes(UTF_8));
  }

  private void write(Context context, ExportRequest request, SectionIterator found) {
    var exportHeader =
        new ExportHeader(
            request.query(),
            site.pageShells().permanent(context, request.page()),
            site.clock().instant(),
            found.total());
    String base = site.pageShells().permanent(context, "");
    var translationUnits = new TranslationUnits(id -> base + SiteUrls.section(id)).of(found);
    Download.send(context, out -> request.writer().write(out, exportHeader, translationUnits));
  }

  /** Names a file with any letters (RFC 6266). */
  private static String disposition(String file) {
    return "attachment; filename*=UTF-8''" + SiteUrls.encode(file);
  }
}
