package no.speil.web.feed;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.corpus.TextHash;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.library.activity.ActivityLog;
import no.speil.library.activity.Inbox;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.Catalogue;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.messages.Messages;
import no.speil.record.CommentEvent;
import no.speil.record.Event;
import no.speil.record.ReportEvent;
import no.speil.record.SuggestEvent;
import no.speil.search.DueTask;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.OpenItems;
import no.speil.search.SearchRequest;
import no.speil.search.SearchRequest.Facets;
import no.speil.search.StoredSection;
import no.speil.search.Waiting;
import no.speil.web.document.AuthorNames;
import no.speil.web.feed.Feed.Entry;
import no.speil.web.http.Authenticator;
import no.speil.web.http.QueryParams;
import no.speil.web.http.RequestException.NotFound;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TextDescription;
import no.speil.web.queue.QueueUrl;
import no.speil.web.search.SearchUrl;
import no.speil.web.section.EventJson;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.StatusBadge;
import org.jspecify.annotations.Nullable;

/**
 * Feeds of new texts, of events, of the sections of a search or of the queue, and of what waits for
 * a person.
 */
public final class Feeds {
  private static final int SIZE = 50;

  /** Longest text in a feed, in characters; the linked page has the rest. */
  private static final int LONGEST = 500;

  private static final int ID_DIGITS = 12;

  private final SiteContext site;

  public Feeds(SiteContext site) {
    this.site = site;
  }

  /** The latest events of the archive or of one document. */
  public void events(Context context) {
    String wanted = QueryParams.text(context, "document");
    Messages t = site.messages(context);
    ActivityLog log = site.library().activity();
    if (wanted.isEmpty()) {
      List<Entry> entries = events(context, t, log.latest(SIZE));
      answer(context, "/feed.atom", t.of("feed.title"), "/", entries);
      return;
    }
    DocumentId id =
        DocumentId.parse(wanted)
            .filter(site.catalogue()::knows)
            .orElseThrow(() -> new NotFound("There is no document " + wanted + "."));
    answer(
        context,
        SiteUrls.feed(id),
        t.of("feed.title.document", title(t, id)),
        SiteUrls.document(id),
        events(context, t, log.latest(id, SIZE)));
  }

  private List<Entry> events(Context context, Messages t, List<Activity> activities) {
    return activities.stream().map(each -> entry(context, t, each)).toList();
  }

