package no.speil.search.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.search.WordExpansion;
import no.speil.search.WordExpansion.Translation;

/** Collects the expansions of one query, in the order of its words. */
final class ExpansionCollector {
  private final Map<String, WordExpansion> expansions = new LinkedHashMap<>();

  /** Adds what a word or phrase is expanded by, if it is anything, after what there is already. */
  void add(String words, List<Translation> translations) {
    if (!translations.isEmpty()) {
      expansions.merge(
          words,
          new WordExpansion(words, translations),
          (known, more) ->
              new WordExpansion(
                  words,
                  Stream.concat(known.translations().stream(), more.translations().stream())
                      .distinct()
                      .toList()));
    }
  }

  /** The expanded words and phrases, each once. */
  List<WordExpansion> expansions() {
    return List.copyOf(expansions.values());
  }
}
