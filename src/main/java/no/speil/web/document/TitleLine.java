package no.speil.web.document;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Language;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.messages.Messages;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;

/**
 * A document in a list of titles.
 *
 * @param title in the language of the page, if there is one
 * @param other the title of the original, if another is shown
 * @param date in words; may be empty
 * @param facts who published it and what kind it is; may be empty
 * @param issues what sets its translation back, in words; may be empty
 */
public record TitleLine(
    String href,
    TaggedText title,
    TaggedText other,
    String date,
    List<String> facts,
    List<String> issues) {
  /** Lines with titles and full dates only. */
  public static List<TitleLine> brief(Messages t, List<CatalogueEntry> entries) {
    return entries.stream()
        .map(entry -> line(t, entry, t.date(entry.date()), List.of(), List.of()))
        .toList();
  }

  /** Lines with titles and paths. */
  public static List<TitleLine> byPath(Messages t, List<CatalogueEntry> entries) {
    return entries.stream()
        .map(entry -> line(t, entry, "", List.of(entry.id().value()), List.of()))
        .toList();
  }

  /**
   * Lines with all that helps to choose.
   *
   * @param browse which tells texts apart that have the same title
   * @param dated whether a heading above them says the year
   */
  public static List<TitleLine> of(
      Messages t, BrowseIndex browse, List<CatalogueEntry> entries, boolean dated) {
    return entries.stream()
        .map(
            entry ->
                line(
                    t,
                    entry,
                    dated ? t.dateInYear(entry.date()) : t.date(entry.date()),
                    facts(t, browse, entry),
                    issues(t, entry)))
        .toList();
  }

  private static TitleLine line(
      Messages t, CatalogueEntry entry, String date, List<String> facts, List<String> issues) {
    TaggedText title = TaggedText.title(entry, t.lang());
    TaggedText original = TaggedText.original(entry);
    return new TitleLine(
        SiteUrls.document(entry.id()),
        title,
        original.text().equals(title.text()) ? TaggedText.NONE : original,
        date,
        facts,
        issues);
  }

  private static List<String> facts(Messages t, BrowseIndex browse, CatalogueEntry entry) {
    CatalogueEntry.Details details = entry.details();
    return Stream.of(
            browse.sharesTitle(entry, Alphabet.of(t.lang())) ? entry.id().value() : "",
            details.publisher().isEmpty()
                ? AuthorNames.in(t, details.authors())
                : details.publisher(),
            KindLabels.of(t, details.kind()),
            entry.language().equals(Language.NYNORSK) ? t.of("language.nn") : "",
            details.host().isEmpty() ? "" : t.of("browse.elsewhere", details.host()))
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private static List<String> issues(Messages t, CatalogueEntry entry) {
    long missing = entry.progress().untranslated().sections();
    return Stream.of(
            missing == 0 ? "" : t.of("browse.untranslated", missing),
            entry.progress().stale().sections() == 0 ? "" : t.of("browse.stale"))
        .filter(issue -> !issue.isEmpty())
        .toList();
  }
}
