package no.speil.status;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Section;

/** How many words of a section there are to translate; none in code, shortcodes and the like. */
final class WordCounter {
  private WordCounter() {}

  /** The original's words; the translation's where the original is elsewhere or not there. */
  static long of(Section section, boolean originalElsewhere) {
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

  /** Stretches between white space that hold a letter or a digit. */
  private static long of(String text) {
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
