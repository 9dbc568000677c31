package no.speil.web.read;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.record.DocumentVersion;
import no.speil.search.WordMarker;
import no.speil.status.TrackedSection;
import no.speil.web.cite.Citations;
import no.speil.web.cite.PinnedPage;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.search.HitUrl;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.OverallState;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;
import no.speil.web.section.ViewMode;
import org.jspecify.annotations.Nullable;

/** A document to be read. */
public final class DocumentView {
  private final SiteContext site;
  private final Context context;
  private final Messages t;
  private final LiveDocument document;
  private final @Nullable HitUrl hit;
  private final OverallState overall;

  /** The side of the only text that is here; null where both are. */
  private final @Nullable Side only;

  /** As it is asked for. */
  private final ReadingPosition position;

  /** In the layout that is shown, for links that carry the search along. */
  private final ReadingPosition reading;

  private final PageShell shell;
  private final Citation citation;
  private final List<SectionRow> rows;

  DocumentView(SiteContext site, Context context, LiveDocument document) {
    this.site = site;
    this.context = context;
    this.t = site.messages(context);
    this.document = document;
    this.hit = HitUrl.of(context).orElse(null);
    this.overall = new OverallState(document);
    this.only = overall.onlySide();
    int last = Math.max(0, document.sections().size() - 1);
    this.position =
        new ReadingPosition(
            document.id(),
            ViewMode.of(QueryParams.text(context, "view")),
            QueryParams.number(context, "from", 0, 0, last));
    this.reading = position.in(view(position.view())).with(hit == null ? "" : hit.parameters());
    this.shell = site.around(context, place());
    this.citation = new Citations(site).of(context, document);
    this.rows = makeRows();
  }

  /** The layout that is asked for; where only one text is here, the one that it has. */
  private ViewMode view(ViewMode wanted) {
    if (wanted == ViewMode.EVIDENCE && evidence().isEmpty()) {
      return view(ViewMode.SIDE);
    }
    if (only == null || !wanted.isPair()) {
      return wanted;
    }
    return only == Side.ORIGINAL ? ViewMode.NO : ViewMode.EN;
  }

  private PageShell.Place place() {
    return new PageShell.Place(
        TaggedText.title(document, t.lang()).text(),
        SiteContext.here(context),
        permanent(position.view().isOneText() ? position.view() : ViewMode.SIDE),
        alternates(),
        hit == null ? "" : hit.search().query());
  }

  private List<PageShell.Alternate> alternates() {
    String original = TaggedText.lang(document.original());
    String translation = TaggedText.lang(document.translation());
    return original.isEmpty() || translation.isEmpty() || document.originalElsewhere()
        ? List.of()
        : List.of(
            new PageShell.Alternate(original, permanent(ViewMode.NO)),
            new PageShell.Alternate(translation, permanent(ViewMode.EN)),
            new PageShell.Alternate("x-default", permanent(ViewMode.SIDE)));
  }

  private String permanent(ViewMode view) {
    return site.permanent(context, position.in(view).href());
  }

  /** The sections as rows; where nothing of the text is here, the title only. */
  private List<SectionRow> makeRows() {
    boolean elsewhere = document.originalElsewhere() && reading.view() == ViewMode.NO;
    List<TrackedSection> here =
        document.sections().subList(reading.from(), end()).stream()
            .filter(each -> !elsewhere || each.section().isTitle())
            .toList();
    WordMarker marker =
        hit == null
            ? WordMarker.NOTHING
            : site.library().search().marker(hit.search().request(), false);
    return new SectionRows(site, t, document, reading.view(), here, shell.visitor().writer())
        .rows().stream().map(row -> row.with(marker::mark)).toList();
  }

  private int end() {
    return Math.min(document.sections().size(), reading.from() + ReadingPosition.SIZE);
  }

  public PageShell shell() {
    return shell;
  }

  public LiveDocument document() {
    return document;
  }

  /** The page that is shown. */
  public ReadingPosition reading() {
    return reading;
  }

  /**
   * {@code no} or {@code en} where only that text is here, so that there is nothing to lay side by
   * side; else empty.
   */
  public String only() {
    return only == null ? "" : view(ViewMode.SIDE).code();
  }

