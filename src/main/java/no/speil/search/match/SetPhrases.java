package no.speil.search.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.SetPhrase;
import no.speil.search.entry.Column;
import no.speil.search.text.Terms;

/**
 * The glossary's entries of several words, as they are found in a query: in either language and in
 * any inflection. Immutable and thread-safe.
 */
public final class SetPhrases {
  private final Terms terms;
  private final Map<Column, Map<List<String>, Set<String>>> others = new EnumMap<>(Column.class);
  private int longest;

  public SetPhrases(Terms terms, List<SetPhrase> phrases) {
    this.terms = terms;
    Column.BOTH.forEach(column -> others.put(column, new HashMap<>()));
    for (SetPhrase each : phrases) {
      add(Column.ORIGINAL, each.norwegian(), each.english());
      add(Column.TRANSLATION, each.english(), each.norwegian());
    }
  }

  /**
   * Words of a query that are called something on one side.
   *
   * @param start of the words, and the end behind them
   */
  record Found(int start, int end, Column column, String other) {}

  private void add(Column column, String words, String other) {
    List<String> key = key(column, words);
    if (!key.isEmpty()) {
      longest = Math.max(longest, key.size());
      others
          .getOrDefault(column, Map.of())
          .computeIfAbsent(key, k -> new LinkedHashSet<>())
          .add(other);
    }
  }

  /** In the order in which they begin, the shorter first. */
  List<Found> in(List<String> words) {
    var found = new ArrayList<Found>();
    for (int start = 0; longest > 0 && start < words.size(); start++) {
      for (Column column : Column.BOTH) {
        find(column, words, start, found);
      }
    }
    return found;
  }

  private void find(Column column, List<String> words, int start, List<Found> found) {
    Column there = column == Column.ORIGINAL ? Column.TRANSLATION : Column.ORIGINAL;
    var key = new ArrayList<String>();
    for (int i = start; i < words.size() && key.size() < longest; i++) {
      key.addAll(key(column, words.get(i)));
      int end = i + 1;
      others
          .getOrDefault(column, Map.of())
          .getOrDefault(key, Set.of())
          .forEach(other -> found.add(new Found(start, end, there, other)));
    }
  }

  /** The stems of words; a stop word, which has none, as it is written. */
  private List<String> key(Column column, String words) {
    var key = new ArrayList<String>();
    for (Terms.Term word : terms.of(column.exact(), words)) {
      List<Terms.Term> stem = terms.of(column.stem(), word.text());
      key.add(stem.isEmpty() ? '=' + word.text() : stem.getFirst().text());
    }
    return key;
  }
}
