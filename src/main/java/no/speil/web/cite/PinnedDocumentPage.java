package no.speil.web.cite;

import io.javalin.http.Context;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.record.DocumentRevision;
import no.speil.record.DocumentVersion;
import no.speil.web.http.QueryParams;
import no.speil.web.page.DocumentLinkResolver;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow.Cell;

/** A document as it was when it was cited, section by section. */
public record PinnedDocumentPage(
    SiteContext site, Context context, LiveDocument document, DocumentRevision revision) {

  /** The version in the address, if it is one that the document has had and has no more. */
  public static Optional<PinnedDocumentPage> of(
      SiteContext site, Context context, LiveDocument document) {
    return DocumentVersion.parse(QueryParams.text(context, PinnedPage.VERSION))
        .filter(version -> !document.has(version))
        .flatMap(version -> site.library().ids().revision(document.id(), version))
        .map(revision -> new PinnedDocumentPage(site, context, document, revision));
  }

  public PageShell shell() {
    String title = t().of("pinned.title", titles().getFirst().text());
    return site.ofVersion(context, title, SiteUrls.document(document.id()));
  }

  private Messages t() {
    return site.messages(context);
  }

  /** Position of the first section shown. */
  private int from() {
    int last = Math.max(0, revision.sections().size() - 1);
    return QueryParams.number(context, "from", 0, 0, last);
  }

  /** In one language or both, that of the page first. */
  public List<TaggedText> titles() {
    Side first = TaggedText.side(t());
    List<TaggedText> titles =
        Stream.of(first, first.other()).flatMap(side -> title(side).stream()).toList();
    return titles.isEmpty() ? List.of(TaggedText.title(document, t().lang())) : titles;
  }

  private Optional<TaggedText> title(Side side) {
    return revision.sections().stream()
        .filter(SectionLayout::isTitle)
        .flatMap(section -> revision.known(section.side(side)).stream())
        .map(words -> words.split("\n\n", 2)[0])
        .filter(words -> !words.isEmpty())
        .map(words -> new TaggedText(lang(side), words))
        .findFirst();
  }

  private String lang(Side side) {
    String now = TaggedText.lang(document.file(side));
    return now.isEmpty() ? QueryParams.lang(side) : now;
  }

  public Paging paging() {
    String version = QueryParams.text(context, PinnedPage.VERSION);
    PageUrl page = PageUrl.at(SiteUrls.document(document.id())).with(PinnedPage.VERSION, version);
    return Paging.ofSections(
        t(),
        from(),
        revision.sections().size(),
        ReadingPosition.SIZE,
        first -> page.with("from", first == 0 ? "" : first).href());
  }

  public List<Row> rows() {
    int from = from();
    List<SectionLayout> shown =
        revision.sections().stream()
            .skip(from)
            .limit(ReadingPosition.SIZE)
            .filter(section -> !section.isTitle())
            .toList();
    List<Cell> originals = cells(shown, Side.ORIGINAL, "archive");
    List<Cell> translations = cells(shown, Side.TRANSLATION, "translations");
    return IntStream.range(0, shown.size())
        .mapToObj(
            i ->
                new Row(shown.get(i), Math.max(1, from) + i, originals.get(i), translations.get(i)))
        .toList();
  }

  private List<Cell> cells(List<SectionLayout> shown, Side side, String root) {
    List<String> blocks =
        shown.stream().flatMap(section -> revision.known(section.side(side)).stream()).toList();
    var links = new DocumentLinkResolver(t(), site.library(), document.id(), root);
    Iterator<String> html = site.renderer().renderBlocks(blocks, side, links).iterator();
    var levels = new HeadingLevels();
    return shown.stream().map(section -> cell(section, side, html, levels)).toList();
  }

  private Cell cell(SectionLayout section, Side side, Iterator<String> html, HeadingLevels levels) {
    List<BlockFingerprint> run = section.side(side);
    int known = revision.known(run).size();
    var text = new StringBuilder();
    for (int i = 0; i < known; i++) {
      text.append(levels.fit(html.next()));
    }
    String absence =
        run.isEmpty()
            ? side == Side.ORIGINAL ? "cell.no-original" : "cell.untranslated"
            : known < run.size() ? "pinned.lost" : "";
    return new Cell(lang(side), text.toString(), absence.isEmpty() ? "" : t().of(absence), "");
  }

  /** A section as it was. */
  public record Row(SectionLayout section, int number, Cell original, Cell translation) {}
}
