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
import no.speil.record.Event;
import no.speil.record.RenameEvent;
import no.speil.search.Hit;
import no.speil.search.SearchResult;
import no.speil.status.TrackedSection;
import no.speil.status.grading.Change;
import no.speil.web.page.PageShell;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.queue.QueueUrl;
import no.speil.web.section.ChangeLines;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.SectionInDocument;
import org.jspecify.annotations.Nullable;

/** What waits for the person who asks, and what others did since they last looked. */
public final class InboxPage {
  static final String PATH = "/inbox";

  /** Of what others did. */
  private static final int MOST = 50;

  private final SiteContext site;

  public InboxPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context, Actor person) {
    Messages t = site.messages(context);
    List<InboxGroup> groups = InboxGroup.of(site.library(), person);
    Instant since = site.library().lastLooks().look(person.name());
    var view =
        new View(
            site.shell(context, "inbox.title"),
            groups,
            since,
            news(t, since, person),
            next(t, person),
            site.clock().instant());
    site.show(context, "inbox/inbox", view);
  }

  public void list(Context context, Actor person) {
    Instant since = site.library().lastLooks().since(person.name());
    List<InboxGroup> groups = InboxGroup.of(site.library(), person);
    site.answer(context, InboxJson.of(person, groups, since, after(since, person)));
  }

  /** What others did after that, the latest first. */
  private List<Activity> after(Instant since, Actor person) {
    return site.library().activity().byOthers(person.name(), since, MOST);
  }

  /** The same for reading: what somebody did several times over in a document is one of them. */
  private List<Deed> news(Messages t, Instant since, Actor person) {
    var same = new LinkedHashMap<List<Object>, List<Activity>>();
    for (Activity each : after(since, person)) {
      String who = HistoryLines.person(t, each.event());
      same.computeIfAbsent(
              List.of(each.document(), who, HistoryLines.counted(each.event())),
              key -> new ArrayList<>())
          .add(each);
    }
    return same.values().stream().map(each -> deed(t, each)).toList();
  }

  private Deed deed(Messages t, List<Activity> same) {
    Activity latest = same.getFirst();
    return new Deed(
        latest,
        same.stream().flatMap(each -> each.event().concerns().stream()).distinct().toList(),
        TaggedText.title(site.document(latest.document()), t.lang()));
  }

  /** What is left of what the person has claimed, else to review, else to translate. */
  private Next next(Messages t, Actor person) {
    Next next = Next.NOTHING;
    if (!site.library().catalogue().claims(person.name()).isEmpty()) {
      next = next(t, QueueUrl.ALL.claimedBy(person.name()));
    }
    if (next.hit() == null && person.role() != null && person.may(Role.REVIEWER)) {
      next = nextReview(t, QueueUrl.ALL.wanting(Task.REVIEW), person);
    }
    return next.hit() == null ? next(t, QueueUrl.ALL) : next;
  }

  /** What is left to review of others' texts. */
  private Next nextReview(Messages t, QueueUrl queue, Actor person) {
    SearchResult waiting = run(queue);
    return waiting.hits().stream()
        .filter(hit -> !hit.status().translator().equals(person.name()))
        .findFirst()
        .map(
            hit -> {
              String left = t.of("inbox.to-review", waiting.total());
              return new Next(t.of("inbox.next.review"), hit, queue, left, queue, "");
            })
        .orElse(Next.NOTHING);
  }

  private Next next(Messages t, QueueUrl queue) {
    SearchResult all = run(queue);
    String count = all.exact() ? t.number(queue.count(all).toDo()) : "";
    QueueUrl untranslated = queue.wanting(Task.UNTRANSLATED);
    String heading = t.of("inbox.next");
    return run(untranslated).hits().stream()
        .findFirst()
        .map(hit -> new Next(heading, hit, untranslated, missing(t, hit), queue, count))
        .orElseGet(() -> new Next(heading, null, queue, "", queue, count));
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

  /**
   * What waits for somebody.
   *
   * @param since when they have not looked
   * @param news what others did since then, the latest first
   */
  public record View(
      PageShell shell,
      List<InboxGroup> groups,
      Instant since,
      List<Deed> news,
      Next next,
      Instant now) {
    public View {
      groups = groups.stream().filter(group -> group.total() > 0).toList();
    }

    /** The first thing that waits. */
    public Optional<SectionInDocument> first() {
      return groups.stream()
          .flatMap(group -> group.items().stream().filter(item -> group.waits(item.section())))
          .findFirst();
    }

    public long total() {
      return groups.stream().mapToLong(InboxGroup::total).sum();
    }

    /** Who did something, when, and why, in words. */
    public String by(Event event, String why) {
      return ShortText.joined(
          " · ",
          HistoryLines.person(shell.t(), event),
          shell.t().lately(event.signature().at(), now),
          why);
    }

    /** When an original was changed, and how, in words. */
    public String changed(TrackedSection section, Change change) {
      Instant revised = section.revised();
      return ShortText.joined(
          " · ",
          revised == null ? "" : shell.t().lately(revised, now),
          change.olderTextIsKnown()
              ? ChangeLines.shortly(shell.t(), change)
              : shell.t().of("change.unknown"));
    }
  }

  /** What somebody did to sections of a document. */
  public record Deed(Activity latest, List<SectionId> sections, TaggedText title) {
    public String what(Messages t) {
      return latest.event() instanceof RenameEvent rename
          ? HistoryLines.renamed(t, rename)
          : t.of(HistoryLines.counted(latest.event()), Math.max(1, sections.size()));
    }

    public String href() {
      return sections.isEmpty()
          ? SiteUrls.document(latest.document())
          : SiteUrls.section(sections.getFirst());
    }
  }

  /**
   * What could be translated or reviewed next.
   *
   * @param heading says which of the two
   * @param hit the first section that is left; null if everything is done
   * @param left where it is among others like it
   * @param missing how much is left, in words
   * @param count how much is to be done in the queue
   */
  public record Next(
      String heading,
      @Nullable Hit hit,
      QueueUrl left,
      String missing,
      QueueUrl queue,
      String count) {
    static final Next NOTHING = new Next("", null, QueueUrl.ALL, "", QueueUrl.ALL, "");
  }
}
