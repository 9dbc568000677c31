package no.speil.search;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;

/** The document that a hit is from. */
public record DocumentRef(
    DocumentId document, DocumentTitles titles, Byline byline, Language language) {

  public String date() {
    return byline.date();
  }

  /**
   * What is said about a document below its title.
   *
   * @param authors as the original names them
   * @param translatedAuthors as the translation names them
   * @param date {@code 2015}, {@code 2015-08} or {@code 2015-08-24}; empty if unknown
   * @param source address of an original that is held elsewhere; else empty
   */
  public record Byline(
      List<String> authors, List<String> translatedAuthors, String date, String source) {}
}
