package no.speil.web.cite;

import no.speil.corpus.PersonName;
import no.speil.exchange.cite.Citation;
import no.speil.web.section.ViewMode;

/**
 * A document's metadata in the head of its page: Highwire names (for Google Scholar and reference
 * managers), Dublin Core (DCMI's HTML form), Open Graph (for previews) and JSON-LD.
 */
public final class EmbeddedMetadata {
  private EmbeddedMetadata() {}

  /** The text that a layout of the page shows; of two texts the cited one. */
  public static Citation.Voice shown(Citation citation, ViewMode view) {
    boolean isOriginal = view == ViewMode.NO && !citation.original().isEmpty();
    return isOriginal ? citation.original() : citation.cited();
  }

  /**
   * The name as reference managers divide it rightly. Zotero divides a name without a comma before
   * its last word, so that of an organisation ends with one, which it takes off.
   */
  public static String undivided(PersonName author) {
    boolean hasWords = author.given().isEmpty() && author.family().contains(" ");
    return hasWords && !author.family().contains(",") ? author.family() + "," : author.inverted();
  }

  /** Open Graph wants a locale with a country. */
  public static String locale(String lang) {
    return switch (lang) {
      case "nb", "no" -> "nb_NO";
      case "nn" -> "nn_NO";
      case "en" -> "en_GB";
      default -> lang.replace('-', '_');
    };
  }
}
