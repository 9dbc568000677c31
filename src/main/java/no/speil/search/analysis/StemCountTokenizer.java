package no.speil.search.analysis;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives one empty token for a text, as many positions on as words of the text have terms. */
final class StemCountTokenizer extends Tokenizer {
  private final TextWords.Splitter splitter;
  private final int field;
  private final Function<String, List<char[]>> analysis;
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private int count;

  /**
   * @param splitter shared by all fields of a thread
   * @param field its number
   * @param analysis gives the terms of a word in that field
   */
  StemCountTokenizer(
      TextWords.Splitter splitter, int field, Function<String, List<char[]>> analysis) {
    this.splitter = splitter;
    this.field = field;
    this.analysis = analysis;
    addAttribute(CharTermAttribute.class); // empty
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    TextWords words = splitter.split(input);
    count = 0;
    for (int i = 0; i < words.size(); i++) {
      if (!words.word(i).of(field, analysis).isEmpty()) {
        count++;
      }
    }
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (count == 0) {
      return false;
    }
    increment.setPositionIncrement(count);
    count = 0;
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    increment.setPositionIncrement(0);
  }
}
