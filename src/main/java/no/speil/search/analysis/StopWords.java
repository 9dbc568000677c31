package no.speil.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.ResourceFile;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.util.IOUtils;

/**
 * Stop words: left out of the stemmed field of their language, kept in the exact ones. They are
 * those of Lucene's Snowball lists without negations and modal verbs, on which much depends, and
 * without what is a content word in the other language.
 */
final class StopWords {
  private static final Set<String> NEGATIONS_AND_MODALS =
      Set.copyOf(ResourceFile.words(StopWords.class, "negations-modals.txt"));

  private static final Set<String> CONTENT_WORDS = Set.of("men", "man", "same");

  static final CharArraySet NORWEGIAN = listed("norwegian");
  static final CharArraySet ENGLISH = listed("english");

  /** The words that carry grammar rather than content, be they stop words or not. */
  static final Set<String> FUNCTION_WORDS =
      Stream.concat(
              NEGATIONS_AND_MODALS.stream(),
              Stream.of(NORWEGIAN, ENGLISH).flatMap(StopWords::words))
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  private static CharArraySet listed(String language) {
    try {
      CharArraySet all =
          WordlistLoader.getSnowballWordSet(
              IOUtils.requireResourceNonNull(
                  SnowballFilter.class.getResourceAsStream(language + "_stop.txt"), language),
              StandardCharsets.UTF_8);
      var kept = new ArrayList<String>(words(all).filter(word -> !word.endsWith("n't")).toList());
      kept.removeAll(NEGATIONS_AND_MODALS);
      kept.removeAll(CONTENT_WORDS);
      return CharArraySet.unmodifiableSet(new CharArraySet(kept, false));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the stop words of Lucene", e);
    }
  }

  static Stream<String> words(CharArraySet set) {
    return set.stream().map(word -> new String((char[]) word));
  }
}
