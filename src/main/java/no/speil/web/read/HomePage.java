package no.speil.web.read;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.library.activity.Activity;
import no.speil.library.documents.ArchiveCounts;
import no.speil.library.sync.Readiness;
import no.speil.web.page.DocumentLines;
import no.speil.web.page.HistoryLines;
import no.speil.web.page.Messages;
import no.speil.web.page.Meters;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TaggedTexts;

/** The home page: search, statistics, progress and latest events. */
public final class HomePage {
  private static final int ADDED = 6;
  private static final int CHANGES = 8;

  private final SiteContext site;

  public HomePage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    Messages t = site.messages(context);
    Readiness readiness = site.library().sync().readiness();
    site.show(
        context,
        "home",
        new HomeView(
            site.pageShells().around(context, t.of("home.title")),
            NoticeTexts.ofCounts(t, readiness),
            totals(t, site.library().counts()),
            StatisticsCharts.of(t, site.library().catalogue().browse()),
            DocumentLines.of(t, site.library().catalogue().added(ADDED)),
            site.library().activity().latest(CHANGES).stream()
                .map(activity -> change(t, activity))
                .toList()));
  }

  private static HomeView.Totals totals(Messages t, ArchiveCounts archiveCounts) {
    return new HomeView.Totals(
        t.of("home.counts", archiveCounts.documents(), archiveCounts.sections()),
        Meters.of(t, archiveCounts.progress()),
        archiveCounts.problems() == 0 ? "" : t.of("home.problems", archiveCounts.problems()));
  }

  private HomeView.Change change(Messages t, Activity activity) {
    Optional<SectionId> section = activity.event().concerns().stream().findFirst();
    return new HomeView.Change(
        section.map(SiteUrls::section).orElse(SiteUrls.document(activity.document())),
        site.library()
            .documents()
            .findLoadable(activity.document())
            .map(document -> TaggedTexts.title(document, t.lang()))
            .orElse(new TaggedText("", activity.document().value())),
        HistoryLines.what(t, activity.event()),
        t.minute(activity.at()));
  }
}
