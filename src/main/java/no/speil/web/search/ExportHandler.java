package no.speil.web.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import no.speil.corpus.DocumentId;
import no.speil.exchange.ExportFormat;
import no.speil.exchange.ExportHeader;
import no.speil.exchange.ExportWriter;
import no.speil.exchange.SegmentType;
import no.speil.exchange.XliffWriter;
import no.speil.library.documents.DictionaryAligners;
import no.speil.library.documents.LiveDocument;
import no.speil.search.execute.SectionIterator;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/**
 * Streams all hits of a search, or a whole document, as a file of any length. The header {@code
 * Speil-Total} gives the number of sections.
 */
public final class ExportHandler {
  private final SiteContext site;

  public ExportHandler(SiteContext site) {
    this.site = site;
  }

  /** All hits of a search. */
  public Handler ofSearch(ExportFormat format) {
    return context -> {
      SearchUrl address = SearchUrl.of(context);
      if (address.isEmpty()) {
        throw new RequestException.BadRequest("Say what to search for: ?q=…");
      }
      export(
          context,
          new ExportRequest(
              writer(context, format),
              new Name("speil-search", format),
              address.query(),
              address.plain().href()),
          () -> site.library().search().all(address.request()));
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
      throw new RequestException.BadRequest("Only tmx is had sentence by sentence.");
    }
    return format.writer(segmentType, new SentenceUnitSplitter(DictionaryAligners.sentences()));
  }

  /** A document, in the format that the extension names. */
  public void ofDocument(Context context) {
    String file = context.pathParam("file");
    int dot = file.lastIndexOf('.');
    String ending = file.substring(dot + 1);
    DocumentId id =
        DocumentId.parse(file.substring(0, Math.max(0, dot)))
            .filter(site.library().catalogue()::knows)
            .orElseThrow(() -> new RequestException.NotFound("There is no such document."));
    if (ending.equals("xlf")) {
      xliff(context, id);
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
                        "Documents are had as csv, epub, json, tmx or xlf."));
    String name = name(id);
    var request =
        new ExportRequest(
            writer(context, format), new Name(name, format), "", SiteUrls.document(id));
    export(context, request, () -> site.library().search().all(id));
  }

  private void xliff(Context context, DocumentId id) {
    LiveDocument document =
        site.library()
            .documents()
            .find(id)
            .orElseThrow(() -> new RequestException.NotFound("There is no such document."));
    context.contentType(XliffWriter.MEDIA_TYPE);
    context.header("Content-Disposition", disposition(name(id) + ".xlf"));
    Download.send(context, out -> DocumentXliff.write(out, document));
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

  private interface HitSource {
    SectionIterator open();
  }

  private void export(Context context, ExportRequest request, HitSource source) {
    try (SectionIterator found = source.open()) {
      context.contentType(request.name().format().mediaType());
      if (request.name().format() == ExportFormat.JSON) {
        context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
      }
      context.header("Speil-Total", String.valueOf(found.total()));
      context.header("Content-Disposition", disposition(request.name().file()));
      context.header("Vary", "Accept-Language, Cookie");
      write(context, request, found);
    }
  }

  private void write(Context context, ExportRequest request, SectionIterator found) {
    var exportHeader =
        new ExportHeader(
            request.query(),
            site.pageShells().absolute(context, request.page()),
            site.clock().instant(),
            found.total());
    var translationUnits = new TranslationUnits(site.pageShells().absolute(context, "")).of(found);
    Download.send(context, out -> request.writer().write(out, exportHeader, translationUnits));
  }

  /** Names a file with any letters (RFC 6266). */
  private static String disposition(String file) {
    return "attachment; filename*=UTF-8''" + SiteUrls.encode(file);
  }
}
