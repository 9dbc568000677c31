package no.speil.exchange.epub;

import java.util.List;
import no.speil.exchange.epub.EpubBook.Pair;
import no.speil.exchange.epub.EpubBook.Words;

/** A page of a book. */
public sealed interface EpubPage {
  /** In the language of the page. */
  Words title();

  /**
   * The first page of a text.
   *
   * @param below HTML of what stands below the titles
   */
  record Title(List<Words> titles, String below, XhtmlWriter xhtml) implements EpubPage {
    @Override
    public Words title() {
      return titles.getFirst();
    }
  }

  /** Sections of a text. */
  record Pairs(Words title, List<Pair> pairs, XhtmlWriter xhtml) implements EpubPage {}

  /** The table of contents. */
  record Contents(Words title, List<Entry> entries) implements EpubPage {}

  /**
   * A line of the table of contents.
   *
   * @param below the lines of a deeper level that follow
   */
  record Entry(String href, Words words, List<Entry> below) {}
}
