package no.speil.search.excerpt;

import java.io.IOException;
import no.speil.search.Excerpt;
import no.speil.search.FoundSection;
import no.speil.search.FoundSection.Texts;
import no.speil.search.Hit;
import no.speil.search.Hit.Pair;
import no.speil.search.Hit.Rank;
import no.speil.search.entry.Column;
import no.speil.search.entry.StoredSections;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Reads sections that were found, with what was looked for marked in them. */
public final class Hits {
  private final StoredSections stored;
  private final Snippets snippets;

  public Hits(StoredFields stored, Snippets snippets) {
    this.stored = new StoredSections(stored);
    this.snippets = snippets;
  }

  public Hit read(int number, Query marks, Rank rank) throws IOException {
    FoundSection found = stored.read(number);
    Texts texts = found.texts();
    return new Hit(
        found.section(),
        found.work(),
        new Pair(
            texts.heading(),
            excerpt(Column.ORIGINAL, texts.original(), marks),
            excerpt(Column.TRANSLATION, texts.translation(), marks)),
        found.status(),
        rank);
  }

  private @Nullable Excerpt excerpt(Column column, @Nullable String text, Query marks) {
    return text == null ? null : snippets.excerpt(column, text, marks);
  }
}
