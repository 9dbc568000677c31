package no.speil.web.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.speil.archive.AttachedFile;
import no.speil.archive.AttachedFile.Kind;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Metadata.Attachment;
import no.speil.corpus.text.PageMark;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.KeptPage;
import no.speil.library.catalogue.Attachments.Found;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.render.LinkResolver;
import no.speil.messages.Messages;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.SiteContext;
import no.speil.web.page.TaggedText;
import no.speil.web.section.HeadingLevels;
import no.speil.web.section.SectionRow;
import org.jspecify.annotations.Nullable;

/**
 * The files that show how a text looked where it comes from. Pictures are its pages, in their
 * order.
 */
public record Evidence(SiteContext site, Messages t, LiveDocument document) {
  /** Links stay, and no picture is fetched from anywhere. */
  private static final LinkResolver LINKS =
      (address, picture) -> picture ? "" : OriginalSource.web(address);

  /**
   * A page of the original, with those after it of which the text does not say where they begin,
   * and the sections on it.
   *
   * @param page 0 where there are no pictures
   * @param others pages of the web, and PDFs where there are no pictures
   * @param links to PDFs where there are
   */
  public record Sheet(
      int page, List<Found> pages, List<Found> others, List<Found> links, List<SectionRow> rows) {}

  public boolean isEmpty() {
    return document.attachments().isEmpty();
  }

  /** How many pictures of pages there are. */
  public int pages() {
    return (int) document.attachments().stream().filter(told -> Kind.IMAGE.is(told.file())).count();
  }

  /** What they are called where they are linked to; empty where there are none. */
  public TaggedText name() {
    String title = isEmpty() ? "" : document.attachments().getFirst().title();
    String lang = title.isEmpty() ? "" : TaggedText.lang(document.original());
    String named = title.isEmpty() ? t.of("evidence.original") : title;
    return isEmpty()
        ? TaggedText.NONE
        : new TaggedText(lang, t.of("evidence.named", named, pages()));
  }

  /**
   * The rows of a page of sections, parted where pages of the original begin.
   *
   * @param from position of the first row among all sections
   */
  public List<Sheet> sheets(int from, List<SectionRow> rows) {
    var pages = new ArrayList<Found>();
    var others = new ArrayList<Found>();
    var links = new ArrayList<Found>();
    int images = pages();
    for (Attachment told : document.attachments()) {
      Found found = site.library().links().attachments().find(document.id(), told);
      boolean isLink = images > 0 && found.file() != null && Kind.PDF.is(told.file());
      List<Found> into = Kind.IMAGE.is(told.file()) ? pages : isLink ? links : others;
      into.add(found);
    }
    List<Map.Entry<Integer, Integer>> begins = List.copyOf(begins(images).entrySet());
    var sheets = new ArrayList<Sheet>();
    for (int i = 0; i + 1 < begins.size(); i++) {
      int page = begins.get(i).getValue();
      int first = Math.max(begins.get(i).getKey() - from, 0);
      int end = Math.min(begins.get(i + 1).getKey() - from, rows.size());
      if (first < end) {
        sheets.add(
            new Sheet(
                pages.isEmpty() ? 0 : page,
                pages.subList(page - 1, begins.get(i + 1).getValue() - 1),
                sheets.isEmpty() ? others : List.of(),
                links,
                rows.subList(first, end)));
      }
    }
    return sheets;
  }

  /**
   * Pages by the position of the section that each begins in, with one after the last; none goes
   * back.
   */
  private Map<Integer, Integer> begins(int images) {
    var begins = new TreeMap<>(Map.of(0, 1));
    for (int i = 0; i < document.sections().size(); i++) {
      for (Block block : document.sections().get(i).section().original()) {
        for (int page : PageMark.pages(block.kind() == BlockKind.CODE ? "" : block.markdown())) {
          if (page > begins.lastEntry().getValue() && page <= images) {
            begins.put(i, page);
          }
        }
      }
    }
    begins.put(document.sections().size(), images + 1);
    return begins;
  }

  /** The page of the web that a file holds; null where it holds none that can be read. */
  public @Nullable KeptPage kept(@Nullable AttachedFile file) {
    if (file == null || !file.kind().isFetched()) {
      return null;
    }
    try (InputStream in = AttachedFile.open(file.file(), 0)) {
      return KeptPage.read(in);
    } catch (IOException | ConversionRefusedException e) {
      return null; // which the page says
    }
  }

  /** Its text; empty if it has none that can be read. */
  public String html(KeptPage page) {
    try {
      return new HeadingLevels().fit(site.renderer().renderFragment(page.text().markdown(), LINKS));
    } catch (ConversionRefusedException e) {
      return ""; // which the page says
    }
  }

  /** Kind and size. */
  public String label(AttachedFile file) {
    double size = file.stamp().size() / 1000.0;
    String unit = size < 100 ? "evidence.kilobytes" : "evidence.megabytes";
    return t.of(unit, file.kind().name(), size < 100 ? size : size / 1000);
  }
}
