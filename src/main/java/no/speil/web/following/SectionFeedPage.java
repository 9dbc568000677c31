package no.speil.web.following;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Task;
import no.speil.exchange.Feed;
import no.speil.library.Library;
import no.speil.search.Due;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.SearchRequest;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Moods;
import no.speil.web.answer.Wordings;
import no.speil.web.desk.QueueAddress;
import no.speil.web.request.WrongRequest;
import no.speil.web.searching.SearchAddress;
import no.speil.web.view.Messages;
import no.speil.web.visitor.Access;
import org.jspecify.annotations.Nullable;

/** What was last changed among the sections of a search, or of the work to do, as a feed. */
public final class SectionFeedPage {
  private static final int SIZE = 50;
  private static final int LONGEST = 500;

  private final Library library;
  private final Feeds feeds;
  private final Access access;
  private final Frame frame;

  public SectionFeedPage(Library library, Feeds feeds, Access access, Frame frame) {
    this.library = library;
    this.access = access;
    this.feeds = feeds;
    this.frame = frame;
  }

  public void search(Context context) {
    SearchAddress address = SearchAddress.of(context).plain();
    if (address.isEmpty()) {
      throw new WrongRequest.BadRequest("Say what to search for: ?q=…");
    }
    SearchRequest asked = address.request();
    var request =
        new SearchRequest(
            asked.query(),
            1,
            SIZE,
            SearchRequest.Sort.CHANGED,
            asked.group(),
            asked.filters(),
            asked.expand());
    Messages t = frame.messages(context);
    answer(context, t, address.feed(), address.href(), address.feedTitle(t), request, false);
  }

  public void queue(Context context) {
    QueueAddress address = QueueAddress.of(context);
    Messages t = frame.messages(context);
    boolean reports = access.obstacle(context).isEmpty();
    answer(
        context,
        t,
        address.feed(),
        address.onPage(1).href(),
        address.feedTitle(t),
        address.news(SIZE, reports),
        reports);
  }

  /**
   * @param reports whether to tell of what is reported
   */
  private void answer(
      Context context,
      Messages t,
      String self,
      String page,
      String title,
      SearchRequest request,
      boolean reports) {
    List<Feed.Entry> entries =
        library.search(request).hits().stream()
            .filter(hit -> !hit.rank().partial())
            .map(hit -> entry(context, t, hit, reports))
            .toList();
    Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
    feeds.answer(
        context,
        new Feed(
            frame.absolute(context, self),
            frame.absolute(context, page),
            title,
            t.lang(),
            updated,
            entries));
  }

  /** Each change of a section is an entry of its own, so that readers are told of it. */
  private Feed.Entry entry(Context context, Messages t, Hit hit, boolean reports) {
    String page = frame.absolute(context, Addresses.section(hit.section()));
    Due due = reports ? hit.status().due() : hit.status().due().withoutReports();
    Instant changed = due.news(hit.status().changed());
    String heading = heading(t, hit, due.work());
    return new Feed.Entry(page + "#" + changed, page, heading, changed, "", text(t, hit));
  }

  private static String heading(Messages t, Hit hit, @Nullable Task task) {
    String title = Wordings.title(hit.work(), t.lang()).text();
    return Stream.of(title, hit.pair().heading(), task == null ? "" : t.of("task." + task.code()))
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private static List<Feed.Paragraph> text(Messages t, Hit hit) {
    return Stream.of(
            new Feed.Paragraph(Wordings.tag(hit.work().language()), cut(hit.pair().original())),
            new Feed.Paragraph("en", cut(hit.pair().translation())),
            new Feed.Paragraph(t.lang(), Moods.of(t, hit.status()).words()))
        .filter(part -> !part.text().isEmpty())
        .toList();
  }

  private static String cut(@Nullable Excerpt excerpt) {
    if (excerpt == null) {
      return "";
    }
    String text = excerpt.text();
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
