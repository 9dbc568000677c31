package no.speil.web.searching;

import java.util.Iterator;
import no.speil.corpus.SectionId;
import no.speil.exchange.Pair;
import no.speil.search.FoundSection;
import no.speil.web.answer.Addresses;
import no.speil.web.rows.View;
import org.jspecify.annotations.Nullable;

/**
 * Makes sections that were found into what leaves the archive, with addresses below one base.
 *
 * @param base where the archive is served, without a slash at its end
 */
public record Pairs(String base) {
  /** One after another, each when it is asked for. */
  public Iterator<Pair> of(Iterator<FoundSection> found) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public Pair next() {
        return of(found.next());
      }
    };
  }

  private Pair of(FoundSection found) {
    SectionId id = found.section();
    return new Pair(
        found.work(),
        id,
        text(found.work().language().tag(), found.texts().original(), id, View.NO),
        text("en", found.texts().translation(), id, View.EN),
        found.status());
  }

  private Pair.Text text(String lang, @Nullable String words, SectionId id, View view) {
    String address = base + Addresses.section(id) + "?view=" + view.code();
    return new Pair.Text(lang, words == null ? "" : words, address);
  }
}