  /** With the title first of the side that one reads; of the other where there is none. */
  public DocumentHead head() {
    Side side = document.file(firstSide()) == null ? firstSide().other() : firstSide();
    return new DocumentHead(site.library(), document, overall, side);
  }

  private Side firstSide() {
    return switch (reading.view()) {
      case NO -> Side.ORIGINAL;
      case EN -> Side.TRANSLATION;
      default -> TaggedText.side(t);
    };
  }

  /** The layouts to choose from. */
  public List<ViewMode> layouts() {
    return Stream.of(ViewMode.SIDE, ViewMode.LINES, ViewMode.NO, ViewMode.EN, ViewMode.EVIDENCE)
        .filter(layout -> view(layout) == layout)
        .toList();
  }

  /** The files that show how the original looked. */
  public Evidence evidence() {
    return new Evidence(site, t, document);
  }

  public boolean isIn(ViewMode layout) {
    return layout == reading.view().norwegianFirst();
  }

  public boolean isEnglishFirst() {
    return reading.view() != reading.view().norwegianFirst();
  }

  /** The address of the page in another layout, with the same text first. */
  public String href(ViewMode layout) {
    return reading.in(isEnglishFirst() ? layout.swapped() : layout).href();
  }

  /** The address of the text in the other language. */
  public String other() {
    return href(reading.view().other(t.lang()));
  }

  /** The hit that led here; null if none did. */
  public @Nullable HitUrl hit() {
    return hit;
  }

  /** The headings, with links. */
  public List<Heading> outline() {
    var levels = new HeadingLevels();
    var headings = new ArrayList<Heading>();
    List<TrackedSection> sections = document.sections();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i).section();
      if (DocumentParts.level(section) > 0) {
        int level = levels.next(DocumentParts.level(section)) - 1;
        int first = i / ReadingPosition.SIZE * ReadingPosition.SIZE;
        headings.add(
            new Heading(
                level,
                TaggedText.beginning(document, section, firstSide()),
                page(first).row(section.id())));
      }
    }
    return headings;
  }

  /** The page of this text that begins with a section, for links that carry the search along. */
  private ReadingPosition page(int first) {
    return position.with(reading.search()).from(first);
  }

  /** A heading in the language of the view. */
  public record Heading(int level, TaggedText text, String href) {}

  public List<SectionRow> rows() {
    return rows;
  }

  public Paging paging() {
    return Paging.ofSections(
        t,
        reading.from(),
        document.sections().size(),
        ReadingPosition.SIZE,
        first -> page(first).href());
  }

  public Citation citation() {
    return citation;
  }

  /** What has changed since the version in the address; may be empty. */
  public String since() {
    String cited = QueryParams.text(context, PinnedPage.VERSION);
    if (cited.isEmpty()) {
      return "";
    }
    return DocumentVersion.parse(cited)
        .map(version -> document.has(version) ? "pinned.document.same" : "pinned.document.changed")
        .map(t::of)
        .orElse(t.of("pinned.malformed"));
  }

  public List<DocumentFacts.Fact> facts() {
    var facts = new DocumentFacts(t, document, head().origin());
    var trust = new TaggedText("", DocumentHead.trust(t, document, overall));
    facts.put(Side.TRANSLATION, t.of("fact.translation"), trust, "");
    String href = href(ViewMode.EVIDENCE);
    facts.put(Side.ORIGINAL, t.of("fact.evidence"), evidence().name(), href);
    return facts.all();
  }

  /** In words; none for readers. */
  public List<ProblemLine> problems() {
    return Stream.of(document.problems(), site.documents().moves().questions(document.id()))
        .flatMap(List::stream)
        .filter(problem -> shell.visitor().mayWrite())
        .map(problem -> ProblemLine.in(t, problem, context.contextPath()))
        .toList();
  }

  /** Whether machine drafts can be asked for. */
  public boolean canBeDrafted() {
    return !site.settings().translateCommand().isEmpty();
  }

  /** The address of another text in the layout that was asked for. */
  public String onward(CatalogueEntry other) {
    return new ReadingPosition(other.id(), position.view(), 0).href();
  }
}
