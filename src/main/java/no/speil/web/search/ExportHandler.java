package no.speil.web.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.ExportWriter;
import no.speil.exchange.SegmentType;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.tei.TeiDocument;
import no.speil.exchange.unit.UnitFormat;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.documents.LiveDocument;
import no.speil.library.exports.SentenceUnitSplitter;
import no.speil.library.exports.TranslationUnits;
import no.speil.library.exports.UnitDocuments;
import no.speil.people.People;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Sort;
import no.speil.search.execute.SectionIterator;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.http.RequestException.BadRequest;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/**
 * Streams all hits of a search, or a whole document, as a file of any length. The header {@code
 * Speil-Total} gives the number of sections.
 */
public final class ExportHandler {
  private static final String TEI = ".tei.xml";

  private final SiteContext site;
  private final BiFunction<Context, LiveDocument, Citation> citations;

  /**
   * @param citations how a document is cited as it is now
   */
  public ExportHandler(SiteContext site, BiFunction<Context, LiveDocument, Citation> citations) {
    this.site = site;
    this.citations = citations;
  }

  /** All hits of a search. */
  public Handler ofSearch(ExportFormat format) {
    return context -> {
      SearchUrl address = SearchUrl.require(context);
      ExportWriter writer = writer(context, format);
      try (SectionIterator found = site.library().search().all(address.request())) {
        ResponseCaching.varyByVisitor(context);
        Download.name(context, "speil-search." + format.code());
        audit(site, context);
        export(context, format, writer, address.query(), address.plain().href(), found);
      }
    };
  }

  /** Tells who takes much along, as far as they have signed in. */
  static void audit(SiteContext site, Context context) {
    site.access()
        .person(context)
        .ifPresent(
            person ->
                People.AUDIT.info("{} exported {}", person.name(), SiteContext.here(context)));
  }

  private static ExportWriter writer(Context context, ExportFormat format) {
    String request = QueryParams.text(context, "unit");
    SegmentType segments =
        request.isEmpty()
            ? SegmentType.SECTION
            : Coded.parse(SegmentType.values(), request)
                .orElseThrow(() -> new BadRequest("A unit is a section or a sentence."));
    if (!format.has(segments)) {
      throw new BadRequest("Sentence units are available for TMX only.");
    }
    return format.writer(segments, new SentenceUnitSplitter(LayoutEngines.sentences())::of);
  }

  /** A document, in the format that the extension names. */
  public void ofDocument(Context context) {
    String file = context.pathParam("file");
    int dot = file.endsWith(TEI) ? file.length() - TEI.length() : file.lastIndexOf('.');
    if (dot < 1) {
      throw noSuchDocument();
    }
    String ending = file.substring(dot + 1);
    if (ending.equals("zip")) {
      ofFolder(context, file.substring(0, dot));
      return;
    }
    if (ending.equals("epub") && !QueryParams.text(context, "folder").isEmpty()) {
      audit(site, context);
      new FolderEpub(site, context, file.substring(0, dot), sides(context))
          .send(file.substring(file.lastIndexOf('/') + 1));
      return;
    }
    DocumentId id =
        DocumentId.parse(file.substring(0, dot))
            .filter(site.catalogue()::knows)
            .orElseThrow(ExportHandler::noSuchDocument);
    String name = id.name() + ".";
    Optional<UnitFormat> unitFormat = UnitFormat.parse(ending).filter(UnitFormat::hasCodes);
    if (unitFormat.isPresent()) {
      units(context, site.document(id), name + unitFormat.get().code(), unitFormat.get());
    } else if (ending.equals("epub")) {
      LiveDocument document = site.document(id);
      new DocumentEpub(site, context, document, sides(context, document)).send(name + ending);
    } else if (file.endsWith(TEI)) {
      tei(context, site.document(id), name + ending);
    } else if (ending.equals("md") || ending.equals("txt")) {
      text(context, site.document(id), name, ending);
    } else {
      sections(context, id, name, ending);
    }
  }

  private void tei(Context context, LiveDocument document, String file) {
    List<Side> sides = sides(context, document);
    ResponseCaching.varyByVisitor(context);
    Download.name(context, file);
    Citation citation = citations.apply(context, document);
    String tei = new DocumentTei(site, context, document, citation, sides).xml();
    context.result(tei.getBytes(UTF_8)).contentType(TeiDocument.MEDIA_TYPE);
  }

  private void text(Context context, LiveDocument document, String name, String ending) {
    String version = SiteUrls.version(document.id(), document.version().toString());
    var text =
        new TextDownload(document, sides(context, document), site.permanent(context, version));
    context.contentType(
        "text/%s; charset=utf-8".formatted(ending.equals("md") ? "markdown" : "plain"));
    Download.name(context, name + ending);
    context.result(ending.equals("md") ? text.markdown() : text.plain());
  }

