package no.speil.search.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts a word in the place of its irregular form, before the stemmer sees it. */
final class IrregularFilter extends TokenFilter {
  private final IrregularForms forms;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  IrregularFilter(TokenStream words, IrregularForms forms) {
    super(words);
    this.forms = forms;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String base = forms.of(term.toString());
    if (base != null) {
      term.setEmpty().append(base);
    }
    return true;
  }
}
