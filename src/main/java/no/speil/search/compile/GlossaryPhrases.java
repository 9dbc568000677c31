package no.speil.search.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.lexicon.WordTable;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;

/**
 * Finds the phrases of the glossary in a query, in either language and any inflection. Immutable
 * and thread-safe.
 */
public final class GlossaryPhrases {
  public static final String COMPILED = "phrases.compiled";

  private final FieldTerms terms;

  /** The translations of phrases, each written as its side and the stems of its words. */
  private final WordTable translations;

  /** The words of the longest phrase. */
  private final int longest;

  private GlossaryPhrases(FieldTerms terms, WordTable translations) {
    this.terms = terms;
    this.translations = translations;
    this.longest =
        translations.rows("").mapToInt(row -> row.getFirst().split(" ").length - 1).max().orElse(0);
  }

  public static GlossaryPhrases of(FieldTerms terms, List<GlossaryPhrase> phrases) {
    var all = new HashMap<String, Set<String>>();
    for (GlossaryPhrase each : phrases) {
      for (FieldGroup group : FieldGroup.BOTH) {
        boolean isNorwegian = group == FieldGroup.ORIGINAL;
        List<String> stems = stems(terms, group, isNorwegian ? each.norwegian() : each.english());
        if (!stems.isEmpty()) {
          all.computeIfAbsent(key(group, stems), k -> new LinkedHashSet<>())
              .add(isNorwegian ? each.english() : each.norwegian());
        }
      }
    }
    return new GlossaryPhrases(terms, WordTable.of(WordTable.rows("", all)));
  }

  /** The phrases of the dictionary, as they were compiled if they still are those. */
  static GlossaryPhrases ofDictionary(FieldTerms terms) {
    return WordTable.compiled(GlossaryPhrases.class, COMPILED, BuiltInDictionary.hash())
        .map(table -> new GlossaryPhrases(terms, table))
        .orElseGet(() -> of(terms, BuiltInDictionary.get().phrases()));
  }

  /** The bytes of the resource that {@link #ofDictionary} reads. */
  public byte[] compile() {
    return translations.compile(BuiltInDictionary.hash());
  }

  /**
   * A phrase of the query.
   *
   * @param start index of its first word
   * @param end index after its last word
   * @param group the side that its translation is on
   * @param other its translation
   */
  record Found(int start, int end, FieldGroup group, String other) {}

  /** The phrases in the order in which they begin, the shorter first. */
  List<Found> in(List<String> words) {
    var found = new ArrayList<Found>();
    for (int start = 0; longest > 0 && start < words.size(); start++) {
      for (FieldGroup group : FieldGroup.BOTH) {
        find(group, words, start, found);
      }
    }
    return found;
  }

  private void find(FieldGroup group, List<String> words, int start, List<Found> found) {
    FieldGroup there = group.other();
    var stems = new ArrayList<String>();
    for (int i = start; i < words.size() && stems.size() < longest; i++) {
      stems.addAll(stems(terms, group, words.get(i)));
      int end = i + 1;
      translations
          .of(key(group, stems))
          .forEach(other -> found.add(new Found(start, end, there, other)));
    }
  }

  private static String key(FieldGroup group, List<String> stems) {
    return group.stem() + ' ' + String.join(" ", stems);
  }

  /** The stems of words; a stop word, which has no stem, as it is written. */
  private static List<String> stems(FieldTerms terms, FieldGroup group, String words) {
    var stems = new ArrayList<String>();
    for (String word : terms.texts(group.exact(), words)) {
      List<String> stem = terms.texts(group.stem(), word);
      stems.add(stem.isEmpty() ? '=' + word : stem.getFirst());
    }
    return stems;
  }
}
