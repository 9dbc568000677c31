package no.speil.web.overview;

import io.javalin.http.Context;
import no.speil.library.Census;
import no.speil.library.Library;
import no.speil.library.Readiness;
import no.speil.web.answer.DocumentLines;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Meters;
import no.speil.web.answer.Pages;
import no.speil.web.view.HomeView;
import no.speil.web.view.Messages;

/** The first page: search, how far the archive is, what is new. */
public final class HomePage {
  private static final int LATEST = 10;

  private final Library library;
  private final Pages pages;
  private final Frame frame;

  public HomePage(Library library, Pages pages, Frame frame) {
    this.library = library;
    this.pages = pages;
    this.frame = frame;
  }

  public void show(Context context) {
    Messages t = frame.messages(context);
    Census census = library.census();
    Readiness readiness = library.readiness();
    pages.show(
        context,
        "home",
        new HomeView(
            frame.around(context, t.of("home.title")),
            t.of("home.counts", census.documents(), census.sections()),
            readiness.complete() ? "" : t.of("home.indexing", readiness.done(), readiness.total()),
            Meters.of(t, census.progress()),
            DocumentLines.of(t, library.latest(LATEST))));
  }
}
