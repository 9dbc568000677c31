package no.speil.search.analysis;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Gives the terms of each word of a text, all of one word at one position. */
final class WordTermTokenizer extends Tokenizer {
  private final TextWords.Splitter splitter;
  private final int field;
  private final Function<String, List<char[]>> analysis;
  private final int mostWords;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private TextWords words = TextWords.NONE;
  private List<char[]> ofWord = List.of();
  private int given;
  private int word;
  private int gap;

  /**
   * @param splitter shared by all fields of a thread
   * @param field its number
   * @param analysis gives the terms of a word in that field
   * @param mostWords how many words of a text are read
   */
  WordTermTokenizer(
      TextWords.Splitter splitter,
      int field,
      Function<String, List<char[]>> analysis,
      int mostWords) {
    this.splitter = splitter;
    this.field = field;
    this.analysis = analysis;
    this.mostWords = mostWords;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    words = splitter.split(input);
    ofWord = List.of();
    given = 0;
    word = -1;
    gap = 0;
  }

  @Override
  public boolean incrementToken() {
    while (given == ofWord.size()) {
      if (++word >= Math.min(mostWords, words.size())) {
        return false;
      }
      ofWord = words.word(word).of(field, analysis);
      given = 0;
      gap++;
    }
    clearAttributes();
    char[] text = ofWord.get(given++);
    term.copyBuffer(text, 0, text.length);
    offset.setOffset(words.start(word), words.end(word));
    increment.setPositionIncrement(gap);
    gap = 0;
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    offset.setOffset(words.length(), words.length());
    increment.setPositionIncrement(gap);
  }
}
