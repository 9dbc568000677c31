package no.speil.web.desk;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.library.ActionRefused;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.tracking.Snapshot;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Addresses;
import no.speil.web.answer.Frame;
import no.speil.web.answer.Pages;
import no.speil.web.answer.See;
import no.speil.web.answer.Wordings;
import no.speil.web.request.Paths;
import no.speil.web.request.Query;
import no.speil.web.rows.HeadingLevels;
import no.speil.web.rows.Reading;
import no.speil.web.rows.Rows;
import no.speil.web.rows.View;
import no.speil.web.view.EditView;
import no.speil.web.view.EditView.Clash;
import no.speil.web.view.Messages;
import no.speil.web.view.Row;
import no.speil.web.visitor.Writers;

/** Where a section's translation is written, beside its original and what others suggest. */
public final class EditPage {
  /** Below the heading that says which side it is. */
  private static final int LEVEL = 3;

  private final Library library;
  private final Writers writers;
  private final Rows rows;
  private final Assistance assistance;
  private final QueuePlaces places;
  private final Pages pages;
  private final Frame frame;

  public EditPage(
      Library library,
      Writers writers,
      Rows rows,
      Assistance assistance,
      Pages pages,
      Frame frame) {
    this.library = library;
    this.writers = writers;
    this.rows = rows;
    this.assistance = assistance;
    this.places = new QueuePlaces(library);
    this.pages = pages;
    this.frame = frame;
  }

  /** Leads to the first section of a document that needs work. */
  public void begin(Context context) {
    writers.actor(context, "web");
    LiveDocument document = document(Paths.document(context));
    TrackedSection first =
        document.sections().stream()
            .filter(EditPage::needsWork)
            .findFirst()
            .orElse(document.sections().getFirst());
    See.other(context, href(first.section().id()));
  }

  public void show(Context context) {
    writers.actor(context, "web");
    TrackedSection section = library.section(Paths.section(context));
    String next = See.onward(Query.text(context, "next"));
    var draft = new Draft(text(section), section.version(), next, List.of());
    boolean insert = Query.text(context, "insert").equals("original");
    show(context, section, insert ? inserted(section, draft) : draft, Clash.NONE);
  }

  void show(Context context, TrackedSection section, Draft draft, Clash clash) {
    show(context, section, draft, false, clash);
  }

  /** Shows the page with a text in the box, whatever the file holds. */
  void show(Context context, TrackedSection section, Draft draft, boolean previewed, Clash clash) {
    Messages t = frame.messages(context);
    SectionId id = section.section().id();
    LiveDocument document = document(library.present(id));
    Reading reading = Reading.at(document, id, View.SIDE);
    String writer = writers.actor(context, "web").name();
    Row row = HeadingLevels.relevel(rows.of(t, document, reading, section, writer), LEVEL);
    pages.show(
        context,
        "edit",
        new EditView(
            frame.around(context, t.of("edit.title")),
            new EditView.Place(
                id.value(),
                Wordings.title(document, t.lang()),
                reading.row(id),
                neighbour(document, id, -1),
                neighbour(document, id, 1),
                section.section().isTitle()),
            queued(t, draft.next(), id),
            row,
            box(section, draft),
            clash,
            assistance.of(t, document, section, draft.text(), previewed),
            Suggestions.open(t, section, href(id, draft.next()) + "#suggestions")));
  }

  static String href(SectionId id) {
    return "/s/" + id + "/edit";
  }

  /** The same, going on to that address when the text is saved. */
  static String href(SectionId id, String next) {
    return next.isEmpty() ? href(id) : href(id) + "?next=" + Addresses.encode(next);
  }

  /** The draft, begun with the original's Markdown where nothing has been written. */
  static Draft inserted(TrackedSection section, Draft draft) {
    return draft.text().isBlank() ? draft.saying(markdown(section.section().original())) : draft;
  }

  static String text(TrackedSection section) {
    return markdown(section.section().translation());
  }

  /** Editing the section so many further on; empty where there is none. */
  static String neighbour(LiveDocument document, SectionId id, int step) {
    List<SectionId> ids = document.sections().stream().map(each -> each.section().id()).toList();
    int position = ids.indexOf(id) + step;
    return position < 0 || position >= ids.size() ? "" : href(ids.get(position));
  }

  private EditView.Queued queued(Messages t, String onward, SectionId id) {
    return places
        .of(onward, id)
        .map(
            place ->
                new EditView.Queued(
                    place.position() > 0
                        ? t.of("edit.place", place.position(), place.total())
                        : t.of("edit.place.gone", place.total()),
                    place.queue(),
                    place.previous(),
                    place.next()))
        .orElse(EditView.Queued.NONE);
  }

  private static EditView.Box box(TrackedSection section, Draft draft) {
    return new EditView.Box(
        draft.text(),
        draft.seen().toString(),
        draft.next(),
        String.join(" ", draft.kept()),
        draft.text().isBlank() && !section.section().original().isEmpty(),
        !draft.text().equals(text(section)));
  }

  private static String markdown(List<Block> run) {
    return Objects.requireNonNullElse(Snapshot.of(run).text(), "");
  }

  private static boolean needsWork(TrackedSection section) {
    return section.standing().state().compareTo(State.TRANSLATED) < 0
        || section.standing().freshness() == Freshness.STALE;
  }

  private LiveDocument document(DocumentId id) {
    return library.document(id).orElseThrow(() -> new ActionRefused.UnknownDocument(id));
  }
}
