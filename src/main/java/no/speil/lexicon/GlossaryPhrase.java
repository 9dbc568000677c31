package no.speil.lexicon;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A glossary entry with several words on a side, without a leading article or infinitive marker.
 */
public record GlossaryPhrase(String norwegian, String english) {
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:å|en|ein|ei|et|eit|to|an?|the)\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** The entry without its articles. */
  public static GlossaryPhrase of(GlossaryEntry entry) {
    return new GlossaryPhrase(bare(entry.norwegian()), bare(entry.english()));
  }

  private static String bare(String words) {
    return SPACE.matcher(ARTICLE.matcher(words.strip()).replaceFirst("")).replaceAll(" ");
  }

  boolean isOfSeveralWords() {
    return norwegian.contains(" ") || english.contains(" ");
  }

  /** The phrases in a row, each as its two words. */
  static List<GlossaryPhrase> ofRow(List<String> row) {
    return IntStream.range(0, row.size() / 2)
        .mapToObj(each -> new GlossaryPhrase(row.get(2 * each), row.get(2 * each + 1)))
        .toList();
  }

  Stream<String> toRow() {
    return Stream.of(norwegian, english);
  }
}
