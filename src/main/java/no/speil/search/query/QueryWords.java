package no.speil.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plain words of a query and their positions. */
public final class QueryWords {
  private final String query;
  private final List<TypedWord> words = new ArrayList<>();

  QueryWords(String query) {
    this.query = query;
  }

  /** A word without punctuation around it; {@code end} is exclusive. */
  public record TypedWord(String text, int start, int end) {}

  /** Adds a piece of the query that ends at that position. */
  void add(String piece, int end) {
    int from = 0;
    int to = piece.length();
    while (from < to && !Character.isLetterOrDigit(piece.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(piece.charAt(to - 1))) {
      to--;
    }
    int start = end - piece.length();
    words.add(new TypedWord(piece.substring(from, to), start + from, start + to));
  }

  public int size() {
    return words.size();
  }

  /** Drops all but the first so many words. */
  void keep(int first) {
    words.subList(first, words.size()).clear();
  }

  public List<TypedWord> toList() {
    return List.copyOf(words);
  }

  /** The query with some words replaced. */
  public String with(Map<TypedWord, String> others) {
    var text = new StringBuilder();
    int at = 0;
    for (TypedWord word : words) {
      String other = others.get(word);
      if (other != null) {
        text.append(query, at, word.start()).append(other);
        at = word.end();
      }
    }
    return text.append(query, at, query.length()).toString();
  }
}
