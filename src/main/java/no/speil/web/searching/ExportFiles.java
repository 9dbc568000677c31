package no.speil.web.searching;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import no.speil.corpus.DocumentId;
import no.speil.exchange.Extract;
import no.speil.exchange.PairFormat;
import no.speil.exchange.PairWriter;
import no.speil.exchange.Unit;
import no.speil.exchange.XliffWriter;
import no.speil.library.KnownFromTheStart;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.search.answer.FoundSections;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Download;
import no.speil.web.answer.Frame;
import no.speil.web.request.Query;
import no.speil.web.request.WrongRequest;

/**
 * All that a search finds, or all of a document, as a file that is written while it is read. It has
 * no bound but the archive. {@code Speil-Total} says beforehand how many sections there are.
 */
public final class ExportFiles {
  /** Each holds some megabytes and reads the index all the time. */
  public static final int AT_ONCE = 4;

  private final Library library;
  private final Frame frame;
  private final Clock clock;
  private final Semaphore places;

  public ExportFiles(Library library, Frame frame, Clock clock, int atOnce) {
    this.library = library;
    this.frame = frame;
    this.clock = clock;
    this.places = new Semaphore(atOnce);
  }

  /** Everything that a search finds, in that form. */
  public Handler ofSearch(PairFormat format) {
    return context -> {
      SearchAddress address = SearchAddress.of(context);
      if (address.isEmpty()) {
        throw new WrongRequest.BadRequest("Say what to search for: ?q=…");
      }
      export(
          context,
          new Wanted(
              writer(context, format),
              new Name("speil-search", format),
              address.query(),
              address.plain().href()),
          () -> library.all(address.request()));
    };
  }

  private static PairWriter writer(Context context, PairFormat format) {
    String wanted = Query.text(context, "unit");
    Unit unit =
        wanted.isEmpty()
            ? Unit.SECTION
            : Unit.parse(wanted)
                .orElseThrow(
                    () -> new WrongRequest.BadRequest("A unit is a section or a sentence."));
    if (!format.has(unit)) {
      throw new WrongRequest.BadRequest("Only tmx is had sentence by sentence.");
    }
    return format.writer(unit, new SentencePairs(KnownFromTheStart.sentences()));
  }

  /** A document, in the form that its address ends with. */
  public void ofDocument(Context context) {
    String file = context.pathParam("file");
    int dot = file.lastIndexOf('.');
    String ending = file.substring(dot + 1);
    DocumentId id =
        DocumentId.parse(file.substring(0, Math.max(0, dot)))
            .filter(library::knows)
            .orElseThrow(() -> new WrongRequest.NotFound("There is no such document."));
    if (ending.equals("xlf")) {
      xliff(context, id);
      return;
    }
    PairFormat format =
        PairFormat.parse(ending)
            .orElseThrow(
                () -> new WrongRequest.NotFound("Documents are had as csv, json, tmx or xlf."));
    String name = name(id);
    var wanted =
        new Wanted(writer(context, format), new Name(name, format), "", Addresses.document(id));
    export(context, wanted, () -> library.all(id));
  }

  private void xliff(Context context, DocumentId id) {
    LiveDocument document =
        library
            .document(id)
            .orElseThrow(() -> new WrongRequest.NotFound("There is no such document."));
    context.contentType(XliffWriter.MEDIA_TYPE);
    context.header("Content-Disposition", disposition(name(id) + ".xlf"));
    Download.send(context, out -> DocumentXliff.write(out, document));
  }

  private static String name(DocumentId id) {
    return id.value().substring(id.value().lastIndexOf('/') + 1);
  }

  /**
   * A file that somebody wants.
   *
   * @param page path of a page that shows the same
   */
  private record Wanted(PairWriter writer, Name name, String query, String page) {}

  /** What the file is called, without its ending, and in which form it is. */
  private record Name(String words, PairFormat format) {
    String file() {
      return words + "." + format.code();
    }
  }

  private interface Opening {
    FoundSections open();
  }

  private void export(Context context, Wanted wanted, Opening opening) {
    if (!places.tryAcquire()) {
      context.header("Retry-After", "10");
      throw new WrongRequest.Busy();
    }
    try (FoundSections found = opening.open()) {
      context.contentType(wanted.name().format().mediaType());
      if (wanted.name().format() == PairFormat.JSON) {
        context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
      }
      context.header("Speil-Total", String.valueOf(found.total()));
      context.header("Content-Disposition", disposition(wanted.name().file()));
      context.header("Vary", "Accept-Language, Cookie");
      write(context, wanted, found);
    } finally {
      places.release();
    }
  }

  private void write(Context context, Wanted wanted, FoundSections found) {
    var extract =
        new Extract(
            wanted.query(), frame.absolute(context, wanted.page()), clock.instant(), found.total());
    var pairs = new Pairs(frame.absolute(context, "")).of(found);
    Download.send(context, out -> wanted.writer().write(out, extract, pairs));
  }

  /** Names a file of any letters (RFC 6266). */
  private static String disposition(String file) {
    return "attachment; filename*=UTF-8''" + Addresses.encode(file);
  }
}
