package no.speil.checking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names stay, but for endings and the other language's spelling, or are called what is known for
 * them. Of a name of several words one will do, and so will its initials.
 */
final class ProperNames implements Rule {
  private final Map<String, Set<String>> places = places();
  private final Dictionary dictionary;

  ProperNames(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public List<Finding> find(Pair pair) {
    String translation = " " + pair.translation().text().toLowerCase(Locale.ROOT);
    List<String> words = NamedWords.folded(pair.translation().text());
    List<String> missing =
        NamedWords.of(pair.texts().original()).stream()
            .filter(name -> name.stream().noneMatch(word -> isThere(word, words, translation)))
            .filter(name -> !words.contains(initials(name)))
            .map(name -> String.join(" ", name))
            .toList();
    var found = new ArrayList<Finding>();
    Targets.add(found, Check.NAME_MISSING, missing);
    return found;
  }

  /** In doubt it is: what the dictionary knows as a common word is not a name for sure. */
  private boolean isThere(String word, List<String> words, String translation) {
    String name = NamedWords.stem(word.toLowerCase(Locale.ROOT));
    Set<String> called = places.getOrDefault(name, Set.of());
    if (!called.isEmpty()) {
      return called.stream().anyMatch(each -> begins(translation, each));
    }
    return !dictionary.english(name).isEmpty()
        || !dictionary.english(word.toLowerCase(Locale.ROOT)).isEmpty()
        || words.stream().anyMatch(each -> NamedWords.isAlike(NamedWords.fold(name), each));
  }

  private static String initials(List<String> name) {
    return name.stream()
        .map(word -> NamedWords.fold(word.substring(0, 1)))
        .collect(Collectors.joining());
  }

  private static boolean begins(String text, String word) {
    int at = text.indexOf(word);
    while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
      at = text.indexOf(word, at + 1);
    }
    return at > 0;
  }

  private static Map<String, Set<String>> places() {
    var places = new HashMap<String, Set<String>>();
    WordFile.lines("names.txt")
        .flatMap(line -> List.of(line.split(" ", -1)).stream())
        .forEach(
            each -> {
              int equals = each.indexOf('=');
              Set<String> called = Set.of(each.substring(equals + 1).split("\\|", -1));
              places.put(each.substring(0, equals), called);
            });
    return places;
  }
}
