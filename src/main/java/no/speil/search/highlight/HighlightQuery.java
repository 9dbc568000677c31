package no.speil.search.highlight;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * The terms to highlight in hits.
 *
 * @param query all of them
 * @param translations by side, those that are not the words of the search but translations of them
 */
public record HighlightQuery(Query query, Map<FieldGroup, Set<String>> translations) {

  /** A query whose terms are all words of the search. */
  public static HighlightQuery of(Query query) {
    return new HighlightQuery(query, Map.of());
  }

  /**
   * A query with translations.
   *
   * @param words the words of the search themselves
   */
  public static HighlightQuery of(Query query, Query words) {
    Set<Term> own = terms(words);
    var translations = new EnumMap<FieldGroup, Set<String>>(FieldGroup.class);
    for (Term term : terms(query)) {
      if (!own.contains(term)) {
        for (FieldGroup side : FieldGroup.BOTH) {
          if (List.of(side.stem(), side.folded(), side.exact()).contains(term.field())) {
            translations.computeIfAbsent(side, s -> new HashSet<>()).add(term.text());
          }
        }
      }
    }
    return new HighlightQuery(query, translations);
  }

  /** Whether a term on that side is a translation of a word of the search. */
  boolean isTranslation(FieldGroup side, String term) {
    return translations.getOrDefault(side, Set.of()).contains(term);
  }

  private static Set<Term> terms(Query query) {
    var terms = new HashSet<Term>();
    query.visit(QueryVisitor.termCollector(terms));
    return terms;
  }
}
