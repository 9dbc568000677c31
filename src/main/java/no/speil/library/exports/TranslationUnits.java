package no.speil.library.exports;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;
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
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(found, 0), false)
        .map(this::of)
        .iterator();
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
