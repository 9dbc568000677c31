package no.speil.search.compile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.lexicon.GlossaryPhrase;
import no.speil.lexicon.WordMultimap;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.schema.FieldGroup;

/**
 * Finds the phrases of the glossary in a query, in either language and any inflection. Immutable
 * and thread-safe.
 */
public final class GlossaryPhrases {
  private final FieldTerms terms;

  /** The translations of phrases, each written as the stems of its words. */
  private final WordMultimap english;

  private final WordMultimap norwegian;
  private final int longest;

  private GlossaryPhrases(
      FieldTerms terms, WordMultimap english, WordMultimap norwegian, int longest) {
    this.terms = terms;
    this.english = english;
    this.norwegian = norwegian;
    this.longest = longest;
  }

  public static GlossaryPhrases of(FieldTerms terms, List<GlossaryPhrase> phrases) {
    var english = new HashMap<String, Set<String>>();
    var norwegian = new HashMap<String, Set<String>>();
    for (GlossaryPhrase each : phrases) {
      add(key(terms, FieldGroup.ORIGINAL, each.norwegian()), each.english(), english);
      add(key(terms, FieldGroup.TRANSLATION, each.english()), each.norwegian(), norwegian);
    }
    int longest =
        Stream.concat(english.keySet().stream(), norwegian.keySet().stream())
            .mapToInt(key -> key.split(" ").length)
            .max()
            .orElse(0);
    return new GlossaryPhrases(
        terms, WordMultimap.of(english), WordMultimap.of(norwegian), longest);
  }

  private static void add(List<String> key, String other, Map<String, Set<String>> others) {
    if (!key.isEmpty()) {
      others.computeIfAbsent(String.join(" ", key), k -> new LinkedHashSet<>()).add(other);
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(longest);
    english.write(out);
    norwegian.write(out);
  }

  static GlossaryPhrases read(FieldTerms terms, DataInputStream in) throws IOException {
    int longest = in.readInt();
    WordMultimap english = WordMultimap.read(in);
    return new GlossaryPhrases(terms, english, WordMultimap.read(in), longest);
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
    FieldGroup there = fieldGroup.other();
    WordMultimap others = fieldGroup == FieldGroup.ORIGINAL ? english : norwegian;
    var key = new ArrayList<String>();
    for (int i = start; i < words.size() && key.size() < longest; i++) {
      key.addAll(key(terms, fieldGroup, words.get(i)));
      int end = i + 1;
      others
          .of(String.join(" ", key))
          .forEach(other -> found.add(new Found(start, end, there, other)));
    }
  }

  /** The stems of words; a stop word, which has no stem, as it is written. */
  private static List<String> key(FieldTerms terms, FieldGroup fieldGroup, String words) {
    var key = new ArrayList<String>();
    for (FieldTerms.Term word : terms.of(fieldGroup.exact(), words)) {
      List<FieldTerms.Term> stem = terms.of(fieldGroup.stem(), word.text());
      key.add(stem.isEmpty() ? '=' + word.text() : stem.getFirst().text());
    }
    return key;
  }
}
