package no.speil.search.execute;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.KwicContext;
import no.speil.search.highlight.MatchSpans.Find;

/**
 * Puts lines in the order of their words before or after, as Norwegian dictionaries do, whatever
 * the case: æ, ø and å last. For one thread.
 */
final class KwicOrder {
  private static final int WORDS = 8;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final By by;
  private final Collator collator;

  KwicOrder(By by) {
    this.by = by;
    this.collator = Collator.getInstance(new ULocale("nb"));
    collator.setStrength(Collator.SECONDARY);
  }

  /** What a line is sorted by; all keys of lines sorted as their sections come are equal. */
  record Key(RawCollationKey bytes) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return bytes.compareTo(other.bytes);
    }
  }

  Key key(String text, Find place) {
    return new Key(collator.getRawCollationKey(words(text, place), null));
  }

  private String words(String text, Find place) {
    return switch (by) {
      case SECTION -> "";
      case LEFT -> {
        int start = Math.max(0, place.start() - KwicContext.LENGTH);
        List<String> words = new ArrayList<>(words(text.substring(start, place.start())));
        Collections.reverse(words);
        yield joined(words);
      }
      case RIGHT -> {
        int end = Math.min(text.length(), place.end() + KwicContext.LENGTH);
        yield joined(words(text.substring(place.end(), end)));
      }
    };
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(match -> match.group()).toList();
  }

  /** A space sorts before every letter, so that words are compared one after another. */
  private static String joined(List<String> words) {
    return words.stream().limit(WORDS).collect(Collectors.joining(" "));
  }
}
