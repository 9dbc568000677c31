package no.speil.search.analysis;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.function.Function;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The words of a text as written, but for plain apostrophes, with their offsets. Immutable. */
final class TextWords {
  static final TextWords NONE = new TextWords(new char[0]);

  private final char[] text;
  private WordTerms[] words = new WordTerms[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int size;

  private TextWords(char[] text) {
    this.text = text;
  }

  /** The text with the apostrophe that keyboards have in place of others. */
  static String withPlainApostrophes(String text) {
    return text.replace('\u2019', '\'').replace('\u02BC', '\'');
  }

  private void add(WordTerms word, int start, int end) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    words[size] = word;
    starts[size] = start;
    ends[size++] = end;
  }

  int size() {
    return size;
  }

  WordTerms word(int number) {
    return words[number];
  }

  int start(int number) {
    return starts[number];
  }

  int end(int number) {
    return ends[number];
  }

  /** The length of the whole text, in characters. */
  int length() {
    return text.length;
  }

  /** Splits texts; a text that comes again, for another field, only once. Of one thread. */
  static final class Splitter {
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = tokenizer.addAttribute(OffsetAttribute.class);
    private final Function<String, WordTerms> known;
    private char[] buffer = new char[1024];
    private TextWords last = NONE;

    /**
     * @param known the terms that are known of a word
     */
    Splitter(Function<String, WordTerms> known) {
      this.known = known;
    }

    /** Reads a text to its end. */
    TextWords split(Reader reader) throws IOException {
      int length = 0;
      for (int read = 0; read >= 0; read = reader.read(buffer, length, buffer.length - length)) {
        length += read;
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * length);
        }
      }
      if (!Arrays.equals(buffer, 0, length, last.text, 0, last.text.length)) {
        last = split(Arrays.copyOf(buffer, length));
      }
      return last;
    }

    private TextWords split(char[] text) throws IOException {
      var words = new TextWords(text);
      tokenizer.setReader(new StringReader(withPlainApostrophes(new String(text))));
      tokenizer.reset();
      while (tokenizer.incrementToken()) {
        words.add(known.apply(term.toString()), offset.startOffset(), offset.endOffset());
      }
      tokenizer.end();
      tokenizer.close();
      return words;
    }
  }
}
