package no.speil.search.analysis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.BoundedCache;
import no.speil.corpus.text.Normalization;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * Analyses pieces of text into the terms of a field. Keeps the terms of short pieces, since a
 * search asks for those of each of its words many times. Thread-safe.
 */
public final class FieldTerms {
  private static final int MOST_KEPT = 1_000;

  private static final Analyzer FOLDING = new FieldAnalyzer();
  private static final Set<String> STOP_WORDS =
      Stream.of(StopWords.NORWEGIAN, StopWords.ENGLISH)
          .flatMap(StopWords::words)
          .map(FieldTerms::folded)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, BoundedCache<List<TermPosition>>> known = new ConcurrentHashMap<>();
  private final Analyzer analysis;

  public FieldTerms(Analyzer analysis) {
    this.analysis = analysis;
  }

  /** A term and its position in the piece, from 0; words that are left out leave gaps. */
  public record TermPosition(String text, int position) {}

  public List<TermPosition> of(String field, String text) {
    return known
        .computeIfAbsent(
            field, each -> new BoundedCache<>(MOST_KEPT, piece -> analysed(each, piece)))
        .of(text);
  }

  /** The terms of a piece without their positions. */
  public List<String> texts(String field, String text) {
    return of(field, text).stream().map(TermPosition::text).toList();
  }

  /** The term of a text of one word; empty where it has none or several. */
  public String only(String field, String word) {
    List<TermPosition> terms = of(field, word);
    return terms.size() == 1 ? terms.getFirst().text() : "";
  }

  private List<TermPosition> analysed(String field, String text) {
    return IndexTokenizer.read(analysis, field, Normalization.compose(text)).stream()
        .map(term -> new TermPosition(term.text(), term.place().position()))
        .toList();
  }

  /** The number of sections that have a term of the text, the one that most have. */
  public int sections(IndexReader reader, String field, String text) throws IOException {
    int most = 0;
    for (TermPosition term : of(field, text)) {
      most = Math.max(most, reader.docFreq(new Term(field, term.text())));
    }
    return most;
  }

  /** Whether folding makes another word of it in that language, as "fode" of Norwegian "føde". */
  public boolean isFolded(FieldGroup language, String word) {
    return !of(language.exact(), word).equals(of(language.folded(), word));
  }

  /** Whether the word is a stop word, in any spelling. */
  public boolean isStopWord(String word) {
    return STOP_WORDS.contains(folded(word));
  }

  /** Whether the word carries grammar rather than content, as stop words, negations and modals. */
  public boolean isFunctionWord(String word) {
    return StopWords.FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT)) || isStopWord(word);
  }

  /**
   * Whether accents count for a word: if it is typed with any, or is a function word. One that is
   * typed without may lack them because the keyboard does.
   */
  public boolean isAsWritten(FieldGroup language, String word) {
    return isFolded(language, word)
        || StopWords.FUNCTION_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Words in small letters, and with two letters for each that a foreign keyboard lacks. */
  public static List<String> spellings(String words) {
    String small = words.toLowerCase(Locale.ROOT);
    return IrregularForms.TRANSCRIPTIONS.stream()
        .map(each -> each.apply(small))
        .distinct()
        .toList();
  }

  private static String folded(String word) {
    return FOLDING
        .normalize(
            FieldGroup.ORIGINAL.folded(),
            FieldAnalyzer.withPlainApostrophes(Normalization.compose(word)))
        .utf8ToString();
  }
}
