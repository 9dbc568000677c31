package no.speil.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.actions.Actor;
import no.speil.library.activity.Activity;
import no.speil.record.RenameEvent;
import no.speil.web.page.HistoryLines;
import no.speil.web.page.Messages;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/** What others did since a person last looked. */
final class InboxNews {
  private static final int MOST = 50;

  private final SiteContext site;

  InboxNews(SiteContext site) {
    this.site = site;
  }

  /** What others did after that, the latest first. */
  List<Activity> after(Instant since, Actor person) {
    return site.library().activity().byOthers(person.name(), since, MOST);
  }

  /** The same for reading: what somebody did several times over in a document is one line. */
  InboxView.News lines(Messages t, Instant since, Actor person) {
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
}
