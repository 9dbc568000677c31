package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;

/** Reads the features of the blocks of two texts and numbers them, those of a word only once. */
final class FeatureReader {
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?!\\d)|\\d+(?:[.,:]\\d+)*+");
  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(<?([^)>\\s]+)|(https?://[^\\s)>\"]+)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]+)]");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ANCHOR = Pattern.compile("\\{#([^}\\s]+)}");
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(/?[\\w-]+)");

  private final WordCache known;
  private final Map<String, Integer> marks = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> grams = new HashMap<>();
  private final Words original = new Words(Side.ORIGINAL);
  private final Words translation = new Words(Side.TRANSLATION);

  FeatureReader(WordCache known) {
    this.known = known;
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

  TermNumbers terms(Side side) {
    return (side == Side.ORIGINAL ? original : translation).terms;
  }

  BlockFeatures read(Side side, Block block) {
    String source = block.markdown();
    String text = block.text();
    List<Word> words = (side == Side.ORIGINAL ? original : translation).of(text);
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
    var gramsOfBlock = new LinkedHashSet<Integer>();
    var termsOfBlock = new LinkedHashSet<Integer>();
    for (Word word : words) {
      found.addAll(word.marks());
      gramsOfBlock.addAll(word.grams());
      termsOfBlock.addAll(word.terms());
    }
    int length = text.isEmpty() ? source.length() : text.length();
    return new BlockFeatures(
        Math.max(1, length),
        numbered(found, marks),
        numbered(figures, numbers),
        array(gramsOfBlock),
        array(termsOfBlock));
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

  private static int[] numbered(Collection<String> found, Map<String, Integer> numbers) {
    return found.stream().mapToInt(each -> number(each, numbers)).toArray();
  }

  private static int number(String feature, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(feature, unknown -> numbers.size());
  }

  private static int[] array(Set<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A word with what it has numbered. */
  private record Word(List<String> marks, List<Integer> grams, List<Integer> terms) {}

  /** The words of one side. */
  private final class Words {
    private final Side side;
    private final TermNumbers terms = new TermNumbers();
    private final Map<String, Word> ofDocument = new HashMap<>();

    Words(Side side) {
      this.side = side;
    }

    /** What stands between spaces and ends of lines, without the punctuation around it. */
    List<Word> of(String text) {
      var words = new ArrayList<Word>();
      int end = 0;
      for (int from = 0; from < text.length(); from = end + 1) {
        end = from;
        while (end < text.length() && !isSpace(text.charAt(end))) {
          end++;
        }
        int first = from;
        int last = end;
        while (first < last && isPunctuation(text.charAt(first))) {
          first++;
        }
        while (first < last && isPunctuation(text.charAt(last - 1))) {
          last--;
        }
        if (first < last) {
          words.add(ofDocument.computeIfAbsent(text.substring(first, last), this::word));
        }
      }
      return words;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\n';
    }

    /** That joins no letters or digits where a space is beside it. */
    private static boolean isPunctuation(char c) {
      return switch (c) {
        case ',', '.', ';', ':', '!', '?', '(', ')', '"', '«', '»', '“', '”' -> true;
        default -> false;
      };
    }

    private Word word(String written) {
      KnownWord word = known.word(side, written);
      return new Word(
          word.marks(),
          word.grams().stream().map(gram -> number(gram, grams)).toList(),
          word.terms().stream().map(terms::of).toList());
    }
  }
}
