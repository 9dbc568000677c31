package no.speil.search.text;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the article off neuter nouns in "a", such as "klimaet" and "skjemaene", before folding can
 * take its "ae" for an "æ" typed on a foreign keyboard. "-aer" stays, since it usually is "-ær".
 */
final class NounInAFilter extends TokenFilter {
  private static final List<String> ARTICLES = List.of("aenes", "aene", "aets", "aet");
  private static final int SHORTEST_NOUN = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NounInAFilter(TokenStream words) {
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
