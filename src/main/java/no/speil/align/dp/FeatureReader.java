package no.speil.align.dp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.lexicon.TermTranslation;

/**
 * Reads the features of the blocks of a document, and of their sentences as blocks, and numbers
 * them. A block is read once however often it is asked for, and so is each word.
 */
final class FeatureReader {
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+(?!\\d)|\\d+(?:[.,:]\\d+)*+");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  /** What stands between spaces and ends of lines, without the punctuation around it. */
  private static final Pattern WORD =
      Pattern.compile("[^ \\n,.;:!?()\"«»“”](?:[^ \\n]*[^ \\n,.;:!?()\"«»“”])?");

  private static final Pattern ADDRESS =
      Pattern.compile("\\]\\(<?([^)>\\s]+)|(https?://[^\\s)>\"]+)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^([^\\]\\s]+)]");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern ANCHOR = Pattern.compile("\\{#([^}\\s]+)}");
  private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%]\\s*(/?[\\w-]+)");

  private final WordCache known;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Words original = new Words(Side.ORIGINAL);
  private final Words translation = new Words(Side.TRANSLATION);

  FeatureReader(WordCache known) {
    this.known = known;
  }

  /** How many different features have been read. */
  int size() {
    return names.size();
  }

  /** The number of a feature; -1 if nothing has it that has been read. */
  int number(String feature) {
    return numbers.getOrDefault(feature, -1);
  }

  /** The translations of a term of that side, most probable first. */
  List<TermTranslation> translations(Side side, int term) {
    return known.of(side).translations().of(names.get(term));
  }

  BlockFeatures features(Side side, Block block) {
    Words words = side == Side.ORIGINAL ? original : translation;
    return words.blocks.computeIfAbsent(block, each -> read(words, each));
  }

  private BlockFeatures read(Words side, Block block) {
    String source = block.markdown();
    String text = block.text();
    List<Word> words = side.of(text);
    // with a letter for its kind
    var found = new LinkedHashSet<String>();
    collect(found, 'l', ADDRESS, source, "](", "http", "=\"");
    collect(found, 'f', FOOTNOTE, source, "[^");
    collect(found, 'c', CODE, source, "`");
    collect(found, 'a', ANCHOR, source, "{#");
    collect(found, 's', SHORTCODE, source, "{{");
    Set<String> figures = figures(text);
    found.addAll(figures);
    if (!KindCompatibility.isProse(block.kind())) {
      found.add("=" + Normalization.normalize(source));
    }
    words.forEach(word -> found.addAll(word.marks()));
    int length = text.isEmpty() ? source.length() : text.length();
    int[] grams = once(words, Word::grams);
    int[] terms = once(words, Word::terms);
    return new BlockFeatures(Math.max(1, length), numbered(found), numbered(figures), grams, terms);
  }

  /**
   * Adds what the groups of a pattern have found.
   *
   * @param starts one of which every match has, since they are found much sooner than the pattern
   */
  private static void collect(
      Set<String> found, char kind, Pattern pattern, String source, String... starts) {
    if (Stream.of(starts).anyMatch(source::contains)) {
      pattern
          .matcher(source)
          .results()
          .flatMap(match -> IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group))
          .filter(Objects::nonNull)
          .forEach(name -> found.add(kind + name));
    }
  }

  /** The digits of each number. */
  private static Set<String> figures(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(number -> 'n' + NO_DIGIT.matcher(number.group()).replaceAll(""))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private int[] numbered(Collection<String> features) {
    return features.stream().mapToInt(this::numbered).toArray();
  }

  private int numbered(String feature) {
    return numbers.computeIfAbsent(
        feature,
        unknown -> {
          names.add(unknown);
          return names.size() - 1;
        });
  }

  /** Each number once, where it is first. */
  private static int[] once(List<Word> words, Function<Word, int[]> numbers) {
    return words.stream().map(numbers).flatMapToInt(Arrays::stream).distinct().toArray();
  }

  /** A word with what it has numbered. */
  @SuppressWarnings("ArrayRecordComponent") // never compared nor changed
  private record Word(List<String> marks, int[] grams, int[] terms) {}

  /** The words of one side. */
  private final class Words {
    private final Side side;
    private final Map<String, Word> ofDocument = new HashMap<>();
    private final IdentityHashMap<Block, BlockFeatures> blocks = new IdentityHashMap<>();

    Words(Side side) {
      this.side = side;
    }

    List<Word> of(String text) {
      var words = new ArrayList<Word>();
      for (Matcher next = WORD.matcher(text); next.find(); ) {
        words.add(ofDocument.computeIfAbsent(next.group(), this::word));
      }
      return words;
    }

    private Word word(String written) {
      WordCache.Word word = known.of(side).words().of(written);
      return new Word(word.marks(), numbered(word.grams()), numbered(word.terms()));
    }
  }
}
