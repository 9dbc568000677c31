package no.speil.status;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Section;

/** Counts the words of a section to translate; code, shortcodes and the like have none. */
public final class WordCounter {
  private WordCounter() {}

  /** The words of the original; of the translation if the original is held elsewhere or missing. */
  public static long of(Section section, boolean originalElsewhere) {
    boolean byTranslation = originalElsewhere && !section.translation().isEmpty();
    return section.original().isEmpty() || byTranslation
        ? of(section.translation())
        : of(section.original());
  }

  private static long of(List<Block> run) {
    return run.stream().filter(WordCounter::counts).mapToLong(block -> of(block.text())).sum();
  }

  private static boolean counts(Block block) {
    return switch (block.kind()) {
      case CODE, SHORTCODE, DEFINITIONS, RULE -> false;
      case TITLE, HEADING, PARAGRAPH, ITEM, TABLE, QUOTATION, HTML, IMAGE, FOOTNOTE -> true;
    };
  }

  /** Counts the parts between white space that contain a letter or a digit. */
  public static long of(String text) {
    long words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        inWord = false;
      } else if (!inWord && (Character.isLetterOrDigit(c) || Character.isSurrogate(c))) {
        inWord = true;
        words++;
      }
    }
    return words;
  }
}
