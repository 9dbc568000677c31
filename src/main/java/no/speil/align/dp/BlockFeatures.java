package no.speil.align.dp;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.text.Normalization;

/**
 * The features of a block that its translation is likely to have as well, whatever the languages.
 *
 * @param length in characters, of the words; of the source if there are no words
 * @param marks what a translator copies: numbers, addresses, footnote labels, code, anchors,
 *     capitalised words; each with a letter for its kind
 * @param numbers the marks that are numbers
 * @param grams the 4-grams of its words, spelled so that cognates resemble each other
 */
record BlockFeatures(int length, Set<String> marks, Set<String> numbers, Set<String> grams) {
  private static final int GRAM = 4;
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?!\\d)|\\d+(?:[.,:]\\d+)*");
  private static final Pattern NOT_DIGIT = Pattern.compile("\\D");
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(<?([^)>\\s]+)|(https?://[^\\s)>\"]+)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]+)]");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ANCHOR = Pattern.compile("\\{#([^}\\s]+)}");
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(/?[\\w-]+)");
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  BlockFeatures {
    marks = Set.copyOf(marks);
    numbers = Set.copyOf(numbers);
    grams = Set.copyOf(grams);
  }

  static BlockFeatures of(Block block) {
    String source = block.markdown();
    String words = block.text();
    var marks = new LinkedHashSet<String>();
    collect(marks, 'l', ADDRESS, source);
    collect(marks, 'f', FOOTNOTE, source);
    collect(marks, 'c', CODE, source);
    collect(marks, 'a', ANCHOR, source);
    collect(marks, 's', SHORTCODE, source);
    Matcher number = NUMBER.matcher(words);
    var numbers = new LinkedHashSet<String>();
    while (number.find()) {
      numbers.add("n" + NOT_DIGIT.matcher(number.group()).replaceAll(""));
    }
    marks.addAll(numbers);
    if (!KindCompatibility.isProse(block.kind())) {
      marks.add("=" + Normalization.normalize(source));
    }
    var grams = new LinkedHashSet<String>();
    collectWords(words, marks, grams);
    int length = words.isEmpty() ? source.length() : words.length();
    return new BlockFeatures(Math.max(1, length), marks, numbers, grams);
  }

  private static void collect(Set<String> marks, char sort, Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          marks.add(sort + matcher.group(group));
        }
      }
    }
  }

  private static void collectWords(String text, Set<String> marks, Set<String> grams) {
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      String spelt = CognateSpelling.fold(word.toLowerCase(Locale.ROOT));
      if (Character.isUpperCase(word.charAt(0))) {
        marks.add("w" + spelt);
      }
      String bounded = "_" + spelt + "_";
      for (int i = 0; i + GRAM <= bounded.length(); i++) {
        grams.add(bounded.substring(i, i + GRAM));
      }
    }
  }
}
