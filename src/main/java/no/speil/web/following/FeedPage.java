package no.speil.web.following;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.TextHash;
import no.speil.exchange.Feed;
import no.speil.library.ActionRefused;
import no.speil.library.Deed;
import no.speil.library.Library;
import no.speil.tracking.Comment;
import no.speil.tracking.Event;
import no.speil.tracking.Report;
import no.speil.tracking.Signature;
import no.speil.tracking.Suggest;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Wordings;
import no.speil.web.request.Query;
import no.speil.web.request.WrongRequest;
import no.speil.web.rows.Deeds;
import no.speil.web.rows.EventJson;
import no.speil.web.view.Messages;

/** The latest of what people have done, in the archive or in one document, as a feed. */
public final class FeedPage {
  private static final int SIZE = 50;
  private static final int ID_DIGITS = 12;

  private final Library library;
  private final Feeds feeds;
  private final Frame frame;

  public FeedPage(Library library, Feeds feeds, Frame frame) {
    this.library = library;
    this.feeds = feeds;
    this.frame = frame;
  }

  public void show(Context context) {
    String wanted = Query.text(context, "document");
    Messages t = frame.messages(context);
    Feed feed = wanted.isEmpty() ? ofArchive(context, t) : ofDocument(context, t, wanted);
    feeds.answer(context, feed);
  }

  private Feed ofArchive(Context context, Messages t) {
    return feed(context, t, "/feed.atom", "/", t.of("feed.title"), library.latestDeeds(SIZE));
  }

  private Feed ofDocument(Context context, Messages t, String wanted) {
    DocumentId id =
        DocumentId.parse(wanted)
            .filter(library::knows)
            .orElseThrow(() -> new WrongRequest.NotFound("There is no document " + wanted + "."));
    return feed(
        context,
        t,
        Addresses.feed(id),
        Addresses.document(id),
        t.of("feed.title.document", title(t, id)),
        library.latestDeeds(id, SIZE));
  }

  private Feed feed(
      Context context, Messages t, String self, String page, String title, List<Deed> deeds) {
    Instant updated = deeds.isEmpty() ? Instant.EPOCH : deeds.getFirst().at();
    return new Feed(
        frame.absolute(context, self),
        frame.absolute(context, page),
        title,
        t.lang(),
        updated,
        deeds.stream().map(deed -> entry(context, t, deed)).toList());
  }

  private Feed.Entry entry(Context context, Messages t, Deed deed) {
    Event event = deed.event();
    Signature signature = event.signature();
    List<SectionId> concerns = event.concerns();
    String page =
        concerns.isEmpty()
            ? Addresses.document(deed.document())
            : Addresses.section(concerns.getFirst());
    return new Feed.Entry(
        frame.absolute(context, page) + "#" + name(deed),
        frame.absolute(context, page),
        t.of("feed.entry", title(t, deed.document()), Deeds.what(t, event)),
        signature.at(),
        signature.by(),
        text(event)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> new Feed.Paragraph("", line))
            .toList());
  }

  /** The same on every machine and after every restart. */
  private static String name(Deed deed) {
    String kind = String.valueOf(EventJson.of(deed.event()).get("do"));
    String told =
        Stream.of(
                deed.document(),
                deed.at(),
                deed.event().signature().by(),
                kind,
                deed.event().concerns())
            .map(String::valueOf)
            .collect(Collectors.joining("|"));
    return TextHash.ofNormalized(told).hex().substring(0, ID_DIGITS);
  }

  private static String text(Event event) {
    return switch (event) {
      case Comment comment -> comment.text();
      case Suggest suggest -> suggest.text();
      case Report report -> report.complaint().words();
      default -> "";
    };
  }

  private String title(Messages t, DocumentId id) {
    return library
        .document(id)
        .map(document -> Wordings.title(document, t.lang()).text())
        .orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
