package no.speil.web.align;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.LayoutEvent;
import no.speil.record.LayoutEvent.Cause;
import no.speil.status.TrackedSection;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.page.PageShell;
import no.speil.web.page.Paging;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.ExpectedVersions;
import org.jspecify.annotations.Nullable;

/** Shows how the blocks of the two texts are linked, with buttons to correct it. */
public final class AlignPage {
  static final int SIZE = 100;
  private static final int MOST_DOUBTFUL = 50;
  private static final int EXCERPT = 80;

  /** Confidences from which on links can be confirmed at once, in percent. */
  public static final List<Integer> BOUNDS = List.of(95, 90, 80, 70, 50);

  private final SiteContext site;

  public AlignPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    LiveDocument document = site.document(PathParams.document(context));
    int last = document.sections().size() - 1;
    int from =
        SectionId.parse(QueryParams.text(context, "at"))
            .map(id -> Math.max(0, document.number(id)))
            .orElseGet(() -> QueryParams.number(context, "from", 0, 0, last));
    show(context, document, from, "");
  }

  /**
   * Shows it after something was refused.
   *
   * @param at the section around which it is shown; from the beginning if it is not there
   */
  void refuse(Context context, DocumentId id, @Nullable SectionId at, String why) {
    LiveDocument document = site.document(id);
    show(context, document, at == null ? 0 : Math.max(0, document.number(at)), why);
  }

  private void show(Context context, LiveDocument document, int at, String notice) {
    Messages t = site.messages(context);
    int changed = QueryParams.number(context, "changed", -1, 0, Integer.MAX_VALUE);
    int weighed = QueryParams.number(context, "weighed", 0, 0, Integer.MAX_VALUE);
    String title = TaggedText.title(document, t.lang()).text();
    var view =
        new View(
            site.shell(context, "align.title.of", title),
            document,
            at / SIZE * SIZE,
            notice,
            changed < 0 ? "" : t.of("align.again.done", changed, weighed));
    site.show(context, "align/align", view);
  }

  /**
   * The alignment of a document.
   *
   * @param from position of the first section that is shown
   * @param notice what was refused and why; may be empty
   * @param realigned what has changed, in words, after it was aligned again; else empty
   */
  public record View(
      PageShell shell, LiveDocument document, int from, String notice, String realigned) {
    public TaggedText title() {
      return TaggedText.title(document, shell.t().lang());
    }

    /** Whether somebody has aligned it again, which can be undone. */
    public boolean wasRealigned() {
      return document.sections().stream()
          .flatMap(each -> each.history().stream())
          .anyMatch(
              event -> event instanceof LayoutEvent layout && layout.cause() == Cause.REALIGNMENT);
    }

    /** Sections whose link is doubtful, the most doubtful first. */
    public List<Section> doubtful() {
      return document.sections().stream()
          .map(TrackedSection::section)
          .filter(Section::isDoubtful)
          .sorted(Comparator.comparingDouble(section -> section.alignment().confidence()))
          .limit(MOST_DOUBTFUL)
          .toList();
    }

    /** The beginning of its original. */
    public TaggedText excerpt(Section section) {
      return new TaggedText(
          TaggedText.lang(document.original()),
          ShortText.of(AlignBead.text(section.original().getFirst()), EXCERPT));
    }

    /** The sections shown. */
    public List<AlignBead> beads() {
      return IntStream.range(from, end()).mapToObj(at -> new AlignBead(document, at)).toList();
    }

    private int end() {
      return Math.min(document.sections().size(), from + SIZE);
    }

    /** Ids and versions of those that can be confirmed, as the form sends them back. */
    public String unconfirmed() {
      return ExpectedVersions.format(
          document.sections().subList(from, end()).stream()
              .filter(each -> AlignBead.isPair(each.section()))
              .filter(each -> !AlignBead.isConfirmed(each.section()))
              .toList());
    }

    public Paging paging() {
      String href = SiteUrls.align(document.id()) + "?from=";
      int total = document.sections().size();
      return Paging.ofSections(shell.t(), from, total, SIZE, first -> href + first);
    }
  }
}
