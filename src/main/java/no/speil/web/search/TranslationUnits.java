package no.speil.web.search;

import java.util.Iterator;
import no.speil.corpus.SectionId;
import no.speil.exchange.TranslationUnit;
import no.speil.search.StoredSection;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.ViewMode;
import org.jspecify.annotations.Nullable;

/**
 * Turns matching sections into translation units for export.
 *
 * @param base where the archive is served, without a slash at its end
 */
public record TranslationUnits(String base) {
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
        text(found.documentRef().language().tag(), found.texts().original(), id, ViewMode.NO),
        text("en", found.texts().translation(), id, ViewMode.EN),
        found.status());
  }

  private TranslationUnit.Text text(
      String lang, @Nullable String words, SectionId id, ViewMode view) {
    String address = base + SiteUrls.section(id) + "?view=" + view.code();
    return new TranslationUnit.Text(lang, words == null ? "" : words, address);
  }
}
