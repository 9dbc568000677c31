package no.speil.web.align;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.LayoutEvent;
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

/** Shows how the blocks of the two texts are linked, with buttons to correct it. */
public final class AlignPage {
  static final int SIZE = 100;
  private static final int MOST_DOUBTFUL = 50;
  private static final int EXCERPT = 80;
  private static final List<Integer> BOUNDS = List.of(95, 90, 80, 70, 50);

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
    show(context, document, from / SIZE * SIZE, "");
  }

  /** Shows it around a section for which something was refused. */
  void refuse(Context context, SectionId at, String notice) {
    refuse(context, site.library().ids().documentOf(at), at, notice);
  }

  /** The same, also where the section is no longer in the document. */
  void refuse(Context context, DocumentId id, SectionId at, String notice) {
    LiveDocument document = site.document(id);
    show(context, document, Math.max(0, document.number(at)) / SIZE * SIZE, notice);
  }

  /** Shows its beginning after something about the whole document was refused. */
  void refuse(Context context, DocumentId id, String notice) {
    show(context, site.document(id), 0, notice);
  }

  private void show(Context context, LiveDocument document, int from, String notice) {
    Messages t = site.messages(context);
    TaggedText title = TaggedText.title(document, t.lang());
    PageShell shell = site.pageShells().around(context, t.of("align.title.of", title.text()));
    int to = Math.min(document.sections().size(), from + SIZE);
    site.show(
        context,
        "align/align",
        new View(
            shell,
            title,
            SiteUrls.document(document.id()),
            notice,
            realignment(t, context, document),
            doubtful(t, document),
            IntStream.range(from, to).mapToObj(at -> new AlignBead(document, at)).toList(),
            confirmAll(document, from, to),
            paging(t, document, from, to)));
  }

  private static View.Realignment realignment(Messages t, Context context, LiveDocument document) {
    int changed = QueryParams.number(context, "changed", -1, 0, Integer.MAX_VALUE);
    int weighed = QueryParams.number(context, "weighed", 0, 0, Integer.MAX_VALUE);
    boolean isAsked =
        document.sections().stream()
            .flatMap(each -> each.history().stream())
            .anyMatch(event -> event instanceof LayoutEvent layout && layout.asked());
    return new View.Realignment(
        SiteUrls.document(document.id()) + "/align",
        changed < 0 ? "" : t.of("align.again.done", changed, weighed),
        isAsked);
  }

  private static List<View.DoubtfulLink> doubtful(Messages t, LiveDocument document) {
    return document.sections().stream()
        .map(TrackedSection::section)
        .filter(Section::isDoubtful)
        .sorted(Comparator.comparingDouble(section -> section.alignment().confidence()))
        .limit(MOST_DOUBTFUL)
        .map(
            section ->
                new View.DoubtfulLink(
                    SiteUrls.align(document.id(), section.id()),
                    t.of("align.percent", section.alignment().confidence()),
                    excerpt(document, section)))
        .toList();
  }

  private static TaggedText excerpt(LiveDocument document, Section section) {
    Block first = section.original().getFirst();
    return new TaggedText(
        TaggedText.lang(document.file(Side.ORIGINAL)),
        ShortText.of(AlignBead.text(first), EXCERPT));
  }

  private static View.ConfirmAll confirmAll(LiveDocument document, int from, int to) {
    List<TrackedSection> unconfirmed =
        document.sections().subList(from, to).stream()
            .filter(
                each -> AlignBead.isPair(each.section()) && !AlignBead.isConfirmed(each.section()))
            .toList();
    return new View.ConfirmAll(
        SiteUrls.document(document.id()) + "/link",
        ExpectedVersions.format(unconfirmed),
        document.version().toString(),
        BOUNDS);
  }

  private static Paging paging(Messages t, LiveDocument document, int from, int to) {
    int total = document.sections().size();
    String href = SiteUrls.align(document.id());
    return Paging.numbered(
        t.of("paging.sections", from + 1, to, total),
        from / SIZE + 1,
        (total + SIZE - 1) / SIZE,
        page -> href + "?from=" + (page - 1) * SIZE);
  }

  /**
   * The alignment of a document.
   *
   * @param href of the document's page
   * @param notice what was refused and why; may be empty
   * @param realignment the form that aligns the document again
   * @param doubtful links to doubtful sections, the most doubtful first
   * @param beads the sections shown
   * @param confirmAll the form that confirms many
   */
  public record View(
      PageShell shell,
      TaggedText title,
      String href,
      String notice,
      Realignment realignment,
      List<DoubtfulLink> doubtful,
      List<AlignBead> beads,
      ConfirmAll confirmAll,
      Paging paging) {
    public View {
      doubtful = List.copyOf(doubtful);
      beads = List.copyOf(beads);
    }

    /**
     * The form that aligns the document again.
     *
     * @param done the result in words, after it was sent; else empty
     * @param undo whether it can be undone
     */
    public record Realignment(String action, String done, boolean undo) {}

    /** A link to a doubtful section. */
    public record DoubtfulLink(String href, String confidence, TaggedText text) {}

    /**
     * The form that confirms links.
     *
     * @param sections ids and versions on this page, as the form sends them back; may be empty
     * @param edition version of the whole document
     * @param bounds of confidence to choose from, in percent
     */
    public record ConfirmAll(
        String action, String sections, String edition, List<Integer> bounds) {}
  }
}
