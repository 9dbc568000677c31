package no.speil.web.rows;

import java.util.List;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.markdown.MarkdownRenderer;
import no.speil.tracking.TrackedSection;
import no.speil.web.answer.Wordings;
import no.speil.web.view.Messages;
import no.speil.web.view.Row;

/** Makes a document's sections into the rows of a page. Thread-safe. */
public final class Rows {
  private final Library library;
  private final MarkdownRenderer renderer;
  private final boolean reports;

  /**
   * @param reports whether also those may report errors who may not write
   */
  public Rows(Library library, MarkdownRenderer renderer, boolean reports) {
    this.library = library;
    this.renderer = renderer;
    this.reports = reports;
  }

  /**
   * The rows of these sections, in their order.
   *
   * @param writer under which name the person who looks at them writes; empty for who may not
   */
  public List<Row> of(
      Messages t,
      LiveDocument document,
      Reading reading,
      List<TrackedSection> shown,
      String writer) {
    var page = new Page(t, document, reading, shown, writer);
    return shown.stream().map(page::row).toList();
  }

  /** The row of one section. */
  public Row of(
      Messages t, LiveDocument document, Reading reading, TrackedSection shown, String writer) {
    return of(t, document, reading, List.of(shown), writer).getFirst();
  }

  /** What the rows of a page have in common. */
  private final class Page {
    private final Messages t;
    private final LiveDocument document;
    private final View view;
    private final SideHtml original;
    private final SideHtml translation;
    private final Notes notes;
    private final Origin origin;

    Page(
        Messages t,
        LiveDocument document,
        Reading reading,
        List<TrackedSection> shown,
        String writer) {
      this.t = t;
      this.document = document;
      this.view = reading.view();
      this.origin = new Origin(library, document.metadata().provenance());
      this.original = side(Side.ORIGINAL, "archive", shown);
      this.translation = side(Side.TRANSLATION, "translations", shown);
      this.notes = new Notes(t, reading, document, new Notes.Writer(writer, library, reports));
    }

    Row row(TrackedSection tracked) {
      Section section = tracked.section();
      String kind = section.isTitle() ? "title" : Part.level(section) > 0 ? "heading" : "text";
      return new Row(
          section.id().value(), kind, original(tracked), translation(tracked), notes.of(tracked));
    }

    private Row.Cell original(TrackedSection tracked) {
      String html = original.of(tracked.section().id());
      if (!html.isEmpty()) {
        return new Row.Cell(Wordings.lang(document.original()), html, "", "");
      }
      if (document.originalElsewhere()) {
        String words = origin.leadsToCopy() ? "cell.archived.short" : "cell.elsewhere.short";
        return new Row.Cell("", "", t.of(words), origin.address());
      }
      boolean orphan = tracked.standing().freshness() == Freshness.ORPHAN;
      return new Row.Cell("", "", t.of(orphan ? "cell.orphan" : "cell.no-original"), "");
    }

    private Row.Cell translation(TrackedSection tracked) {
      Section section = tracked.section();
      boolean leftOut = tracked.standing().isLeftOut();
      String html = translation.of(section.id());
      if (!html.isEmpty()) {
        return new Row.Cell(Wordings.lang(document.translation()), html, "", "");
      }
      if (view == View.EN) {
        return new Row.Cell(
            Wordings.lang(document.original()),
            original.of(section.id()),
            t.of(leftOut ? "cell.left-out.fallback" : "cell.untranslated.fallback"),
            "");
      }
      return new Row.Cell("", "", t.of(leftOut ? "cell.left-out" : "cell.untranslated"), "");
    }

    private SideHtml side(Side side, String root, List<TrackedSection> shown) {
      var links = new PathLinks(library, document.id(), root);
      return new SideHtml(renderer, links, document, side, shown);
    }
  }
}
