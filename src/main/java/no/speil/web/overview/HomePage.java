package no.speil.web.overview;

import io.javalin.http.Context;
import java.util.Optional;
import no.speil.corpus.SectionId;
import no.speil.library.Census;
import no.speil.library.Deed;
import no.speil.library.Library;
import no.speil.library.Readiness;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.DocumentLines;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Meters;
import no.speil.web.answer.Pages;
import no.speil.web.answer.Wordings;
import no.speil.web.rows.Deeds;
import no.speil.web.view.HomeView;
import no.speil.web.view.Messages;
import no.speil.web.view.Wording;

/** The first page: search, what the archive holds, how far it is, what is new. */
public final class HomePage {
  private static final int ADDED = 6;
  private static final int CHANGES = 8;

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
    Readiness readiness = library.readiness();
    pages.show(
        context,
        "home",
        new HomeView(
            frame.around(context, t.of("home.title")),
            readiness.complete() ? "" : t.of("home.indexing", readiness.done(), readiness.total()),
            whole(t, library.census()),
            HoldingsCharts.of(t, library.holdings()),
            DocumentLines.of(t, library.added(ADDED)),
            library.latestDeeds(CHANGES).stream().map(deed -> change(t, deed)).toList()));
  }

  private static HomeView.Whole whole(Messages t, Census census) {
    return new HomeView.Whole(
        t.of("home.counts", census.documents(), census.sections()),
        Meters.of(t, census.progress()),
        census.problems() == 0 ? "" : t.of("home.problems", census.problems()));
  }

  private HomeView.Change change(Messages t, Deed deed) {
    Optional<SectionId> section = deed.event().concerns().stream().findFirst();
    return new HomeView.Change(
        section.map(Addresses::section).orElse(Addresses.document(deed.document())),
        library
            .document(deed.document())
            .map(document -> Wordings.title(document, t.lang()))
            .orElse(new Wording("", deed.document().value())),
        Deeds.what(t, deed.event()),
        t.minute(deed.at()));
  }
}
