package no.speil.web.admin;

import io.javalin.http.Context;
import java.util.List;
import no.speil.library.catalogue.Catalogue.ArchiveCounts;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;

/** Progress of the archive by folder, then by document, in pages. */
public final class ProgressPage {
  private static final int SIZE = 100;

  private final SiteContext site;

  public ProgressPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    PageShell shell = site.shell(context, "progress.title");
    ArchiveCounts archiveCounts = site.library().counts();
    List<FolderProgress> folders =
        site.catalogue().browse().progress().stream()
            .filter(folder -> !folder.folder().isEmpty())
            .toList();
    PageNumber number = PageNumber.of(context, folders.size() + archiveCounts.documents(), SIZE);
    List<FolderProgress> shown = folders.stream().skip(number.from()).limit(SIZE).toList();
    long before = Math.max(0, number.from() - folders.size());
    var view =
        new View(
            shell,
            archiveCounts,
            shown,
            site.catalogue().page(before, SIZE - shown.size()),
            number.paging("/progress"));
    site.show(context, "admin/progress", view);
  }

  /** Progress by folder and document. */
  public record View(
      PageShell shell,
      ArchiveCounts counts,
      List<FolderProgress> folders,
      List<CatalogueEntry> documents,
      Paging paging) {}
}
