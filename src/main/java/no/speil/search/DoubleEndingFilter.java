package no.speil.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the "a" that the Norwegian stemmer leaves where it has taken an ending after it, since it
 * takes it where it stands last: "klimaet" becomes "klim" as "klima" does.
 */
final class DoubleEndingFilter extends TokenFilter {
  private static final int SHORTEST = 4;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  DoubleEndingFilter(TokenStream stems) {
    super(stems);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int last = term.length() - 1;
    if (last + 1 >= SHORTEST && term.charAt(last) == 'a') {
      term.setLength(last);
    }
    return true;
  }
}
