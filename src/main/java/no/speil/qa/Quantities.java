package no.speil.qa;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that numbers, dates and amounts are the same in both texts, however each language writes
 * them.
 */
final class Quantities implements QaRule {
  /** Units that show that a translator may have converted measures: 10 cm, 4 inches. */
  private static final Pattern OTHER_MEASURES =
      Pattern.compile(
          "(?i)\\b(?:miles?|mph|inch(?:es)?|feet|foot|yards?|pounds?|lbs?|ounces?|acres?|gallons?"
              + "|degrees|fahrenheit)\\b|°F");

  private static final QuantityReader NORWEGIAN = new QuantityReader(Numerals.NORWEGIAN);
  private static final QuantityReader ENGLISH = new QuantityReader(Numerals.ENGLISH);

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String original = checkedTexts.original().text();
    String translation = checkedTexts.translation().text();
    if (original.equals(translation)) {
      return; // a citation in English is not read as Norwegian
    }
    List<Quantity> inOriginal = NORWEGIAN.read(original);
    List<Quantity> inTranslation = ENGLISH.read(translation);
    boolean measuredAnew =
        Stream.of(inOriginal, inTranslation).flatMap(List::stream).anyMatch(Quantity::measured)
            && OTHER_MEASURES.matcher(translation).find();
    Map<String, Deque<Quantity>> left = byValue(inTranslation);
    Set<Quantity> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    found.accept(
        QaCheck.NUMBER_MISSING,
        without(inOriginal, measuredAnew, each -> takes(each, left, taken)));
    Map<String, Deque<Quantity>> originals = byValue(inOriginal); // which English may repeat
    List<String> added = without(inTranslation, measuredAnew, each -> isAmong(originals, each));
    added.removeIf(word -> Character.isLetter(word.charAt(0)) && original.contains(word));
    found.accept(QaCheck.NUMBER_ADDED, added);
  }

  /** The numbers of the original, if the translation has them in this order; else empty. */
  static List<String> agreed(CheckedTexts checkedTexts) {
    List<Quantity> inOriginal = NORWEGIAN.read(checkedTexts.original().text());
    List<Quantity> inTranslation = ENGLISH.read(checkedTexts.translation().text());
    List<String> numbers =
        inOriginal.stream().filter(Quantity::firm).map(Quantity::written).distinct().toList();
    boolean agree =
        new Quantities().find(checkedTexts).isEmpty()
            && isInOrder(inOriginal, inTranslation)
            && isInOrder(inTranslation, inOriginal);
    return agree ? numbers : List.of();
  }

  /** Whether the firm numbers are among the others in their order; months and signs may move. */
  private static boolean isInOrder(List<Quantity> some, List<Quantity> others) {
    Deque<Quantity> left =
        some.stream()
            .filter(each -> each.firm() && each.isNumber())
            .collect(Collectors.toCollection(ArrayDeque::new));
    for (Quantity each : others) {
      if (!left.isEmpty() && left.element().isSameAs(each)) {
        left.remove();
      }
    }
    return left.isEmpty();
  }

  /** The firm ones of some, as they are written, which the others lack. */
  private static List<String> without(
      List<Quantity> some, boolean measuredAnew, Predicate<Quantity> isThere) {
    return some.stream()
        .filter(each -> each.firm() && !(measuredAnew && each.measured()) && !isThere.test(each))
        .map(Quantity::written)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isAmong(Map<String, Deque<Quantity>> others, Quantity quantity) {
    return quantity.values().stream().anyMatch(others::containsKey);
  }

  /** Takes an equal one; that of a sign stays, which may stand for several: "10 and 20 %". */
  private static boolean takes(
      Quantity quantity, Map<String, Deque<Quantity>> left, Set<Quantity> taken) {
    if (!quantity.isNumber()) {
      return isAmong(left, quantity);
    }
    for (String value : quantity.values()) {
      Deque<Quantity> same = left.getOrDefault(value, new ArrayDeque<>());
      while (!same.isEmpty()) {
        if (taken.add(same.poll())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Map<String, Deque<Quantity>> byValue(List<Quantity> quantities) {
    Map<String, Deque<Quantity>> byValue = new HashMap<>();
    for (Quantity each : quantities) {
      for (String value : each.values()) {
        byValue.computeIfAbsent(value, unknown -> new ArrayDeque<>()).add(each);
      }
    }
    return byValue;
  }
}