  private Entry entry(Context context, Messages t, Activity activity) {
    Event event = activity.event();
    List<SectionId> concerns = event.concerns();
    String path =
        concerns.isEmpty()
            ? SiteUrls.document(activity.document())
            : SiteUrls.section(concerns.getFirst());
    String page = site.permanent(context, path);
    return new Entry(
        page + "#" + name(activity),
        page,
        t.of("feed.entry", title(t, activity.document()), HistoryLines.what(t, event)),
        activity.at(),
        event.by(),
        ShortText.of(text(event), LONGEST)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> new TaggedText("", line))
            .toList(),
        List.of());
  }

  /** The same on every machine and after every restart. */
  private static String name(Activity activity) {
    Event event = activity.event();
    String kind = String.valueOf(EventJson.of(event).get("do"));
    String told =
        Stream.of(activity.document(), activity.at(), event.by(), kind, event.concerns())
            .map(String::valueOf)
            .collect(Collectors.joining("|"));
    return TextHash.ofNormalized(told).hex().substring(0, ID_DIGITS);
  }

  private static String text(Event event) {
    return switch (event) {
      case CommentEvent comment -> comment.text();
      case SuggestEvent suggest -> suggest.text();
      case ReportEvent report -> report.reportContent().words();
      default -> "";
    };
  }

  private String title(Messages t, DocumentId id) {
    return TaggedText.title(site.catalogue(), id, t.lang()).text();
  }

  /** The texts that came into the archive last. */
  public void texts(Context context) {
    Messages t = site.messages(context);
    List<Entry> entries =
        site.catalogue().added(SIZE).stream().map(summary -> entry(context, t, summary)).toList();
    answer(context, "/texts.atom", t.of("feed.title.texts"), "/browse", entries);
  }

  private Entry entry(Context context, Messages t, DocumentSummary summary) {
    CatalogueEntry text = summary.entry();
    String page = site.permanent(context, SiteUrls.document(text.id()));
    TaggedText title = TaggedText.title(text, t.lang());
    String about =
        site.documents()
            .findLoadable(text.id())
            .map(document -> TextDescription.in(document, title.lang()))
            .orElse("");
    return new Entry(
        page,
        page,
        title.text(),
        Instant.ofEpochMilli(summary.contributions().addedMillis()),
        AuthorNames.in(t, text.details().authors()),
        paragraphs(new TaggedText(title.lang(), about)),
        text.details().licences());
  }

  /** The latest changes among the sections of a search. */
  public void search(Context context) {
    SearchUrl address = SearchUrl.require(context).plain();
    SearchRequest request =
        address.sorted(SearchRequest.Sort.CHANGED).request().sized(SIZE).counting(Facets.NONE);
    List<Entry> entries = sections(context, request, due -> DueTask.NOTHING);
    String title = address.feedTitle(site.messages(context));
    answer(context, address.feed(), title, address.href(), entries);
  }

  /** The latest changes among the sections of the queue. */
  public void queue(Context context) {
    QueueUrl address = QueueUrl.of(context);
    boolean reports = site.access().may(context, Role.REVIEWER);
    SearchRequest request = address.news(site.library().claims(), SIZE, reports);
    List<Entry> entries =
        sections(
            context, request, due -> reports ? due : new DueTask(due.task(), null, OpenItems.NONE));
    String title = address.feedTitle(site.messages(context));
    answer(context, address.feed(), title, address.onPage(1).href(), entries);
  }

  /**
   * @param told what is told of what is to be done
   */
  private List<Entry> sections(
      Context context, SearchRequest request, UnaryOperator<DueTask> told) {
    Messages t = site.messages(context);
    return site.library().search().run(request).hits().stream()
        .filter(hit -> !hit.rank().isGuess())
        .map(hit -> entry(context, t, hit, told.apply(hit.status().due())))
        .toList();
  }

  /** Each change of a section is an entry of its own, so that feed readers show it as new. */
  private Entry entry(Context context, Messages t, Hit hit, DueTask due) {
    String page = site.permanent(context, SiteUrls.section(hit.section()));
    Instant changed = due.news(hit.status().changed());
    String heading = heading(t, hit, due.works());
    Excerpt original = hit.pair().original();
    Excerpt translation = hit.pair().translation();
    return new Entry(
        page + "#" + changed,
        page,
        heading,
        changed,
        "",
        paragraphs(
            paragraph(
                TaggedText.tag(hit.documentRef().language()),
                original == null ? null : original.text()),
            paragraph("en", translation == null ? null : translation.text()),
            new TaggedText(t.lang(), StatusBadge.of(t, hit.status()).words())),
        List.of());
  }

  private static String heading(Messages t, Hit hit, List<Task> tasks) {
    String title = TaggedText.title(hit.documentRef(), t.lang()).text();
    return Stream.concat(
            Stream.of(title, hit.pair().place().anyHeading()),
            tasks.stream().map(task -> t.of("task." + task.code())))
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  /**
   * What waits for a person: a private feed. A feed reader sends the person's token, never in the
   * address, which servers and proxies log.
   */
  public void inbox(Context context, Actor person) {
    Messages t = site.messages(context);
    List<Entry> entries =
        Inbox.kinds(person).stream()
            .flatMap(
                waiting ->
                    site.library().inbox().latest(waiting, SIZE).stream()
                        .map(each -> entry(context, t, waiting.kind(), each)))
            .sorted(Comparator.comparing(Entry::updated).reversed())
            .limit(SIZE)
            .toList();
    context.header("Cache-Control", "private, no-cache");
    write(
        context,
        site.absolute(context, Authenticator.PRIVATE_FEED),
        t.of("inbox.of", person.name()),
        site.absolute(context, "/work"),
        entries);
  }

  private Entry entry(Context context, Messages t, Waiting.Kind kind, StoredSection section) {
    String page = site.absolute(context, SiteUrls.section(section.section()));
    Instant changed = section.status().due().news(section.status().changed());
    String title = TaggedText.title(section.documentRef(), t.lang()).text();
    String lang = TaggedText.tag(section.documentRef().language());
    return new Entry(
        page + "#" + kind.code() + "-" + changed,
        page,
        t.of("inbox." + kind.code()) + " · " + title,
        changed,
        "",
        paragraphs(
            paragraph(lang, section.texts().original()),
            paragraph("en", section.texts().translation())),
        List.of());
  }

  private static TaggedText paragraph(String lang, @Nullable String text) {
    return new TaggedText(lang, text == null ? "" : ShortText.of(text, LONGEST));
  }

  private static List<TaggedText> paragraphs(TaggedText... all) {
    return Stream.of(all).filter(each -> !each.isEmpty()).toList();
  }

  /**
   * When a feed without entries last changed, as far as can be known: when the archive did, or when
   * the server started, if the archive has no documents.
   */
  private Instant lastChange() {
    Catalogue catalogue = site.catalogue();
    Stream<Instant> files =
        catalogue.browse().page(Facet.CHANGE, "", 0, 1).stream()
            .map(each -> Instant.ofEpochMilli(each.changedMillis()));
    Stream<Instant> work =
        catalogue.lastActive(1).stream()
            .flatMap(id -> catalogue.summary(id).stream())
            .flatMap(summary -> summary.lastWork().stream());
    return Stream.concat(files, work)
        .max(Comparator.naturalOrder())
        .orElse(site.started().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Answers with entries, the newest first.
   *
   * @param self path of the feed
   * @param page path of the page with the same content
   */
  private void answer(
      Context context, String self, String title, String page, List<Entry> entries) {
    write(context, site.permanent(context, self), title, site.permanent(context, page), entries);
  }

  private void write(Context context, String self, String title, String page, List<Entry> entries) {
    Messages t = site.messages(context);
    Instant updated = entries.isEmpty() ? lastChange() : entries.getFirst().updated();
    String archive = site.archiveName(t);
    var feed = new Feed(self, page, title, archive, t.lang(), updated, entries);
    site.pages().showXml(context, "feed/atom", feed, "application/atom+xml; charset=utf-8");
  }
}
