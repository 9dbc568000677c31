package no.speil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Queries made of words as they stand in an archive's running text, so that frequent words are
 * asked for frequently. Keeps a fixed number of lines, each line with equal chance (reservoir
 * sampling).
 */
final class QuerySample {
  private static final int LINES = 1_000;
  private static final int SHORTEST_LINE = 40;
  private static final int BEGINNING = 5;
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{6,}");
  private static final Pattern PROSE = Pattern.compile("\\p{L}.*");
  private static final Pattern PHRASE = Pattern.compile("\\p{L}+ \\p{L}+ \\p{L}+");

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private long seen;

  QuerySample(long seed) {
    this.random = new Random(seed);
  }

  /** What is asked for. */
  enum Kind {
    TERM,
    AND,
    PHRASE,
    PREFIX,
    FUZZY,
    /** Three words side by side, each also searched by its translations. */
    WORDS
  }

  void add(String text) {
    text.lines()
        .filter(line -> line.length() >= SHORTEST_LINE && PROSE.matcher(line).matches())
        .forEach(this::keep);
  }

  private void keep(String line) {
    seen++;
    if (lines.size() < LINES) {
      lines.add(line);
      return;
    }
    long place = random.nextLong(seen);
    if (place < LINES) {
      lines.set((int) place, line);
    }
  }

  /** So many queries, or none where there is no text. */
  List<String> queries(Kind kind, int count) {
    var queries = new ArrayList<String>();
    for (int tries = 0; queries.size() < count && tries < 20 * count && !lines.isEmpty(); tries++) {
      query(kind, lines.get(random.nextInt(lines.size()))).ifPresent(queries::add);
    }
    return queries;
  }

  private Optional<String> query(Kind kind, String line) {
    return switch (kind) {
      case TERM -> one(WORD, line);
      case AND -> one(WORD, line).flatMap(a -> one(WORD, line).map(b -> a + " AND " + b));
      case PHRASE -> one(PHRASE, line).map(words -> '"' + words + '"');
      case FUZZY -> one(LONG_WORD, line).map(word -> word + "~");
      case WORDS -> three(line);
      case PREFIX ->
          one(WORD, line).map(word -> word.substring(0, Math.min(BEGINNING, word.length())) + "*");
    };
  }

  private Optional<String> three(String line) {
    List<String> all =
        WORD.matcher(line).results().map(MatchResult::group).distinct().limit(3).toList();
    return all.size() < 3 ? Optional.empty() : Optional.of(String.join(" ", all));
  }

  private Optional<String> one(Pattern pattern, String line) {
    List<String> all = pattern.matcher(line).results().map(MatchResult::group).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }
}
