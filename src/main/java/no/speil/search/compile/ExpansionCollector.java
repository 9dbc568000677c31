package no.speil.search.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;

/** Collects the expansions of one query, in the order of its words. */
final class ExpansionCollector {
  private final Map<String, WordExpansion> expansions = new LinkedHashMap<>();

  /** Adds the translations of a word, if there are any. */
  void addTranslations(String word, List<Translation> translations) {
    if (!translations.isEmpty()) {
      expansions.put(word, new WordExpansion(word, translations));
    }
  }

  /** Says of translations of a word that they are unsure. */
  void doubt(String word, List<String> translations) {
    expansions.computeIfPresent(
        word,
        (key, known) ->
            new WordExpansion(
                word,
                known.translations().stream()
                    .map(
                        each ->
                            translations.contains(each.word())
                                ? new Translation(each.word(), each.weight(), false, each.on())
                                : each)
                    .toList()));
  }

  /** Adds the parts of a compound. */
  void addSplit(String word, Translation parts) {
    expansions.put(word, new WordExpansion(word, List.of(parts)));
  }

  /** Adds a translation of a phrase in the glossary, before translations that were learned. */
  void addPhrase(List<String> words, Translation translation) {
    String phrase = String.join(" ", words);
    expansions.merge(
        phrase, new WordExpansion(phrase, List.of(translation)), ExpansionCollector::merged);
  }

  private static WordExpansion merged(WordExpansion known, WordExpansion more) {
    var all = new ArrayList<>(more.translations());
    known.translations().stream().filter(each -> !all.contains(each)).forEach(all::add);
    return new WordExpansion(known.word(), all);
  }

  /** The expanded words and phrases, each once. */
  List<WordExpansion> expansions() {
    return List.copyOf(expansions.values());
  }
}
