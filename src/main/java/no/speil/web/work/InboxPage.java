package no.speil.web.work;

import io.javalin.http.Context;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.search.Waiting;
import no.speil.status.TrackedSection;
import no.speil.web.page.ChangeLines;
import no.speil.web.page.CommentLines;
import no.speil.web.page.HistoryLines;
import no.speil.web.page.Messages;
import no.speil.web.page.ReadingPosition;
import no.speil.web.page.ReportLines;
import no.speil.web.page.SectionNote;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedTexts;
import no.speil.web.page.ViewMode;

/** What waits for the person who asks, and what others did since they last looked. */
public final class InboxPage {
  private static final String PATH = "/inbox";
  private static final int MOST_NEWS = 50;

  private final SiteContext site;
  private final InboxItems items;

  public InboxPage(SiteContext site) {
    this.site = site;
    this.items = new InboxItems(site);
  }

  public void show(Context context) {
    Actor person = site.writers().actor(context, "web");
    Messages t = site.messages(context);
    List<InboxItems.Group> groups = items.of(person);
    Instant since = site.library().lastLooks().look(person.name());
    site.show(
        context,
        "inbox",
        new InboxView(
            site.pageShells().around(context, t.of("inbox.title")),
            t.of("inbox.summary", groups.stream().mapToLong(InboxItems.Group::total).sum()),
            groups.stream()
                .filter(group -> group.total() > 0)
                .map(group -> group(t, group, person))
                .toList(),
            new InboxView.News(
                t.of("inbox.since", t.minute(since)), lines(t, news(person, since)))));
  }

  /** What somebody did several times over in a document is one line. */
  private List<InboxView.Line> lines(Messages t, List<Activity> news) {
    var lines = new LinkedHashMap<String, List<Activity>>();
    for (Activity each : news) {
      String same = each.document() + "\n" + HistoryLines.what(t, each.event());
      lines.computeIfAbsent(same, key -> new ArrayList<>()).add(each);
    }
    return lines.values().stream().map(each -> line(t, each.getFirst(), each.size())).toList();
  }

  public void list(Context context) {
    Actor person = site.writers().actor(context, "api");
    Instant since = site.library().lastLooks().since(person.name());
    site.json().write(context, InboxJson.of(person, items.of(person), since, news(person, since)));
  }

  /** What others did after that, the latest first. */
  private List<Activity> news(Actor person, Instant since) {
    return site.library().activity().latest(MOST_NEWS).stream()
        .filter(each -> each.at().isAfter(since))
        .filter(each -> !each.event().signature().by().equals(person.name()))
        .toList();
  }

  private InboxView.Group group(Messages t, InboxItems.Group group, Actor person) {
    String kind = group.kind().code();
    return new InboxView.Group(
        kind,
        t.of("inbox." + kind),
        NumberFormat.getIntegerInstance(Locale.forLanguageTag(t.lang())).format(group.total()),
        group.items().stream().map(each -> item(t, group.kind(), each, person)).toList(),
        group.total() > group.items().size() ? more(group.kind(), person) : "");
  }

  private InboxView.Item item(Messages t, Waiting.Kind kind, InboxItems.Item item, Actor person) {
    TrackedSection section = item.section();
    SectionId id = section.section().id();
    return new InboxView.Item(
        id.value(),
        TaggedTexts.title(item.document(), t.lang()),
        ReadingPosition.at(item.document(), id, ViewMode.SIDE).row(id),
        section.version().toString(),
        kind == Waiting.Kind.STALE
            ? ChangeLines.of(t, TaggedTexts.lang(item.document().original()), section)
            : SectionNote.Change.NONE,
        answers(t, kind, item, person));
  }

  private static InboxView.Answers answers(
      Messages t, Waiting.Kind kind, InboxItems.Item item, Actor person) {
    TrackedSection section = item.section();
    return new InboxView.Answers(
        kind == Waiting.Kind.SUGGESTION ? SuggestionLines.open(t, section, PATH) : List.of(),
        kind == Waiting.Kind.QUESTION
            ? CommentLines.of(t, section.section().id(), item.questions(person.name()))
            : List.of(),
        kind == Waiting.Kind.REPORT
            ? new ReportLines(t, item.document()).pending(section)
            : List.of());
  }

  private static String more(Waiting.Kind kind, Actor person) {
    String mine = "translator=" + SiteUrls.encode(person.name());
    return switch (kind) {
      case SUGGESTION -> "/queue?task=suggestion&" + mine;
      case QUESTION -> "/queue?task=comment";
      case STALE -> "/queue?q=freshness%3Astale&" + mine;
      case REPORT -> "/queue?task=report";
    };
  }

  private InboxView.Line line(Messages t, Activity activity, int times) {
    List<SectionId> concerns = activity.event().concerns();
    return new InboxView.Line(
        HistoryLines.what(t, activity.event()),
        TaggedTexts.title(site.document(activity.document()), t.lang()),
        concerns.isEmpty()
            ? SiteUrls.document(activity.document())
            : SiteUrls.section(concerns.getFirst()),
        times == 1 ? "" : t.of("inbox.times", times),
        t.minute(activity.at()));
  }
}
