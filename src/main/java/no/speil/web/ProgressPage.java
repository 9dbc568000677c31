package no.speil.web;

import io.javalin.http.Context;
import java.util.List;
import no.speil.library.Census;
import no.speil.library.FolderProgress;
import no.speil.library.Library;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.ProgressView;

/** How far the archive is, by folder and document. */
final class ProgressPage {
  private static final int SIZE = 100;

  private final Library library;
  private final Pages pages;
  private final Frame frame;

  ProgressPage(Library library, Pages pages, Frame frame) {
    this.library = library;
    this.pages = pages;
    this.frame = frame;
  }

  void show(Context context) {
    Messages t = frame.messages(context);
    Census census = library.census();
    Numbered numbered = Numbered.of(context, census.documents(), SIZE);
    List<ProgressView.Line> folders =
        numbered.page() > 1
            ? List.of()
            : library.progress().stream()
                .filter(folder -> !folder.folder().isEmpty())
                .map(folder -> line(t, folder))
                .toList();
    Paging paging = numbered.paging(t, "/progress");
    pages.show(
        context,
        "progress",
        new ProgressView(
            frame.around(context, t.of("progress.title")),
            t.of("home.counts", census.documents(), census.sections()),
            Meters.of(t, census.progress()),
            folders,
            DocumentLines.of(t, library.documents(numbered.from(), SIZE)),
            paging));
  }

  private static ProgressView.Line line(Messages t, FolderProgress folder) {
    return new ProgressView.Line(
        folder.folder(),
        t.of("progress.in-folder", folder.documents()),
        Meters.of(t, folder.progress()));
  }
}
