package no.speil.search.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;

/**
 * Finds the phrases of the glossary in a query, in either language and any inflection. Immutable
 * and thread-safe.
 */
public final class GlossaryPhrases {
  private final FieldTerms terms;
  private final Map<FieldGroup, Map<List<String>, Set<String>>> others =
      new EnumMap<>(FieldGroup.class);
  private int longest;

  public GlossaryPhrases(FieldTerms terms, List<GlossaryPhrase> phrases) {
    this.terms = terms;
    FieldGroup.BOTH.forEach(fieldGroup -> others.put(fieldGroup, new HashMap<>()));
    for (GlossaryPhrase each : phrases) {
      add(FieldGroup.ORIGINAL, each.norwegian(), each.english());
      add(FieldGroup.TRANSLATION, each.english(), each.norwegian());
    }
  }

  /**
   * A phrase of the query.
   *
   * @param start index of its first word
   * @param end index after its last word
   * @param fieldGroup the side that its translation is on
   * @param other its translation
   */
  record Found(int start, int end, FieldGroup fieldGroup, String other) {}

  private void add(FieldGroup fieldGroup, String words, String other) {
    List<String> key = key(fieldGroup, words);
    if (!key.isEmpty()) {
      longest = Math.max(longest, key.size());
      others
          .getOrDefault(fieldGroup, Map.of())
          .computeIfAbsent(key, k -> new LinkedHashSet<>())
          .add(other);
    }
  }

  /** The phrases in the order in which they begin, the shorter first. */
  List<Found> in(List<String> words) {
    var found = new ArrayList<Found>();
    for (int start = 0; longest > 0 && start < words.size(); start++) {
      for (FieldGroup fieldGroup : FieldGroup.BOTH) {
        find(fieldGroup, words, start, found);
      }
    }
    return found;
  }

  private void find(FieldGroup fieldGroup, List<String> words, int start, List<Found> found) {
    FieldGroup there =
        fieldGroup == FieldGroup.ORIGINAL ? FieldGroup.TRANSLATION : FieldGroup.ORIGINAL;
    var key = new ArrayList<String>();
    for (int i = start; i < words.size() && key.size() < longest; i++) {
      key.addAll(key(fieldGroup, words.get(i)));
      int end = i + 1;
      others
          .getOrDefault(fieldGroup, Map.of())
          .getOrDefault(key, Set.of())
          .forEach(other -> found.add(new Found(start, end, there, other)));
    }
  }

  /** The stems of words; a stop word, which has no stem, as it is written. */
  private List<String> key(FieldGroup fieldGroup, String words) {
    var key = new ArrayList<String>();
    for (FieldTerms.Term word : terms.of(fieldGroup.exact(), words)) {
      List<FieldTerms.Term> stem = terms.of(fieldGroup.stem(), word.text());
      key.add(stem.isEmpty() ? '=' + word.text() : stem.getFirst().text());
    }
    return key;
  }
}
