package no.speil.search.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;

/** Collects the expansions of one query, in the order of its words. */
final class ExpansionCollector {
  private final Map<String, WordExpansion> expansions = new LinkedHashMap<>();
  private final Set<String> translatedWords = new HashSet<>();

  /** Adds the translations of a word, if there are any. */
  void addTranslations(String word, List<Translation> translations) {
    if (!translations.isEmpty()) {
      expansions.put(word, new WordExpansion(word, translations));
      translatedWords.add(word);
    }
  }

  /** Adds the parts of a compound. That a word has parts does not prove that it is spelt right. */
  void addSplit(String word, Translation parts) {
    expansions.put(word, new WordExpansion(word, List.of(parts)));
  }

  /** Adds a translation of a phrase in the glossary, before translations that were learned. */
  void addPhrase(List<String> words, Translation translation) {
    String phrase = String.join(" ", words);
    expansions.merge(
        phrase, new WordExpansion(phrase, List.of(translation)), ExpansionCollector::merged);
    translatedWords.addAll(words);
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

  /** The words that have a translation, alone or in a phrase, in lower case. */
  Set<String> translatedWords() {
    return Set.copyOf(translatedWords);
  }
}
