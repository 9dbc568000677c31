package no.speil.search.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource.State;
import org.jspecify.annotations.Nullable;

/**
 * Adds the parts of a compound at its position and with its offsets, so that the whole word is
 * highlighted.
 */
final class CompoundFilter extends TokenFilter {
  private final Function<String, List<String>> compounds;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final Queue<String> parts = new ArrayDeque<>();
  private @Nullable State whole;

  /**
   * @param compounds the parts of a word; none of one that is no compound
   */
  CompoundFilter(TokenStream words, Function<String, List<String>> compounds) {
    super(words);
    this.compounds = compounds;
  }

  @Override
  public boolean incrementToken() throws IOException {
    String part = parts.poll();
    if (part != null) {
      restoreState(whole);
      term.setEmpty().append(part);
      increment.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    parts.addAll(compounds.apply(term.toString()));
    whole = parts.isEmpty() ? null : captureState();
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    parts.clear();
    whole = null;
  }
}
