package no.speil.align.dp;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.text.Normalization;

/** Reads the features of the blocks of two texts and numbers them. Folds each word only once. */
final class FeatureReader {
  private static final int GRAM = 4;
  private static final int SHORTEST_WORD = 3;
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?!\\d)|\\d+(?:[.,:]\\d+)*");
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(<?([^)>\\s]+)|(https?://[^\\s)>\"]+)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]+)]");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ANCHOR = Pattern.compile("\\{#([^}\\s]+)}");
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(/?[\\w-]+)");

  private final Map<String, Integer> marks = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Word> words = new HashMap<>();
  private final GramNumbers grams = new GramNumbers();

  /** For each gram, the block in which it was last seen. */
  private int[] seenIn = new int[1024];

  private int block;

  /** A word of three letters or more. */
  private static final class Word {
    /** Empty if it has no capital. */
    final String mark;

    final int[] grams;

    Word(String mark, int[] grams) {
      this.mark = mark;
      this.grams = grams;
    }
  }

  int marks() {
    return marks.size();
  }

  int numbers() {
    return numbers.size();
  }

  int grams() {
    return grams.size();
  }

  BlockFeatures read(Block block) {
    String source = block.markdown();
    String text = block.text();
    // with a letter for its kind
    var found = new LinkedHashSet<String>();
    if (source.contains("](") || source.contains("http") || source.contains("=\"")) {
      collect(found, 'l', ADDRESS, source);
    }
    collect(found, 'f', FOOTNOTE, "[^", source);
    collect(found, 'c', CODE, "`", source);
    collect(found, 'a', ANCHOR, "{#", source);
    collect(found, 's', SHORTCODE, "{{", source);
    Set<String> figures = figures(text);
    found.addAll(figures);
    if (!KindCompatibility.isProse(block.kind())) {
      found.add("=" + Normalization.normalize(source));
    }
    int[] ofWords = readWords(text, found);
    int length = text.isEmpty() ? source.length() : text.length();
    return new BlockFeatures(
        Math.max(1, length), numbered(found, marks), numbered(figures, numbers), ofWords);
  }

  private static void collect(
      Set<String> found, char kind, Pattern pattern, String start, String source) {
    if (source.contains(start)) {
      collect(found, kind, pattern, source);
    }
  }

  private static void collect(Set<String> found, char kind, Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          found.add(kind + matcher.group(group));
        }
      }
    }
  }

  private static Set<String> figures(String text) {
    int from = digit(text, 0);
    if (from == text.length()) {
      return Set.of();
    }
    var figures = new LinkedHashSet<String>();
    Matcher matcher = NUMBER.matcher(text);
    while (from < text.length()) {
      // every number begins with a digit, which is found much sooner than by the expression
      matcher.region(from, text.length()).lookingAt();
      figures.add(figure(text, from, matcher.end()));
      from = digit(text, matcher.end());
    }
    return figures;
  }

  /** The digits of a number alone. */
  private static String figure(String text, int from, int to) {
    var figure = new StringBuilder(to - from + 1).append('n');
    for (int i = from; i < to; i++) {
      if (isDigit(text.charAt(i))) {
        figure.append(text.charAt(i));
      }
    }
    return figure.toString();
  }

  /** The first digit from an offset on; the length of the text if there is none. */
  private static int digit(String text, int from) {
    int at = from;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Adds words with capitals to the marks; returns the grams of all. */
  private int[] readWords(String text, Set<String> found) {
    block++;
    int[] ofBlock = new int[Math.max(16, text.length())];
    int size = 0;
    for (int from = 0; from < text.length(); ) {
      int end = wordEnd(text, from);
      if (end > from && text.codePointCount(from, end) >= SHORTEST_WORD) {
        Word word = words.computeIfAbsent(text.substring(from, end), this::word);
        if (!word.mark.isEmpty()) {
          found.add(word.mark);
        }
        for (int gram : word.grams) {
          if (seenIn[gram] != block) {
            seenIn[gram] = block;
            if (size == ofBlock.length) {
              ofBlock = Arrays.copyOf(ofBlock, 2 * size);
            }
            ofBlock[size++] = gram;
          }
        }
      }
      from = Math.max(end, from + 1);
    }
    return Arrays.copyOf(ofBlock, size);
  }

  /** The end of the letters that begin there. */
  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      if (!Character.isLetter(letter)) {
        break;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  private Word word(String written) {
    String folded = CognateSpelling.fold(written.toLowerCase(Locale.ROOT));
    String bounded = "_" + folded + "_";
    int[] ofWord = new int[Math.max(0, bounded.length() - GRAM + 1)];
    for (int k = 0; k < ofWord.length; k++) {
      ofWord[k] = grams.of(gram(bounded, k));
    }
    if (grams.size() > seenIn.length) {
      seenIn = Arrays.copyOf(seenIn, 2 * grams.size());
    }
    return new Word(Character.isUpperCase(written.charAt(0)) ? "w" + folded : "", ofWord);
  }

  /** Four characters (UTF-16) in one number. */
  private static long gram(String word, int from) {
    long gram = 0;
    for (int k = from; k < from + GRAM; k++) {
      gram = (gram << Character.SIZE) | word.charAt(k);
    }
    return gram;
  }

  private static int[] numbered(Collection<String> found, Map<String, Integer> numbers) {
    int[] numbered = new int[found.size()];
    int size = 0;
    for (String each : found) {
      numbered[size++] = numbers.computeIfAbsent(each, mark -> numbers.size());
    }
    return numbered;
  }
}
