package no.speil.lexicon;

import java.util.List;
import java.util.stream.Stream;

/** Small dictionaries for tests. */
public final class TestDictionary {
  private TestDictionary() {}

  /** Of lines with three columns, separated by bars: Bokmål, Nynorsk and English. */
  public static Dictionary of(TermTokenizer termTokenizer, String... lines) {
    return Dictionary.of(
        termTokenizer,
        Stream.of(lines)
            .map(line -> line.split("\\|", -1))
            .map(each -> DictionaryEntry.parse(each[0] + "\t" + each[1] + "\tn\t" + each[2]))
            .toList());
  }

  /** Of pairs of words. */
  public static Dictionary of(TermTokenizer termTokenizer, List<GlossaryEntry> pairs) {
    return of(
        termTokenizer,
        pairs.stream()
            .map(each -> each.norwegian() + "||" + each.english())
            .toArray(String[]::new));
  }
}
