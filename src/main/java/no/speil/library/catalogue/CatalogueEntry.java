package no.speil.library.catalogue;

import java.util.Comparator;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.text.Alphabet;
import no.speil.status.Progress;

/**
 * What is kept in memory of a document, for lists.
 *
 * @param titleOriginal empty where there is no original
 * @param titleTranslation empty where there is no translation
 * @param sections how many it has, the title among them
 * @param problems how many were found in its files
 * @param changedMillis when one of its files was last changed, milliseconds since 1970
 */
public record CatalogueEntry(
    DocumentId id,
    String titleOriginal,
    String titleTranslation,
    Language language,
    Details details,
    int sections,
    int problems,
    long changedMillis,
    Progress progress) {
  /** First those whose files were changed last. */
  static final Comparator<CatalogueEntry> NEWEST_FIRST =
      Comparator.comparingLong(CatalogueEntry::changedMillis)
          .reversed()
          .thenComparing(CatalogueEntry::id);

  /**
   * What its front matter says, for those who look for it.
   *
   * @param date a year, a month or a day; may be empty, or something else that somebody wrote
   * @param weight its place in its folder, the smallest first; 0 where none is said
   * @param host of the site that holds the original, where this archive does not; else empty
   * @param licences the addresses of the licences of its texts
   */
  public record Details(
      String date,
      int weight,
      String kind,
      String publisher,
      String host,
      List<String> authors,
      List<String> subjects,
      List<String> licences) {
    /** Keeps once what many documents share. */
    public Details {
      date = date.intern();
      kind = kind.intern();
      publisher = publisher.intern();
      host = host.intern();
      authors = authors.stream().map(String::intern).toList();
      subjects = subjects.stream().map(String::intern).toList();
      licences = licences.stream().map(String::intern).toList();
    }
  }

  /** By the places that their front matter gives them, then by their dates; the others last. */
  static final Comparator<CatalogueEntry> IN_FOLDER =
      Comparator.<CatalogueEntry, Boolean>comparing(entry -> entry.details.weight() == 0)
          .thenComparingInt(entry -> entry.details.weight())
          .thenComparing(entry -> entry.day().isEmpty())
          .thenComparing(CatalogueEntry::day)
          .thenComparing(CatalogueEntry::id);

  public String date() {
    return details.date();
  }

  public String kind() {
    return details.kind();
  }

  /** The title in the language of that alphabet, or in the other where there is none. */
  public String title(Alphabet alphabet) {
    String own = alphabet == Alphabet.ENGLISH ? titleTranslation : titleOriginal;
    String other = alphabet == Alphabet.ENGLISH ? titleOriginal : titleTranslation;
    return own.isEmpty() ? other : own;
  }

  /** The year of its date; empty where it has none. */
  String year() {
    return isDate() ? date().substring(0, 4) : "";
  }

  /** Its date, by which it is sorted; empty where it has none. */
  String day() {
    return isDate() ? date() : "";
  }

  /** Looks no further than the year, since lists are sorted by this. */
  private boolean isDate() {
    int length = date().length();
    if (length != 4 && ((length != 7 && length != 10) || date().charAt(4) != '-')) {
      return false;
    }
    for (int at = 0; at < 4; at++) {
      if (date().charAt(at) < '0' || date().charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
