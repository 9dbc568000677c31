package no.speil.qa;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.lexicon.StarterLexicon;

/** A dictionary of the starter lexicon. */
final class StarterDictionary implements BilingualDictionary {
  private final Map<String, Set<String>> words = new HashMap<>();

  StarterDictionary() {
    StarterLexicon.all()
        .forEach(
            entry ->
                words
                    .computeIfAbsent(
                        entry.norwegian().toLowerCase(Locale.ROOT), word -> new HashSet<>())
                    .add(entry.english().toLowerCase(Locale.ROOT)));
  }

  @Override
  public Set<String> english(String norwegian) {
    return words.getOrDefault(norwegian, Set.of());
  }
}
