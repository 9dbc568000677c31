package no.speil.qa;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that what must, should or may be done in one text also must, should or may be done in the
 * other: each "må", "bør" and "kan" has a word of the same strength on the other side, and there
 * are enough words of modality. If the two texts have no strength in common, such as "må" and
 * "may", one of them is stronger.
 */
final class Modality implements QaRule {
  private enum Strength {
    MUST,
    SHOULD,
    MAY
  }

  /** By the kinds of words that have them. */
  private static final Map<String, Set<Strength>> STRENGTHS =
      Map.of(
          "modality.must", Set.of(Strength.MUST),
          "compelled", Set.of(Strength.MUST),
          "modality.shall", Set.of(Strength.MUST, Strength.SHOULD),
          "modality.should", Set.of(Strength.SHOULD),
          "modality.may", Set.of(Strength.MAY),
          "able", Set.of(Strength.MAY),
          "modality.get", Set.of(Strength.MUST, Strength.MAY));

  /**
   * A word of modality.
   *
   * @param strengths that it may have; none for the plain future
   * @param firm whether it needs a counterpart
   */
  private record Modal(String word, Set<Strength> strengths, boolean firm) {}

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    if (checkedTexts.original().text().equals(checkedTexts.translation().text())) {
      return; // a citation in English is not read as Norwegian
    }
    List<CheckedTexts.Word> words = checkedTexts.original().words();
    List<Modal> inOriginal = modals(words);
    List<Modal> inTranslation = modals(checkedTexts.translation().words());
    boolean negated = words.stream().anyMatch(word -> word.is("negation.not"));
    if (differ(inOriginal, inTranslation, negated)) {
      found.accept(QaCheck.MODALITY_OTHER, List.of(said(inOriginal), said(inTranslation)));
      return;
    }
    if (isLost(inOriginal, inTranslation, negated)) {
      found.accept(QaCheck.MODALITY_MISSING, firm(inOriginal));
    }
    if (isLost(inTranslation, inOriginal, negated)) {
      found.accept(QaCheck.MODALITY_ADDED, firm(inTranslation));
    }
  }

  /** Whether both have strengths but none in common, and at least one word is firm. */
  private static boolean differ(
      List<Modal> inOriginal, List<Modal> inTranslation, boolean negated) {
    Set<Strength> wanted = strengths(inOriginal, negated);
    Set<Strength> given = strengths(inTranslation, negated);
    return !wanted.isEmpty()
        && !given.isEmpty()
        && wanted.stream().noneMatch(given::contains)
        && Stream.of(inOriginal, inTranslation).flatMap(List::stream).anyMatch(Modal::firm);
  }

  /**
   * Whether a firm word of the first has no word of its strength in the second, or the second has
   * too few words.
   */
  private static boolean isLost(List<Modal> one, List<Modal> other, boolean negated) {
    Set<Strength> given = strengths(other, negated);
    return firm(one).size() > other.size()
        || one.stream()
            .anyMatch(
                modal -> modal.firm() && modal.strengths().stream().noneMatch(given::contains));
  }

  private static List<Modal> modals(List<CheckedTexts.Word> words) {
    var modals = new ArrayList<Modal>();
    for (int i = 0; i < words.size(); i++) {
      Set<String> kinds = words.get(i).kinds();
      boolean isBeforeTo = i + 1 < words.size() && words.get(i + 1).word().equals("to");
      Set<Strength> strengths = EnumSet.noneOf(Strength.class);
      kinds.forEach(kind -> strengths.addAll(STRENGTHS.getOrDefault(kind, Set.of())));
      if (isBeforeTo && kinds.contains("must-to")) {
        strengths.add(Strength.MUST);
      }
      if (kinds.contains("modality") || !strengths.isEmpty()) {
        modals.add(new Modal(words.get(i).word(), strengths, kinds.contains("modal")));
      }
    }
    return modals;
  }

  /**
   * The strengths of words; with a negation more: "må ikke" can mean "may not", and "can not" can
   * mean "skal ikke".
   */
  private static Set<Strength> strengths(List<Modal> modals, boolean negated) {
    Set<Strength> strengths = EnumSet.noneOf(Strength.class);
    modals.forEach(modal -> strengths.addAll(modal.strengths()));
    if (negated && (strengths.contains(Strength.MUST) || strengths.contains(Strength.MAY))) {
      strengths.addAll(List.of(Strength.MUST, Strength.MAY));
    }
    return strengths;
  }

  private static List<String> firm(List<Modal> modals) {
    return modals.stream().filter(Modal::firm).map(Modal::word).toList();
  }

  private static String said(List<Modal> modals) {
    return modals.stream()
        .filter(modal -> !modal.strengths().isEmpty())
        .map(Modal::word)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
