package no.speil.qa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.text.NumberWords;

/** How one language writes numbers, in digits and in words. Immutable. */
final class Numerals {
  /** Decimal comma; spaces or points between thousands. */
  static final Numerals NORWEGIAN =
      new Numerals(
          "no",
          NumberWords.NORWEGIAN,
          "\\d{1,3}(?:[. ]\\d{3}){1,8}(?!\\d)(?:,\\d{1,30})?" + "|\\d{1,30}(?:[.,:]\\d{1,30}){0,8}",
          "[. ]");

  /** Decimal point; commas or spaces between thousands. */
  static final Numerals ENGLISH =
      new Numerals(
          "en",
          NumberWords.ENGLISH,
          "\\d{1,3}(?:[, ]\\d{3}){1,8}(?!\\d)(?:\\.\\d{1,30})?"
              + "|\\d{1,30}(?:[.:]\\d{1,30}){0,8}",
          "[, ]");

  /** Second parts of Norwegian words that begin with a numeral: femårig, tredelt. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:år|barn|dag|del|doble|dobbel|kant|mann|sifr|tall|time|uke|måned|gang|etasj).*");

  private static final int BEGINNING = 2;
  private static final Pattern WITH_THOUSANDS =
      Pattern.compile("\\d{1,3}(?:[., ]\\d{3}){1,8}(?:\\D\\d{1,30})?");
  private static final Pattern SEPARATOR = Pattern.compile("[.,: ]");

  private final String language;
  private final Pattern figures;
  private final Pattern thousands;
  private final Map<String, Map<String, Set<String>>> words = new HashMap<>();
  private final Set<String> all = new HashSet<>();

  /** The numerals by their first letters. */
  private final Map<String, List<String>> beginnings = new HashMap<>();

  /** The signs of one character, such as %, as numbers. */
  private final BitSet signs = new BitSet();

  /** The first two letters of each word with a value, as numbers. */
  private final BitSet initials = new BitSet();

  private Numerals(String language, Map<String, Integer> counts, String figures, String between) {
    this.language = language;
    this.figures = Pattern.compile(figures);
    this.thousands = Pattern.compile("(?<=\\d)" + between + "(?=\\d{3}(?!\\d))");
    Map<String, Set<String>> count = new HashMap<>();
    counts.forEach((word, value) -> count.put(word, Set.of(value.toString())));
    words.put("count", count);
    WordListFile.lines("numerals.txt")
        .filter(line -> line.startsWith(language + " "))
        .forEach(line -> add(line.substring(language.length() + 1)));
    words.values().forEach(kind -> all.addAll(kind.keySet()));
    all.stream()
        .filter(word -> isPlain(word, 0, word.length()))
        .forEach(word -> initials.set(initials(word, 0)));
    for (String word : count.keySet()) {
      beginnings.computeIfAbsent(beginning(word), letters -> new ArrayList<>()).add(word);
    }
    words.getOrDefault("sign", Map.of()).keySet().stream()
        .filter(sign -> sign.length() == 1)
        .forEach(sign -> signs.set(sign.charAt(0)));
  }

  /**
   * Whether a word, in either case, begins like one with a value; few do. Always true where a
   * letter is outside ASCII.
   */
  boolean beginsLikeNumber(String text, int from, int to) {
    return !isPlain(text, from, to) || initials.get(initials(text, from));
  }

  private static boolean isPlain(String text, int from, int to) {
    return to - from >= BEGINNING && text.charAt(from) < 0x80 && text.charAt(from + 1) < 0x80;
  }

  private static int initials(String text, int at) {
    return Character.toLowerCase(text.charAt(at)) << 7 | Character.toLowerCase(text.charAt(at + 1));
  }

  /** Whether there may be a value of that word, alone or as a compound; few words may have one. */
  boolean mayBeOfNumber(String word) {
    return isListed(word) || (word.length() > BEGINNING && beginnings.containsKey(beginning(word)));
  }

  /** Whether there is a value of that word alone. */
  boolean isListed(String word) {
    return all.contains(word);
  }

  /** Whether a character may be a sign with a value, such as %. */
  boolean isSign(char c) {
    return signs.get(Character.toLowerCase(c));
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(BEGINNING, word.length()));
  }

  /** A number in digits. */
  Pattern figures() {
    return figures;
  }

  /** Whether the case is right for a month: English has a capital, Norwegian may have one. */
  boolean isMonth(String written) {
    return language.equals("no") || Character.isUpperCase(written.charAt(0));
  }

  /** The values of a word of that kind in {@code numerals.txt}; empty if it is none. */
  Set<String> values(String kind, String word) {
    return words.getOrDefault(kind, Map.of()).getOrDefault(word, Set.of());
  }

  /** The factor by which a word multiplies the number before it. */
  Optional<BigDecimal> scale(String word) {
    return values("scale", word).stream().findFirst().map(BigDecimal::new);
  }

  /** The value of a compound with a numeral: tjuefem, femogtjue, femårig. */
  Optional<Quantity> compound(String word) {
    for (String first : beginnings.getOrDefault(beginning(word), List.of())) {
      if (word.startsWith(first)) {
        Optional<Quantity> whole =
            compound(word, values("count", first), word.substring(first.length()));
        if (whole.isPresent()) {
          return whole;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Quantity> compound(String word, Set<String> first, String rest) {
    String other = rest.startsWith("og") ? rest.substring("og".length()) : rest;
    Set<String> second = values("count", other);
    if (!second.isEmpty()) {
      BigDecimal sum = number(first).add(number(second));
      return Optional.of(new Quantity(word, Set.of(plain(sum)), sum.intValue() > 20));
    }
    return COUNTED.matcher(rest).matches()
        ? Optional.of(new Quantity(word, first, false))
        : Optional.empty();
  }

  /** The value of a number in digits in this language. */
  BigDecimal worth(String written) {
    if (hasDigitsOnly(written)) {
      return new BigDecimal(written);
    }
    String whole = written;
    if (WITH_THOUSANDS.matcher(written).matches()) {
      whole = thousands.matcher(written).replaceAll("");
    }
    String[] parts = SEPARATOR.split(whole, -1);
    return new BigDecimal(parts.length > 1 ? parts[0] + "." + parts[1] : parts[0]);
  }

  private static boolean hasDigitsOnly(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (!Character.isDigit(written.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal number(Set<String> values) {
    return new BigDecimal(values.iterator().next());
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    Map<String, Set<String>> kind =
        words.computeIfAbsent(line.substring(0, colon), name -> new HashMap<>());
    for (String each : List.of(line.substring(colon + 1).strip().split(" ", -1))) {
      int equals = each.indexOf('=');
      Set<String> values = Set.of(each.substring(equals + 1).split("\\|", -1));
      kind.put(each.substring(0, equals), values);
    }
  }
}
