package no.speil.web.cite;

import no.speil.web.page.PageUrl;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.DocumentRevision;
import no.speil.record.DocumentVersion;
import no.speil.web.http.QueryParams;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageShells;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow.Cell;
import no.speil.web.section.ViewMode;

/** Shows a document as it was when it was cited, section by section. */
public final class PinnedDocumentPage {
  private final SiteContext site;

  public PinnedDocumentPage(SiteContext site) {
    this.site = site;
  }

  /** Shows the version in the address, if it is one that the document has had and has no more. */
  public boolean show(Context context, LiveDocument document) {
    Optional<DocumentRevision> revision =
        DocumentVersion.parse(QueryParams.text(context, PinnedPage.VERSION))
            .filter(version -> !document.has(version))
            .flatMap(version -> site.library().ids().revision(document.id(), version));
    revision.ifPresent(found -> show(context, document, found));
    return revision.isPresent();
  }

  private void show(Context context, LiveDocument document, DocumentRevision revision) {
    Messages t = site.messages(context);
    List<SectionLayout> all = revision.sections();
    int from = QueryParams.number(context, "from", 0, 0, Math.max(0, all.size() - 1));
    int to = Math.min(all.size(), from + ReadingPosition.SIZE);
    var titles = new ArrayList<TaggedText>();
    Stream.of(titleFirst(t))
        .map(side -> title(document, revision, side))
        .filter(title -> !title.isEmpty())
        .forEach(titles::add);
    TaggedText title = titles.isEmpty() ? TaggedText.title(document, t.lang()) : titles.getFirst();
    site.show(
        context,
        "cite/pinnedDocument",
        new View(
            site.pageShells()
                .around(
                    context,
                    new PageShell.Place(
                        t.of("pinned.title", title.text()),
                        PageShells.here(context),
                        site.pageShells().permanent(context, SiteUrls.document(document.id())),
                        List.of(),
                        "")),
            view(all).code(),
            title,
            titles.size() < 2 ? TaggedText.NONE : titles.get(1),
            t.of("pinned.document.earlier", t.day(revision.since())),
            SiteUrls.document(document.id()),
            lost(t, revision),
            new Rows(t, document, revision, all.subList(from, to)).of(from),
            paging(t, context, document, from, all.size())));
  }

  private static Side[] titleFirst(Messages t) {
    return t.lang().equals("en")
        ? new Side[] {Side.TRANSLATION, Side.ORIGINAL}
        : new Side[] {Side.ORIGINAL, Side.TRANSLATION};
  }

  private static TaggedText title(LiveDocument document, DocumentRevision revision, Side side) {
    return revision.sections().stream()
        .filter(SectionLayout::isTitle)
        .flatMap(section -> revision.known(section.side(side)).stream())
        .map(words -> new TaggedText(lang(document, side), words.split("\n\n", 2)[0]))
        .findFirst()
        .orElse(TaggedText.NONE);
  }

  /** Both texts, or the one that there was. */
  private static ViewMode view(List<SectionLayout> sections) {
    boolean original = hasText(sections, Side.ORIGINAL);
    boolean translation = hasText(sections, Side.TRANSLATION);
    return original == translation ? ViewMode.SIDE : original ? ViewMode.NO : ViewMode.EN;
  }

  private static boolean hasText(List<SectionLayout> sections, Side side) {
    return sections.stream()
        .anyMatch(section -> !section.isTitle() && !section.side(side).isEmpty());
  }

  /** How many sections lack a wording, in words; empty for none. */
  private static String lost(Messages t, DocumentRevision revision) {
    long lost =
        revision.sections().stream()
            .filter(
                section ->
                    Stream.of(Side.values())
                        .map(section::side)
                        .anyMatch(run -> revision.known(run).size() < run.size()))
            .count();
    return lost == 0 ? "" : t.of("pinned.document.lost", lost);
  }

  private static String lang(LiveDocument document, Side side) {
    String now = TaggedText.lang(document.file(side));
    return now.isEmpty() ? (side == Side.ORIGINAL ? "no" : "en") : now;
  }

  private static Paging paging(
      Messages t, Context context, LiveDocument document, int from, int total) {
    PageUrl page =
        PageUrl.at(SiteUrls.document(document.id()))
            .with(PinnedPage.VERSION, QueryParams.text(context, PinnedPage.VERSION));
    return Paging.ofSections(
        t,
        from,
        total,
        ReadingPosition.SIZE,
        first -> page.with("from", first == 0 ? "" : first).href());
  }

  /** Renders sections of a version. */
  private final class Rows {
    private final Messages t;
    private final LiveDocument document;
    private final DocumentRevision revision;
    private final List<SectionLayout> shown;

    Rows(Messages t, LiveDocument document, DocumentRevision revision, List<SectionLayout> shown) {
      this.t = t;
      this.document = document;
      this.revision = revision;
      this.shown = shown.stream().filter(section -> !section.isTitle()).toList();
    }

    /**
     * @param from number of sections on the pages before
     */
    List<Row> of(int from) {
      List<Cell> originals = cells(Side.ORIGINAL, "archive");
      List<Cell> translations = cells(Side.TRANSLATION, "translations");
      var rows = new ArrayList<Row>();
      for (int i = 0; i < shown.size(); i++) {
        SectionLayout section = shown.get(i);
        rows.add(
            new Row(
                section.id().value(),
                Math.max(1, from) + i,
                isHeading(section) ? "heading" : "text",
                originals.get(i),
                translations.get(i)));
      }
      return rows;
    }

    private static boolean isHeading(SectionLayout section) {
      return Stream.concat(section.original().stream(), section.translation().stream())
          .anyMatch(block -> block.kind() == BlockKind.HEADING);
    }

    private List<Cell> cells(Side side, String root) {
      List<String> blocks =
          shown.stream().flatMap(section -> revision.known(section.side(side)).stream()).toList();
      var links = new DocumentLinkResolver(t, site.library(), document.id(), root);
      Iterator<String> html = site.renderer().renderBlocks(blocks, side, links).iterator();
      var levels = new HeadingLevels();
      return shown.stream().map(section -> cell(section, side, html, levels)).toList();
    }

    private Cell cell(
        SectionLayout section, Side side, Iterator<String> html, HeadingLevels levels) {
      List<BlockFingerprint> run = section.side(side);
      int known = revision.known(run).size();
      var text = new StringBuilder();
      for (int i = 0; i < known; i++) {
        text.append(levels.fit(html.next()));
      }
      String absence =
          run.isEmpty()
              ? t.of(side == Side.ORIGINAL ? "cell.no-original" : "cell.untranslated")
              : known < run.size() ? t.of("pinned.lost") : "";
      return new Cell(lang(document, side), text.toString(), absence, "");
    }
  }

  /**
   * A version of a document that is not today's.
   *
   * @param view side, or no or en where there was only one text
   * @param otherTitle may be empty
   * @param words since when it was like that
   * @param href of the document as it is today
   * @param lost how much is not known, in words; empty if everything is
   */
  public record View(
      PageShell shell,
      String view,
      TaggedText title,
      TaggedText otherTitle,
      String words,
      String href,
      String lost,
      List<Row> rows,
      Paging paging) {}

  /** A section as it was. */
  public record Row(String id, int number, String kind, Cell original, Cell translation) {}
}
