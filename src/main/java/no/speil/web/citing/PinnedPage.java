package no.speil.web.citing;

import io.javalin.http.Context;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.request.Query;
import no.speil.web.rows.Rows;
import no.speil.web.rows.SectionOnPage;
import no.speil.web.view.Messages;
import no.speil.web.view.PinnedView;
import no.speil.web.view.Shell;

/** A section under the address of one of its versions: whether it still is as it was cited. */
public final class PinnedPage {
  public static final String VERSION = "v";

  private final Library library;
  private final Rows rows;
  private final Pages pages;
  private final Frame frame;

  public PinnedPage(Library library, Rows rows, Pages pages, Frame frame) {
    this.library = library;
    this.rows = rows;
    this.pages = pages;
    this.frame = frame;
  }

  static String href(TrackedSection tracked) {
    return Addresses.section(tracked.section().id()) + "?" + VERSION + "=" + tracked.version();
  }

  public void show(Context context, LiveDocument document, SectionId id) {
    var place = SectionOnPage.of(document, id);
    Messages t = frame.messages(context);
    Shell shell =
        frame.around(
            context,
            new Shell.Place(
                t.of("pinned.title", place.title(t).text()),
                Frame.here(context),
                frame.absolute(context, place.reading().href()),
                List.of(),
                ""));
    pages.show(
        context,
        "pinned",
        new PinnedView(
            shell,
            place.title(t),
            place.href(),
            place.row(rows, shell),
            SinceCited.of(
                t, document, place.section(), Query.text(context, VERSION), library.past(id))));
  }
}
