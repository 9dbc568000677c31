package no.speil.search.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;

/** Collects how the words of one query are expanded, in the order of the query. */
final class ExpansionCollector {
  private final Map<String, WordExpansion> expansions = new LinkedHashMap<>();
  private final Set<String> translatedWords = new HashSet<>();

  /** Notes the translations of a word; a word without any is not noted. */
  void addTranslations(String word, List<Translation> translations) {
    if (!translations.isEmpty()) {
      expansions.put(word, new WordExpansion(word, translations));
      translatedWords.add(word);
    }
  }

  /** Notes that a compound is searched by its parts, which is no proof that it is a word. */
  void addSplit(String word, Translation parts) {
    expansions.put(word, new WordExpansion(word, List.of(parts)));
  }

  /** Notes the translation of a phrase from the glossary, before those that were learned. */
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

  /** The words and phrases that have expansions, each once. */
  List<WordExpansion> expansions() {
    return List.copyOf(expansions.values());
  }

  /** The words with a translation, alone or in a phrase, in lower case. */
  Set<String> translatedWords() {
    return Set.copyOf(translatedWords);
  }
}
