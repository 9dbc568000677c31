package no.speil.web.search;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Freshness;
import no.speil.corpus.Metadata;
import no.speil.corpus.PersonName;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.exchange.epub.EpubBook;
import no.speil.exchange.epub.EpubBook.Words;
import no.speil.exchange.epub.EpubWriter;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.messages.Messages;
import no.speil.web.http.ResponseCaching;
import no.speil.web.page.Download;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.ReadingPosition;
import no.speil.web.section.SectionRow;
import no.speil.web.section.SectionRows;

/**
 * A document as a book in one language or both, to be read without the server.
 *
 * @param chosen the sides to be read
 */
public record DocumentEpub(
    SiteContext site, Context context, LiveDocument document, List<Side> chosen) {
  /** Sends it as a file of that name, once it is made. */
  void send(String file) {
    Words contents = new Words(t().lang(), t().of("epub.contents"));
    List<Metadata> told = document.files().map(each -> each.text().metadata()).toList();
    var credits = new EpubBook.Credits(authors(), translators(), told);
    send(site, context, file, new EpubBook(identity(), credits, contents, List.of(part(0))));
  }

  static void send(SiteContext site, Context context, String file, EpubBook book) {
    var resources = new EpubFiles(site, context);
    context.contentType(EpubWriter.MEDIA_TYPE);
    context.res().setCharacterEncoding(null); // a container has none
    ResponseCaching.varyByVisitor(context);
    Download.name(context, file);
    Download.send(context, out -> new EpubWriter(book, resources, out).write());
  }

  /**
   * The document as a part of a book.
   *
   * @param level of its headings below its title
   */
  EpubBook.Part part(int level) {
    return new EpubBook.Part(
        titles(),
        chosen.stream().map(this::lang).filter(lang -> !lang.isEmpty()).distinct().toList(),
        site.pages().xml("epub/titlePage", this),
        level,
        chapters());
  }

  private EpubBook.Identity identity() {
    String version = SiteUrls.version(document.id(), document.version().toString());
    return new EpubBook.Identity(site.permanent(context, version), titles(), modified());
  }

  /** Of the chosen sides; of the other where they have none. */
  private List<Words> titles() {
    List<Words> titles = titles(sides());
    return titles.isEmpty() ? titles(Stream.of(Side.values())) : titles;
  }

  private List<Words> titles(Stream<Side> sides) {
    return sides
        .map(side -> new Words(lang(side), document.title(side)))
        .filter(title -> !title.text().isEmpty())
        .distinct()
        .toList();
  }

  private Instant modified() {
    return site.catalogue()
        .summary(document.id())
        .map(summary -> summary.entry().changedMillis())
        .map(Instant::ofEpochMilli)
        .orElseGet(site.clock()::instant);
  }

  /** As a chosen side names them. */
  public List<PersonName> authors() {
    return sides()
        .flatMap(side -> Stream.ofNullable(document.file(side)))
        .map(sideFile -> sideFile.text().metadata().credits().authorNames())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Of the translation. */
  public List<PersonName> translators() {
    SideFile translation = document.translation();
    return translation == null
        ? List.of()
        : translation.text().metadata().credits().translatorNames();
  }

  private List<EpubBook.Chapter> chapters() {
    var levels = new HeadingLevels();
    List<EpubBook.Pair> pairs =
        SectionRows.all(site, t(), document).stream().map(row -> pair(row, levels)).toList();
    int size = ReadingPosition.SIZE;
    return IntStream.iterate(0, from -> from < pairs.size(), from -> from + size)
        .mapToObj(from -> pairs.subList(from, Math.min(pairs.size(), from + size)))
        .map(EpubBook.Chapter::new)
        .toList();
  }

  private EpubBook.Pair pair(SectionRow row, HeadingLevels levels) {
    Section section = row.section().section();
    int written = DocumentParts.level(section);
    return new EpubBook.Pair(
        section.id().value(),
        row.number(),
        written == 0 ? 0 : levels.next(written) - 1,
        written == 0 ? new Words("", "") : heading(section),
        text(Side.ORIGINAL, row.original()),
        text(Side.TRANSLATION, row.translation()),
        new Words(t().lang(), note(row)));
  }

  private EpubBook.Text text(Side side, SectionRow.Cell cell) {
    return new EpubBook.Text(cell.lang(), chosen.contains(side) ? cell.html() : "");
  }

  private Words heading(Section section) {
    TaggedText heading = TaggedText.beginning(document, section, TaggedText.side(t()));
    return new Words(heading.lang(), heading.text());
  }

  private String note(SectionRow row) {
    if (row.translation().html().isEmpty()) {
      return chosen.contains(Side.TRANSLATION) ? row.translation().absence() : "";
    }
    if (row.original().html().isEmpty()) {
      return document.originalElsewhere() ? "" : row.original().absence();
    }
    boolean isStale = row.section().sectionStatus().freshness() == Freshness.STALE;
    return isStale ? t().of("freshness.stale") : "";
  }

  private Stream<Side> sides() {
    Side first = TaggedText.side(t());
    return Stream.of(first, first.other()).filter(chosen::contains);
  }

  private Messages t() {
    return site.messages(context);
  }

  private String lang(Side side) {
    return TaggedText.lang(document.file(side));
  }
}
