package no.speil.web.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Freshness;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/** Makes a document's sections into the rows of a page. Thread-safe. */
public final class SectionRows {
  private final Library library;
  private final MarkdownRenderer renderer;
  private final boolean reports;

  private SectionRows(SiteContext site) {
    this.library = site.library();
    this.renderer = site.renderer();
    this.reports = site.access().othersMayReport();
  }

  /** What makes the rows of this site. */
  public static SectionRows of(SiteContext site) {
    return new SectionRows(site);
  }

  /**
   * The rows of these sections, in order.
   *
   * @param writer the user as one who writes; null for users who may not
   */
  public List<SectionRow> of(
      Messages t,
      LiveDocument document,
      ReadingPosition reading,
      List<TrackedSection> shown,
      @Nullable Actor writer) {
    var page = new Page(t, document, reading, shown, writer);
    return shown.stream().map(page::row).toList();
  }

  /** The row of one section. */
  public SectionRow of(
      Messages t,
      LiveDocument document,
      ReadingPosition reading,
      TrackedSection shown,
      @Nullable Actor writer) {
    return of(t, document, reading, List.of(shown), writer).getFirst();
  }

  /** State that all rows of a page share. */
  private final class Page {
    private final Messages t;
    private final LiveDocument document;
    private final ViewMode view;
    private final SideHtml original;
    private final SideHtml translation;
    private final SectionNotes notes;
    private final OriginalSource origin;
    private final Map<SectionId, Integer> numbers = new HashMap<>();

    Page(
        Messages t,
        LiveDocument document,
        ReadingPosition reading,
        List<TrackedSection> shown,
        @Nullable Actor writer) {
      this.t = t;
      this.document = document;
      this.view = reading.view();
      this.origin = new OriginalSource(library, document.metadata().provenance());
      this.original = side(Side.ORIGINAL, "archive", shown);
      this.translation = side(Side.TRANSLATION, "translations", shown);
      for (TrackedSection tracked : document.sections()) {
        numbers.put(tracked.section().id(), numbers.size());
      }
      this.notes = SectionNotes.of(t, reading, document, writer, library, reports);
    }

    SectionRow row(TrackedSection tracked) {
      Section section = tracked.section();
      String kind =
          section.isTitle() ? "title" : DocumentParts.level(section) > 0 ? "heading" : "text";
      return new SectionRow(
          section.id().value(),
          kind,
          numbers.getOrDefault(section.id(), 0),
          original(tracked),
          translation(tracked),
          notes.of(tracked));
    }

    private SectionRow.Cell original(TrackedSection tracked) {
      String html = original.of(tracked.section().id());
      if (!html.isEmpty()) {
        return new SectionRow.Cell(TaggedText.lang(document.original()), html, "", "");
      }
      if (document.originalElsewhere()) {
        String words = origin.leadsToCopy() ? "cell.archived.short" : "cell.elsewhere.short";
        return new SectionRow.Cell("", "", t.of(words), origin.address());
      }
      boolean orphan = tracked.sectionStatus().freshness() == Freshness.ORPHAN;
      return new SectionRow.Cell("", "", t.of(orphan ? "cell.orphan" : "cell.no-original"), "");
    }

    private SectionRow.Cell translation(TrackedSection tracked) {
      Section section = tracked.section();
      boolean leftOut = tracked.sectionStatus().isLeftOut();
      String html = translation.of(section.id());
      if (!html.isEmpty()) {
        return new SectionRow.Cell(TaggedText.lang(document.translation()), html, "", "");
      }
      if (view == ViewMode.EN) {
        return new SectionRow.Cell(
            TaggedText.lang(document.original()),
            original.of(section.id()),
            t.of(leftOut ? "cell.left-out.fallback" : "cell.untranslated.fallback"),
            "");
      }
      return new SectionRow.Cell("", "", t.of(leftOut ? "cell.left-out" : "cell.untranslated"), "");
    }

    private SideHtml side(Side side, String root, List<TrackedSection> shown) {
      var links = new DocumentLinkResolver(t, library, document.id(), root);
      return new SideHtml(t, renderer, links, document, side, shown);
    }
  }
}
