package no.speil.qa;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.NumberWords;
import no.speil.corpus.text.ResourceFile;

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

  private static final Pattern WITH_THOUSANDS =
      Pattern.compile("\\d{1,3}(?:[., ]\\d{3}){1,8}(?:\\D\\d{1,30})?");
  private static final Pattern SEPARATOR = Pattern.compile("[.,: ]");

  private final String language;

  /** Pattern of a number in digits. */
  final String figures;

  private final Pattern thousands;

  /** The values of each word by its kind in {@code numerals.txt}. */
  private final Map<String, Map<String, Set<String>>> words = new HashMap<>();

  private final Pattern compound;

  private Numerals(String language, Map<String, Integer> counts, String figures, String between) {
    this.language = language;
    this.figures = figures;
    this.thousands = Pattern.compile("(?<=\\d)" + between + "(?=\\d{3}(?!\\d))");
    counts.forEach((word, value) -> add("count", word, Set.of(value.toString())));
    ResourceFile.wordsByKey(Numerals.class, "numerals.txt").forEach(this::add);
    List<String> counted =
        words.keySet().stream()
            .filter(word -> !values("count", word).isEmpty())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    this.compound = Pattern.compile("(" + String.join("|", counted) + ")(?:og)?(.+)");
  }

  /** Whether the case is right for a month: English has a capital, Norwegian may have one. */
  boolean isMonth(String written) {
    return language.equals("no") || Character.isUpperCase(written.charAt(0));
  }

  /** The values of a word of that kind in {@code numerals.txt}; empty if it is none. */
  Set<String> values(String kind, String word) {
    return words.getOrDefault(word, Map.of()).getOrDefault(kind, Set.of());
  }

  /** The factor by which a word multiplies the number before it. */
  Optional<BigDecimal> scale(String word) {
    return values("scale", word).stream().findFirst().map(BigDecimal::new);
  }

  /** The value of a compound with a numeral: tjuefem, femogtjue, femårig. */
  Optional<Quantity> compound(String word) {
    Matcher parts = compound.matcher(word);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Set<String> first = values("count", parts.group(1));
    Set<String> second = values("count", parts.group(2));
    if (!second.isEmpty()) {
      BigDecimal sum = number(first).add(number(second));
      return Optional.of(new Quantity(word, Set.of(plain(sum)), sum.intValue() > 20));
    }
    return COUNTED.matcher(parts.group(2)).matches()
        ? Optional.of(new Quantity(word, first, false))
        : Optional.empty();
  }

  /** The value of a number in digits in this language. */
  BigDecimal worth(String written) {
    String whole = written;
    if (WITH_THOUSANDS.matcher(written).matches()) {
      whole = thousands.matcher(written).replaceAll("");
    }
    String[] parts = SEPARATOR.split(whole, -1);
    return new BigDecimal(parts.length > 1 ? parts[0] + "." + parts[1] : parts[0]);
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal number(Set<String> values) {
    return new BigDecimal(values.iterator().next());
  }

  /** Adds words of a kind, if they are of this language, whose code is before the kind. */
  private void add(String kind, List<String> written) {
    if (kind.startsWith(language + " ")) {
      ResourceFile.values(written)
          .forEach((word, values) -> add(kind.substring(language.length() + 1), word, values));
    }
  }

  private void add(String kind, String word, Set<String> values) {
    words.computeIfAbsent(word, unknown -> new HashMap<>()).put(kind, values);
  }
}
