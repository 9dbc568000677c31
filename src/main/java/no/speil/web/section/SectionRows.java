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
import no.speil.library.actions.MoveActions.Move;
import no.speil.library.documents.DocumentChecks;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.LiveSection;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.PageShell;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/** The rows of one page with sections of a document, and what the notes beside them share. */
public final class SectionRows {
  final Messages t;
  final LiveDocument document;
  final ViewMode view;

  /** The user as one who acts; null if they may not write. */
  final @Nullable Actor writer;

  final Library library;

  /** Whether users who may not write may report errors. */
  final boolean reports;

  final ClaimLines claims;
  final DocumentChecks checks;
  final OverallState overall;

  /** Translations that could be taken along, by section; none for users who may not write. */
  final Map<SectionId, Move> moves;

  private final Map<SectionId, String> original;
  private final Map<SectionId, String> translation;
  private final OriginalSource origin;
  private final List<TrackedSection> shown;
  final Map<SectionId, Integer> numbers = new HashMap<>();

  /**
   * @param writer the user as one who writes; null for users who may not
   */
  public SectionRows(
      SiteContext site,
      Messages t,
      LiveDocument document,
      ViewMode view,
      List<TrackedSection> shown,
      @Nullable Actor writer) {
    this.t = t;
    this.document = document;
    this.view = view;
    this.shown = shown;
    this.writer = writer;
    this.library = site.library();
    this.reports = site.access().othersMayReport();
    this.claims = new ClaimLines(t, library.claims(), document, writer);
    this.checks = new DocumentChecks(document);
    this.overall = new OverallState(document);
    this.moves = writer == null ? Map.of() : library.moves().of(document, shown);
    this.origin = new OriginalSource(library, document.metadata().provenance());
    this.original = html(site, Side.ORIGINAL, "archive");
    this.translation = html(site, Side.TRANSLATION, "translations");
    for (TrackedSection tracked : document.sections()) {
      numbers.put(tracked.id(), numbers.size());
    }
  }

  /** The row of one section as the visitor sees it, both sides beside each other. */
  public static SectionRow one(SiteContext site, PageShell shell, LiveSection live) {
    List<TrackedSection> shown = List.of(live.section());
    Actor writer = shell.visitor().writer();
    return new SectionRows(site, shell.t(), live.document(), ViewMode.SIDE, shown, writer)
        .rows()
        .getFirst();
  }

  /** The rows of a whole document but its title. */
  public static List<SectionRow> all(SiteContext site, Messages t, LiveDocument document) {
    List<TrackedSection> shown = document.sections().subList(1, document.sections().size());
    return new SectionRows(site, t, document, ViewMode.SIDE, shown, null).rows();
  }

  /** The rows of these sections, in order. */
  public List<SectionRow> rows() {
    return shown.stream().map(this::row).toList();
  }

  private SectionRow row(TrackedSection tracked) {
    return new SectionRow(original(tracked), translation(tracked), SectionNote.of(this, tracked));
  }

  private SectionRow.Cell original(TrackedSection tracked) {
    String html = original.getOrDefault(tracked.id(), "");
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
    String html = translation.getOrDefault(section.id(), "");
    if (!html.isEmpty()) {
      return new SectionRow.Cell(TaggedText.lang(document.translation()), html, "", "");
    }
    if (view == ViewMode.EN) {
      return new SectionRow.Cell(
          TaggedText.lang(document.original()),
          original.getOrDefault(section.id(), ""),
          t.of(leftOut ? "cell.left-out.fallback" : "cell.untranslated.fallback"),
          "");
    }
    return new SectionRow.Cell("", "", t.of(leftOut ? "cell.left-out" : "cell.untranslated"), "");
  }

  private Map<SectionId, String> html(SiteContext site, Side side, String root) {
    var links = new DocumentLinkResolver(t, library, document.id(), root);
    return new SideHtml(t, document, side).of(shown, site.renderer(), links);
  }
}
