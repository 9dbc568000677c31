package no.speil.qa;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.LetterFolding;
import no.speil.corpus.text.ResourceFile;

/**
 * Checks that each name is in the translation, in its own or a similar spelling or in a known
 * translation. Of a name of several words one is enough, and so are its initials.
 */
record ProperNames(Function<String, Set<String>> dictionary) implements QaRule {
  private static final Map<String, Set<String>> PLACES =
      ResourceFile.values(ResourceFile.words(ProperNames.class, "names.txt"));

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    List<List<String>> names = NameFinder.of(checkedTexts.original().visible());
    if (names.isEmpty()) {
      return;
    }
    String translation = checkedTexts.translation().text();
    Set<String> words = NameFinder.folded(translation);
    List<String> missing =
        names.stream()
            .filter(
                name ->
                    (name.stream().noneMatch(word -> isThere(word, words, translation))
                            && !words.contains(initials(name)))
                        || goesOnOtherwise(name, words, checkedTexts))
            .map(name -> String.join(" ", name))
            .toList();
    found.accept(QaCheck.NAME_MISSING, missing);
  }

  /** In doubt true: a word in the dictionary may not be a name. */
  private boolean isThere(String word, Set<String> words, String translation) {
    String name = NameFinder.stem(word.toLowerCase(Locale.ROOT));
    return isWritten(word, words, translation)
        || (!PLACES.containsKey(name) && !english(word).isEmpty());
  }

  private Set<String> english(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Stream.of(lower, NameFinder.stem(lower))
        .flatMap(each -> dictionary.apply(each).stream())
        .collect(Collectors.toSet());
  }

  private boolean isWritten(String word, Set<String> words, String translation) {
    String name = NameFinder.stem(word.toLowerCase(Locale.ROOT));
    Set<String> called = PLACES.getOrDefault(name, Set.of());
    if (!called.isEmpty()) {
      String any = called.stream().map(Pattern::quote).collect(Collectors.joining("|"));
      String lower = translation.toLowerCase(Locale.ROOT);
      return Pattern.compile("(?<!\\p{L})(?:" + any + ")").matcher(lower).find();
    }
    String plain = LetterFolding.toPlainLetters(name);
    return words.contains(plain)
        || words.stream().anyMatch(each -> NameFinder.isAlike(plain, each));
  }

  /** Whether a name begins as in the original, and a name follows that is not in the original. */
  private boolean goesOnOtherwise(List<String> name, Set<String> words, CheckedTexts checkedTexts) {
    String translation = checkedTexts.translation().text();
    for (int i = 1; i < name.size(); i++) {
      String before = name.get(i - 1) + " ";
      if (!translation.contains(before)) {
        continue;
      }
      Matcher after =
          Pattern.compile("(?<!\\p{L})" + before + "(\\p{Lu}\\p{L}+)").matcher(translation);
      if (after.find()
          && !isWritten(name.get(i), words, translation)
          && Collections.disjoint(english(name.get(i)), words)) {
        String other = LetterFolding.toPlainLetters(NameFinder.stem(after.group(1)));
        return !NameFinder.folded(checkedTexts.original().text()).contains(other);
      }
    }
    return false;
  }

  private static String initials(List<String> name) {
    return name.stream()
        .map(word -> LetterFolding.toPlainLetters(word.substring(0, 1)))
        .collect(Collectors.joining());
  }
}
