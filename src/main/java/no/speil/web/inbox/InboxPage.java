package no.speil.web.inbox;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Task;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.messages.Messages;
import no.speil.record.RenameEvent;
import no.speil.search.Hit;
import no.speil.search.SearchResult;
import no.speil.search.Waiting;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.queue.QueueCount;
import no.speil.web.queue.QueueUrl;
import no.speil.web.section.HistoryLines;

/** What waits for the person who asks, and what others did since they last looked. */
public final class InboxPage {
  static final String PATH = "/inbox";

  /** Of what others did. */
  private static final int MOST = 50;

  private final SiteContext site;
  private final InboxItems items;

  public InboxPage(SiteContext site) {
    this.site = site;
    this.items = new InboxItems(site);
  }

  public void show(Context context, Actor person) {
    Messages t = site.messages(context);
    List<InboxItems.Group> waiting = items.of(person);
    Instant since = site.library().lastLooks().look(person.name());
    List<InboxView.Group> groups =
        waiting.stream()
            .filter(group -> group.total() > 0)
            .map(group -> group(t, group, person))
            .toList();
    site.show(
        context,
        "inbox/inbox",
        new InboxView(
            site.pageShells().around(context, t.of("inbox.title")),
            t.of("inbox.summary", waiting.stream().mapToLong(InboxItems.Group::total).sum()),
            groups.stream()
                .flatMap(group -> group.items().stream())
                .map(item -> item.place().edit())
                .findFirst()
                .orElse(""),
            groups,
            news(t, since, person),
            next(t, person)));
  }

  public void list(Context context, Actor person) {
    Instant since = site.library().lastLooks().since(person.name());
    site.answer(context, InboxJson.of(person, items.of(person), since, after(since, person)));
  }

  /** What others did after that, the latest first. */
  private List<Activity> after(Instant since, Actor person) {
    return site.library().activity().byOthers(person.name(), since, MOST);
  }

  /** The same for reading: what somebody did several times over in a document is one line. */
  private InboxView.News news(Messages t, Instant since, Actor person) {
    var lines = new LinkedHashMap<List<Object>, List<Activity>>();
    for (Activity each : after(since, person)) {
      var same =
          List.<Object>of(
              each.document(),
              HistoryLines.person(t, each.event()),
              HistoryLines.counted(each.event()));
      lines.computeIfAbsent(same, key -> new ArrayList<>()).add(each);
    }
    return new InboxView.News(
        t.of("inbox.since", t.lately(since, site.clock().instant())),
        lines.values().stream().map(each -> line(t, each)).toList());
  }

  private InboxView.Line line(Messages t, List<Activity> same) {
    Activity latest = same.getFirst();
    List<SectionId> sections =
        same.stream().flatMap(each -> each.event().concerns().stream()).distinct().toList();
    return new InboxView.Line(
        HistoryLines.person(t, latest.event()),
        latest.event() instanceof RenameEvent rename
            ? HistoryLines.renamed(t, rename)
            : t.of(HistoryLines.counted(latest.event()), Math.max(1, sections.size())),
        TaggedText.title(site.document(latest.document()), t.lang()),
        sections.isEmpty()
            ? SiteUrls.document(latest.document())
            : SiteUrls.section(sections.getFirst()),
        t.lately(latest.at(), site.clock().instant()));
  }

  private InboxView.Group group(Messages t, InboxItems.Group group, Actor person) {
    String kind = group.kind().code();
    var lines = new InboxLines(t, site.clock().instant());
    return new InboxView.Group(
        kind,
        t.of("inbox." + kind),
        t.number(group.total()),
        group.items().stream()
            .flatMap(each -> lines.of(group.kind(), each, person).stream())
            .toList(),
        group.total() > group.items().size() ? more(group.kind(), person) : "");
  }

  private static String more(Waiting.Kind kind, Actor person) {
    String mine = "translator=" + SiteUrls.encode(person.name());
    return switch (kind) {
      case SUGGESTION -> "/queue?task=suggestion&" + mine;
      case QUESTION -> "/queue?task=comment";
      case REPLACED -> "/activity";
      case STALE -> "/queue?q=freshness%3Astale&" + mine;
      case REPORT -> "/queue?task=report";
    };
  }

  /** What is left of what the person has claimed, else to review, else to translate. */
  private InboxView.Next next(Messages t, Actor person) {
    var everything = new QueueUrl("", null, "", "", 1);
    if (!site.library().catalogue().claims(person.name()).isEmpty()) {
      InboxView.Next claimed = next(t, everything.claimedBy(person.name()));
      if (!claimed.title().isEmpty()) {
        return claimed;
      }
    }
    if (person.role() != null && person.may(Role.REVIEWER)) {
      InboxView.Next review = nextReview(t, everything, person);
      if (!review.title().isEmpty()) {
        return review;
      }
    }
    return next(t, everything);
  }

  /** What is left to review of others' texts. */
  private InboxView.Next nextReview(Messages t, QueueUrl everything, Actor person) {
    QueueUrl queue = everything.wanting(Task.REVIEW);
    SearchResult waiting = run(queue);
    Optional<Hit> first =
        waiting.hits().stream()
            .filter(hit -> !hit.status().translator().equals(person.name()))
            .findFirst();
    return new InboxView.Next(
        t.of("inbox.next.review"),
        first.map(hit -> TaggedText.title(hit.documentRef(), t.lang())).orElse(TaggedText.NONE),
        first.map(hit -> SiteUrls.edit(hit.section(), queue.href())).orElse(""),
        t.of("inbox.to-review", waiting.total()),
        queue.href(),
        "");
  }

  private InboxView.Next next(Messages t, QueueUrl queue) {
    SearchResult all = run(queue);
    Optional<Hit> first = run(queue.wanting(Task.UNTRANSLATED)).hits().stream().findFirst();
    return new InboxView.Next(
        t.of("inbox.next"),
        first.map(hit -> TaggedText.title(hit.documentRef(), t.lang())).orElse(TaggedText.NONE),
        first
            .map(hit -> SiteUrls.edit(hit.section(), queue.wanting(Task.UNTRANSLATED).href()))
            .orElse(""),
        first.map(hit -> missing(t, hit)).orElse(""),
        queue.href(),
        all.exact() ? t.number(QueueCount.of(queue, all).toDo()) : "");
  }

  private SearchResult run(QueueUrl queue) {
    return site.library().search().run(queue.request(site.library().claims()));
  }

  private String missing(Messages t, Hit hit) {
    return site.library()
        .catalogue()
        .summary(hit.documentRef().document())
        .map(DocumentSummary::entry)
        .map(entry -> t.of("browse.untranslated", entry.progress().untranslated().sections()))
        .orElse("");
  }
}
