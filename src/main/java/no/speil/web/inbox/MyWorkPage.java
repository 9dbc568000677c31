package no.speil.web.inbox;

import io.javalin.http.Context;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.Task;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.library.activity.Inbox;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.library.catalogue.BrowseIndex.Trait;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.Claim;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.catalogue.WorkDay;
import no.speil.library.catalogue.WorkFilter;
import no.speil.library.catalogue.WorkWords;
import no.speil.messages.Messages;
import no.speil.record.Event;
import no.speil.search.SectionRange;
import no.speil.status.Progress;
import no.speil.web.http.Json;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.section.HistoryLines;
import no.speil.web.section.RemainingWork;

/**
 * The front page of a person who translates or reviews: what they were at, what waits for them,
 * what they have begun, what is next, and what others did since they last looked.
 */
public final class MyWorkPage {
  public static final String PATH = "/work";

  /** Of what others did, and of the texts that they did it in. */
  private static final int MOST = 50;

  /** So many texts are looked at, of which some may have nothing for the person. */
  private static final int CANDIDATES = 20;

  private static final int MOST_BEGUN = 6;
  private static final int MOST_NEXT = 4;

  private final SiteContext site;

  public MyWorkPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context, Actor person) {
    Messages t = site.messages(context);
    Instant since = site.library().lastLooks().look(person.name());
    List<RemainingWork> begun = begun(person);
    List<RemainingWork> toTranslate = toTranslate(person, begun);
    List<RemainingWork> toReview = toReview(person, begun);
    var view =
        new View(
            new News(
                site.shell(context, "work.title"),
                InboxGroup.of(site.library(), person),
                deeds(t, since, person)),
            DocumentId.parse(QueryParams.text(context, "finished"))
                .flatMap(site.catalogue()::summary),
            begun,
            toTranslate,
            toReview,
            week(person),
            since);
    site.show(context, "inbox/work", view);
  }

  /** What waits for a person, as it is sent to them; empty where nothing of it came after that. */
  Optional<News> digest(Messages t, Actor person, Instant since) {
    List<List<Activity>> deeds = deeds(t, since, person);
    Inbox inbox = site.library().inbox();
    boolean isNew =
        Inbox.kinds(person).stream()
            .flatMap(waiting -> inbox.latest(waiting, 1).stream())
            .map(each -> each.status().due().news(each.status().changed()))
            .anyMatch(since::isBefore);
    return deeds.isEmpty() && !isNew
        ? Optional.empty()
        : Optional.of(
            new News(site.shell(t, person.name()), InboxGroup.of(site.library(), person), deeds));
  }

  public void list(Context context, Actor person) {
    Instant since = site.library().lastLooks().since(person.name());
    List<InboxGroup> groups = InboxGroup.of(site.library(), person);
    List<Activity> news = after(since, person).stream().limit(MOST).toList();
    Json.write(context, InboxJson.of(person, groups, since, news));
  }

  /** What the person has begun or claimed and not finished, first where they did something last. */
  private List<RemainingWork> begun(Actor person) {
    var filter = new WorkFilter(person.name(), null, null, null);
    Stream<DocumentId> worked =
        site.catalogue().worked(filter).stream().limit(MOST).map(WorkDay::id).distinct();
    Stream<DocumentId> claimed =
        site.library().claims().of(person.name()).stream().map(SectionRange::document);
    return Stream.concat(worked.limit(CANDIDATES), claimed.limit(CANDIDATES))
        .distinct()
        .filter(id -> isUnfinished(id, person))
        .flatMap(id -> site.documents().findLoadable(id).stream())
        .flatMap(found -> RemainingWork.of(found, person).stream())
        .limit(MOST_BEGUN)
        .toList();
  }

  /** By what is known without reading it. */
  private boolean isUnfinished(DocumentId id, Actor person) {
    return site.catalogue()
        .summary(id)
        .map(summary -> summary.entry().progress())
        .filter(progress -> left(progress, person) > 0 || progress.stale().sections() > 0)
        .isPresent();
  }

  private static long left(Progress progress, Actor person) {
    return progress.total().sections()
        - (person.may(Role.REVIEWER) ? progress.reviewed() : progress.done()).sections();
  }

  /** The latest texts that lack translation and that nobody else has claimed. */
  private List<RemainingWork> toTranslate(Actor person, List<RemainingWork> begun) {
    List<CatalogueEntry> missing =
        site.catalogue().browse().page(Facet.TRAIT, Trait.MISSING.code(), 0, CANDIDATES).stream()
            .filter(entry -> claims(entry.id()).allMatch(each -> each.by().equals(person.name())))
            .toList();
    return next(missing, person, begun, Task.UNTRANSLATED);
  }

  /** The texts that have waited longest. */
  private List<RemainingWork> toReview(Actor person, List<RemainingWork> begun) {
    return person.may(Role.REVIEWER)
        ? next(site.catalogue().unreviewed(CANDIDATES), person, begun, Task.REVIEW)
        : List.of();
  }

  private List<RemainingWork> next(
      List<CatalogueEntry> entries, Actor person, List<RemainingWork> begun, Task wanted) {
    List<DocumentId> own = begun.stream().map(work -> work.document().id()).toList();
    return entries.stream()
        .map(CatalogueEntry::id)
        .filter(id -> !own.contains(id))
        .flatMap(id -> site.documents().findLoadable(id).stream())
        .flatMap(found -> RemainingWork.of(found, person, Set.of(wanted)).stream())
        .limit(MOST_NEXT)
        .toList();
  }

  private Stream<Claim> claims(DocumentId id) {
    return site.library().claims().in(id).stream();
  }

  private WorkWords week(Actor person) {
    LocalDate monday =
        site.library().claims().today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var filter = new WorkFilter(person.name(), null, monday, null);
    return site.catalogue().worked(filter).stream()
        .map(WorkDay::words)
        .reduce(WorkWords.NONE, WorkWords::plus);
  }

  /** All that others did after that, in the texts they were at last, the latest first. */
  private List<Activity> after(Instant since, Actor person) {
    return site.library().activity().byOthers(person.name(), since, MOST);
  }

  /** The same for reading: what somebody did several times over in a document is one of them. */
  private List<List<Activity>> deeds(Messages t, Instant since, Actor person) {
    var same = new LinkedHashMap<List<Object>, List<Activity>>();
    List<Activity> done = after(since, person);
    Set<Event> acts = Set.copyOf(Activity.acts(done.stream().map(Activity::event).toList()));
    for (Activity each : done.stream().filter(each -> acts.contains(each.event())).toList()) {
      String who = HistoryLines.person(t, each.event());
      same.computeIfAbsent(
              List.of(each.document(), who, HistoryLines.counted(each.event())),
              key -> new ArrayList<>())
          .add(each);
    }
    return same.values().stream().limit(MOST).toList();
  }

  /**
   * The page.
   *
   * @param finished the text that the person has just come to the end of
   * @param begun first what they were at last
   * @param week the words of the week, which begins on Monday
   * @param since when they looked last
   */
  public record View(
      News news,
      Optional<DocumentSummary> finished,
      List<RemainingWork> begun,
      List<RemainingWork> toTranslate,
      List<RemainingWork> toReview,
      WorkWords week,
      Instant since) {}

  /**
   * What waits for a person.
   *
   * @param deeds what others did since the person last looked, the latest first; each of them is
   *     what one did several times over in a document
   */
  public record News(PageShell shell, List<InboxGroup> groups, List<List<Activity>> deeds) {
    public News {
      groups = groups.stream().filter(group -> group.total() > 0).toList();
    }
  }
}
