package no.speil.web.admin;

import io.javalin.http.Context;
import java.util.List;
import no.speil.library.catalogue.ArchiveCounts;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.FolderProgress;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.document.Meter;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;

/** Progress of the archive by folder, then by document, in pages. */
public record ProgressPage(SiteContext site) {
  private static final int SIZE = 100;


  public void show(Context context) {
    Messages t = site.messages(context);
    Readiness readiness = site.library().sync().readiness();
    ArchiveCounts archiveCounts = site.library().counts();
    List<FolderProgress> folders =
        site.library().catalogue().folders().stream()
            .filter(folder -> !folder.folder().isEmpty())
            .toList();
    PageNumber pageNumber =
        PageNumber.of(context, folders.size() + archiveCounts.documents(), SIZE);
    int from = (int) Math.min(pageNumber.from(), folders.size());
    int to = (int) Math.min(pageNumber.from() + SIZE, folders.size());
    long before = Math.max(0, pageNumber.from() - folders.size());
    Paging paging = pageNumber.paging("/progress");
    site.show(
        context,
        "admin/progress",
        new View(
            site.pageShells().around(context, t.of("progress.title")),
            NoticeTexts.ofCounts(t, readiness),
            t.of("progress.counts", archiveCounts.documents(), archiveCounts.sections()),
            Meter.of(t, archiveCounts.progress()),
            folders.subList(from, to),
            site.library().catalogue().page(before, SIZE - (to - from)),
            paging));
  }

  /**
   * Progress by folder and document.
   *
   * @param notices about the counts, e.g. that indexing goes on
   */
  public record View(
      PageShell shell,
      List<String> notices,
      String counts,
      Meter whole,
      List<FolderProgress> folders,
      List<CatalogueEntry> documents,
      Paging paging) {}
}
