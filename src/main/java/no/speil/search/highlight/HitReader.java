package no.speil.search.highlight;

import java.io.IOException;
import no.speil.search.Excerpt;
import no.speil.search.Hit;
import no.speil.search.Hit.Pair;
import no.speil.search.Hit.Rank;
import no.speil.search.StoredSection;
import no.speil.search.StoredSection.Texts;
import no.speil.search.schema.FieldGroup;
import no.speil.search.schema.StoredSectionReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Reads hits from the index, with their matches highlighted. */
public final class HitReader {
  private final StoredSectionReader stored;
  private final SnippetHighlighter snippets;

  public HitReader(StoredFields stored, SnippetHighlighter snippets) {
    this.stored = new StoredSectionReader(stored);
    this.snippets = snippets;
  }

  public Hit read(int number, Query highlight, Rank rank) throws IOException {
    StoredSection found = stored.read(number);
    Texts texts = found.texts();
    return new Hit(
        found.section(),
        found.documentRef(),
        new Pair(
            texts.heading(),
            excerpt(FieldGroup.ORIGINAL, texts.original(), highlight),
            excerpt(FieldGroup.TRANSLATION, texts.translation(), highlight)),
        found.status(),
        rank);
  }

  private @Nullable Excerpt excerpt(FieldGroup fieldGroup, @Nullable String text, Query highlight) {
    return text == null ? null : snippets.excerpt(fieldGroup, text, highlight);
  }
}
