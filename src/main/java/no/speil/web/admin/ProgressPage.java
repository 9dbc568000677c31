package no.speil.web.admin;

import io.javalin.http.Context;
import java.util.List;
import no.speil.library.documents.ArchiveCounts;
import no.speil.library.documents.FolderProgress;
import no.speil.library.sync.Readiness;
import no.speil.web.page.DocumentLine;
import no.speil.web.page.DocumentLines;
import no.speil.web.page.Messages;
import no.speil.web.page.Meter;
import no.speil.web.page.Meters;
import no.speil.web.page.NoticeTexts;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;

/** Progress of the archive by folder, then by document, in pages. */
public final class ProgressPage {
  private static final int SIZE = 100;

  private final SiteContext site;

  public ProgressPage(SiteContext site) {
    this.site = site;
  }

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
        "progress",
        new View(
            site.pageShells().around(context, t.of("progress.title")),
            NoticeTexts.ofCounts(t, readiness),
            t.of("progress.counts", archiveCounts.documents(), archiveCounts.sections()),
            Meters.of(t, archiveCounts.progress()),
            folders.subList(from, to).stream().map(folder -> line(t, folder)).toList(),
            DocumentLines.of(t, site.library().catalogue().page(before, SIZE - (to - from))),
            paging));
  }

  private static View.Line line(Messages t, FolderProgress folder) {
    return new View.Line(
        folder.folder(),
        SiteUrls.folder(folder.folder()),
        t.of("progress.in-folder", folder.documents()),
        Meters.of(t, folder.progress()));
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
      List<Line> folders,
      List<DocumentLine> documents,
      Paging paging) {

    /**
     * Progress of a folder.
     *
     * @param href of its documents
     */
    public record Line(String name, String href, String documents, Meter meter) {}
  }
}
