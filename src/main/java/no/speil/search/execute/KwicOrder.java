package no.speil.search.execute;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.text.WordCharacters;
import no.speil.search.Concordance.KwicContext;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.highlight.MatchSpans.MatchSpan;

/**
 * Sorts lines by the words before or after the match, as Norwegian dictionaries do: case is
 * ignored, and æ, ø and å come last. For one thread.
 */
final class KwicOrder {
  private static final int WORDS = 8;
  private static final WordCharacters WORD = WordCharacters.LETTERS_AND_NUMBERS;

  private final By by;
  private final Collator collator;

  KwicOrder(By by) {
    this.by = by;
    this.collator = Collator.getInstance(new ULocale("nb"));
    collator.setStrength(Collator.SECONDARY);
  }

  /** The sort key of a line; all keys are equal if lines are sorted by section. */
  RawCollationKey key(String text, MatchSpan match) {
    return collator.getRawCollationKey(words(text, match), null);
  }

  private String words(String text, MatchSpan match) {
    return switch (by) {
      case SECTION -> "";
      case LEFT -> {
        int start = Math.max(0, match.start() - KwicContext.LENGTH);
        yield joined(WORD.words(text.substring(start, match.start())).reversed());
      }
      case RIGHT -> {
        int end = Math.min(text.length(), match.end() + KwicContext.LENGTH);
        yield joined(WORD.words(text.substring(match.end(), end)));
      }
    };
  }

  /** Joined by spaces, which sort before every letter, so that words are compared one by one. */
  private static String joined(List<String> words) {
    return words.stream().limit(WORDS).collect(Collectors.joining(" "));
  }
}