  /** The language that is asked for, or both. */
  private static List<Side> sides(Context context) {
    if (QueryParams.text(context, "side").isEmpty()) {
      return List.of(Side.values());
    }
    return List.of(
        QueryParams.side(context, "side").orElseThrow(() -> new BadRequest("A side is no or en.")));
  }

  private static List<Side> sides(Context context, LiveDocument document) {
    List<Side> sides = sides(context);
    if (sides.size() == 1 && document.file(sides.getFirst()) == null) {
      throw new NotFound("The document has no text in that language.");
    }
    return sides;
  }

  private static RequestException noSuchDocument() {
    return new NotFound("There is no such document.");
  }

  private void sections(Context context, DocumentId id, String name, String ending) {
    ExportFormat format =
        Coded.parse(ExportFormat.values(), ending)
            .orElseThrow(
                () ->
                    new NotFound(
                        "Documents are exported as csv, epub, json, md, po, tei.xml, tmx, txt, xlf or"
                            + " xliff."));
    ExportWriter writer = writer(context, format);
    try (SectionIterator sections = site.library().search().all(id)) {
      ResponseCaching.varyByVisitor(context);
      if (!ResponseCaching.isKnown(context, tag(context, sections))) {
        Download.name(context, name + format.code());
        export(context, format, writer, "", SiteUrls.document(id), sections);
      }
    }
  }

  private static void units(
      Context context, LiveDocument document, String name, UnitFormat format) {
    if (!ResponseCaching.isKnown(context, tag(document, format))) {
      context.contentType(format.mediaType());
      Download.name(context, name);
      Download.send(context, out -> format.write(out, UnitDocuments.of(document)));
    }
  }

  /** Of the document's file, which is made twice rather than kept in memory. */
  private static String tag(LiveDocument document, UnitFormat format) {
    var digest = new DigestOutputStream(OutputStream.nullOutputStream(), TextHash.sha256());
    try {
      format.write(digest, UnitDocuments.of(document));
    } catch (IOException e) {
      throw new UncheckedIOException("making a tag", e);
    }
    return ResponseCaching.weakTag(digest.getMessageDigest());
  }

  /** The documents of a search as a ZIP archive, each whole. */
  public void ofSearchAsZip(Context context) {
    zip(context, "speil-search", SearchUrl.require(context).request());
  }

  private void ofFolder(Context context, String folder) {
    SearchRequest request = SearchRequest.of("doc:\"" + folder + "\"").sorted(Sort.DOCUMENT);
    zip(context, folder.substring(folder.lastIndexOf('/') + 1), request);
  }

  private void zip(Context context, String name, SearchRequest request) {
    UnitFormat format =
        UnitFormat.parse(QueryParams.text(context, "format"))
            .filter(UnitFormat::hasCodes)
            .orElseThrow(() -> new BadRequest("Say which format: ?format=xlf, xliff or po"));
    audit(site, context);
    var documents = new LinkedHashSet<DocumentId>();
    try (SectionIterator found = site.library().search().all(request)) {
      found.forEachRemaining(section -> documents.add(section.documentRef().document()));
    }
    if (documents.isEmpty()) {
      throw noSuchDocument();
    }
    context.contentType("application/zip");
    context.res().setCharacterEncoding(null); // it is no text
    Download.name(context, name + "-" + format.code() + ".zip");
    Download.send(
        context,
        out ->
            UnitDocuments.zip(out, List.copyOf(documents), site.documents()::findLoadable, format));
  }

  /**
   * @param page path of a page with the same content
   */
  private void export(
      Context context,
      ExportFormat format,
      ExportWriter writer,
      String query,
      String page,
      SectionIterator sections) {
    Instant now = site.clock().instant();
    var header = new ExportHeader(query, site.permanent(context, page), now, sections.total());
    context.contentType(format.mediaType());
    if (format == ExportFormat.JSON) {
      context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
    }
    context.header("Speil-Total", String.valueOf(sections.total()));
    String base = site.permanent(context, "");
    var units = new TranslationUnits(id -> base + SiteUrls.section(id)).of(sections);
    Download.send(context, out -> writer.write(out, header, units));
  }

  /**
   * Of a document's sections as they are in the index now, at this address. Weak, since an export
   * says when it was made.
   */
  private String tag(Context context, SectionIterator sections) {
    String version =
        Stream.of(
                site.started(),
                sections.state(),
                site.permanent(context, context.path()),
                context.queryString(),
                site.messages(context).lang())
            .map(String::valueOf)
            .collect(Collectors.joining("\n"));
    return ResponseCaching.weakTag(version.getBytes(UTF_8));
  }
}
