package no.speil.search.analysis;

import java.util.List;
import java.util.function.Function;
import no.speil.lexicon.CompoundSplitter;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.CompoundWordTokenFilterBase;

/**
 * Adds the parts of a compound at its position and with its offsets, so that the whole word is
 * highlighted.
 */
final class CompoundFilter extends CompoundWordTokenFilterBase {
  private final Function<String, List<String>> compounds;

  /**
   * @param compounds the parts of a word; none of one that is no compound
   */
  CompoundFilter(TokenStream words, Function<String, List<String>> compounds) {
    super(words, CharArraySet.EMPTY_SET, CompoundSplitter.SHORTEST, 0, 0, false);
    this.compounds = compounds;
  }

  @Override
  protected void decompose() {
    String word = termAtt.toString();
    int at = 0;
    for (String part : compounds.apply(word)) {
      at = word.indexOf(part, at);
      tokens.add(new CompoundToken(at, part.length()));
      at += part.length();
    }
  }
}
