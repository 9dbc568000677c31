package no.speil.web.overview;

import io.javalin.http.Context;
import java.util.List;
import no.speil.library.Census;
import no.speil.library.FolderProgress;
import no.speil.library.Library;
import no.speil.web.answer.DocumentLines;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Meters;
import no.speil.web.answer.Numbered;
import no.speil.web.answer.Pages;
import no.speil.web.view.Messages;
import no.speil.web.view.Paging;
import no.speil.web.view.ProgressView;

/** How far the archive is: its folders, then its documents, so many a page. */
public final class ProgressPage {
  private static final int SIZE = 100;

  private final Library library;
  private final Pages pages;
  private final Frame frame;

  public ProgressPage(Library library, Pages pages, Frame frame) {
    this.library = library;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    Messages t = frame.messages(context);
    Census census = library.census();
    List<FolderProgress> folders =
        library.progress().stream().filter(folder -> !folder.folder().isEmpty()).toList();
    Numbered numbered = Numbered.of(context, folders.size() + census.documents(), SIZE);
    int from = (int) Math.min(numbered.from(), folders.size());
    int to = (int) Math.min(numbered.from() + SIZE, folders.size());
    long before = Math.max(0, numbered.from() - folders.size());
    Paging paging = numbered.paging(t, "/progress");
    pages.show(
        context,
        "progress",
        new ProgressView(
            frame.around(context, t.of("progress.title")),
            t.of("home.counts", census.documents(), census.sections()),
            Meters.of(t, census.progress()),
            folders.subList(from, to).stream().map(folder -> line(t, folder)).toList(),
            DocumentLines.of(t, library.documents(before, SIZE - (to - from))),
            paging));
  }

  private static ProgressView.Line line(Messages t, FolderProgress folder) {
    return new ProgressView.Line(
        folder.folder(),
        t.of("progress.in-folder", folder.documents()),
        Meters.of(t, folder.progress()));
  }
}
