package no.speil.search.highlight;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.speil.search.Hit.Reason;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * The terms to highlight in hits.
 *
 * @param query all of them
 * @param typed by side and term, the word of the search that it stands for
 */
public record HighlightQuery(Query query, Map<FieldGroup, Map<String, Typed>> typed) {
  public static final HighlightQuery NOTHING =
      new HighlightQuery(new MatchNoDocsQuery("nothing to highlight"), Map.of());
  private static final int LONGEST_ENDING = 4;

  /** A word of the search, in lower case, and whether a term stands for it as a translation. */
  record Typed(String word, boolean isTranslation) {
    private Reason.Kind kind(String term, String found) {
      if (isTranslation || found.equals(word)) {
        return isTranslation ? Reason.Kind.TRANSLATION : Reason.Kind.TYPED;
      }
      boolean isPart = found.contains(term) && !found.startsWith(term);
      return isPart || found.length() > word.length() + LONGEST_ENDING
          ? Reason.Kind.PART
          : Reason.Kind.FORM;
    }
  }

  /**
   * A query with translations.
   *
   * @param words the words of the search themselves
   * @param typed by typed word, what is searched for it
   */
  public static HighlightQuery of(Query query, Query words, Map<String, Query> typed) {
    Set<Term> own = terms(words);
    var all = new EnumMap<FieldGroup, Map<String, Typed>>(FieldGroup.class);
    typed.forEach(
        (word, its) -> {
          for (Term term : terms(its)) {
            for (FieldGroup side : FieldGroup.BOTH) {
              if (List.of(side.stem(), side.folded(), side.exact()).contains(term.field())) {
                all.computeIfAbsent(side, s -> new HashMap<>())
                    .putIfAbsent(term.text(), new Typed(word, !own.contains(term)));
              }
            }
          }
        });
    return new HighlightQuery(query, all);
  }

  /** Whether a term on that side is a translation of a word of the search. */
  boolean isTranslation(FieldGroup side, String term) {
    return typed(side, term).filter(Typed::isTranslation).isPresent();
  }

  private Optional<Typed> typed(FieldGroup side, String term) {
    return Optional.ofNullable(typed.getOrDefault(side, Map.of()).get(term));
  }

  /** Why a section is found by a word of it, which is in lower case; empty if nobody typed it. */
  Optional<Reason> reason(FieldGroup side, String term, String found) {
    return typed(side, term).map(its -> new Reason(its.kind(term, found), its.word(), found));
  }

  private static Set<Term> terms(Query query) {
    var terms = new HashSet<Term>();
    query.visit(QueryVisitor.termCollector(terms));
    return terms;
  }
}
