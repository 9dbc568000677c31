package no.speil.search.text;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the article off nouns in "a" and "o", such as "klimaet", "skjemaene" and "risikoen", before
 * folding can take "ae" and "oe" for an "æ" or "ø" typed on a foreign keyboard. "-aer" and "-oer"
 * stay, since they usually are "-ær" and "-ør".
 */
final class VowelNounFilter extends TokenFilter {
  private static final List<String> ARTICLES =
      List.of("aenes", "aene", "aets", "aet", "oenes", "oene", "oens", "oen");
  private static final int SHORTEST_NOUN = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  VowelNounFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    for (String article : ARTICLES) {
      int noun = word.length() - article.length() + 1;
      if (noun >= SHORTEST_NOUN && word.endsWith(article)) {
        term.setLength(noun);
        break;
      }
    }
    return true;
  }
}
