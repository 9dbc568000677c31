package no.speil.web.searching;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import no.speil.corpus.DocumentId;
import no.speil.exchange.Extract;
import no.speil.exchange.PairFormat;
import no.speil.library.Library;
import no.speil.search.answer.FoundSections;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Download;
import no.speil.web.answer.Frame;
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
          new Wanted(format, "speil-search", address.query(), address.plain().href()),
          () -> library.all(address.request()));
    };
  }

  /** A document, in the form that its address ends with. */
  public void ofDocument(Context context) {
    String file = context.pathParam("file");
    int dot = file.lastIndexOf('.');
    PairFormat format =
        PairFormat.parse(file.substring(dot + 1))
            .orElseThrow(() -> new WrongRequest.NotFound("Documents are had as csv, json or tmx."));
    DocumentId id =
        DocumentId.parse(file.substring(0, Math.max(0, dot)))
            .filter(library::knows)
            .orElseThrow(() -> new WrongRequest.NotFound("There is no such document."));
    String name = id.value().substring(id.value().lastIndexOf('/') + 1);
    export(context, new Wanted(format, name, "", Addresses.document(id)), () -> library.all(id));
  }

  /**
   * A file that somebody wants.
   *
   * @param name without its ending
   * @param page path of a page that shows the same
   */
  private record Wanted(PairFormat format, String name, String query, String page) {}

  private interface Opening {
    FoundSections open();
  }

  private void export(Context context, Wanted wanted, Opening opening) {
    if (!places.tryAcquire()) {
      context.header("Retry-After", "10");
      throw new WrongRequest.Busy();
    }
    try (FoundSections found = opening.open()) {
      context.contentType(wanted.format().mediaType());
      if (wanted.format() == PairFormat.JSON) {
        context.res().setCharacterEncoding(null); // JSON is UTF-8 and has no such parameter
      }
      context.header("Speil-Total", String.valueOf(found.total()));
      context.header("Content-Disposition", disposition(wanted));
      context.header("Vary", "Accept-Language, Cookie");
      if (context.req().getMethod().equals("GET")) {
        write(context, wanted, found);
      }
    } finally {
      places.release();
    }
  }

  private void write(Context context, Wanted wanted, FoundSections found) {
    var extract =
        new Extract(
            wanted.query(), frame.absolute(context, wanted.page()), clock.instant(), found.total());
    var pairs = new Pairs(frame.absolute(context, "")).of(found);
    Download.send(context, out -> wanted.format().writer().write(out, extract, pairs));
  }

  /** Names a file of any letters (RFC 6266). */
  private static String disposition(Wanted wanted) {
    String file = wanted.name() + "." + wanted.format().code();
    return "attachment; filename*=UTF-8''" + Addresses.encode(file);
  }
}
