package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private final QuantityReader norwegian = new QuantityReader(Numerals.NORWEGIAN);
  private final QuantityReader english = new QuantityReader(Numerals.ENGLISH);

  @Override
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    String original = checkedTexts.original().text();
    String translation = checkedTexts.translation().text();
    if (original.equals(translation)) {
      return List.of(); // a citation in English is not read as Norwegian
    }
    List<Quantity> inOriginal = norwegian.read(original);
    List<Quantity> inTranslation = english.read(translation);
    boolean measuredAnew =
        (hasMeasure(inOriginal) || hasMeasure(inTranslation))
            && OTHER_MEASURES.matcher(translation).find();
    var found = new ArrayList<QaWarning>();
    QaWarning.of(QaCheck.NUMBER_MISSING, without(inOriginal, inTranslation, measuredAnew))
        .ifPresent(found::add);
    List<String> added = without(inTranslation, inOriginal, measuredAnew);
    added.removeIf(word -> Character.isLetter(word.charAt(0)) && original.contains(word));
    QaWarning.of(QaCheck.NUMBER_ADDED, added).ifPresent(found::add);
    return found;
  }

  /** The numbers of the original, if there are any and all are in both texts. */
  static Optional<QaAgreement> agreement(CheckedTexts checkedTexts) {
    var quantities = new Quantities();
    List<String> numbers =
        quantities.norwegian.read(checkedTexts.original().text()).stream()
            .filter(Quantity::firm)
            .map(Quantity::written)
            .distinct()
            .toList();
    return numbers.isEmpty() || !quantities.find(checkedTexts).isEmpty()
        ? Optional.empty()
        : Optional.of(new QaAgreement(QaAgreement.Kind.NUMBERS, numbers));
  }

  private static List<String> without(
      List<Quantity> some, List<Quantity> others, boolean measuredAnew) {
    var without = new ArrayList<String>();
    for (Quantity each : some) {
      if (each.firm() && !(measuredAnew && each.measured()) && !isAmong(others, each)) {
        without.add(each.written());
      }
    }
    return without;
  }

  private static boolean isAmong(List<Quantity> others, Quantity quantity) {
    for (Quantity other : others) {
      if (quantity.isSameAs(other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasMeasure(List<Quantity> quantities) {
    for (Quantity each : quantities) {
      if (each.measured()) {
        return true;
      }
    }
    return false;
  }
}
