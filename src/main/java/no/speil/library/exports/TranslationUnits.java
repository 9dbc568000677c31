package no.speil.library.exports;

import java.util.Iterator;
import java.util.function.Function;
import no.speil.corpus.SectionId;
import no.speil.exchange.TranslationUnit;
import no.speil.search.StoredSection;
import org.jspecify.annotations.Nullable;

/**
 * Turns matching sections into translation units for export.
 *
 * @param page address of a section
 */
public record TranslationUnits(Function<SectionId, String> page) {
  /** Converts lazily. */
  public Iterator<TranslationUnit> of(Iterator<StoredSection> found) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public TranslationUnit next() {
        return of(found.next());
      }
    };
  }

  private TranslationUnit of(StoredSection found) {
    SectionId id = found.section();
    return new TranslationUnit(
        found.documentRef(),
        id,
        text(found.documentRef().language().tag(), found.texts().original(), id, "no"),
        text("en", found.texts().translation(), id, "en"),
        found.status());
  }

  private TranslationUnit.Text text(
      String lang, @Nullable String words, SectionId id, String view) {
    return new TranslationUnit.Text(
        lang, words == null ? "" : words, page.apply(id) + "?view=" + view);
  }
}
