package no.speil.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;

/** Finds the phrases of a glossary in texts, in any inflected form. */
public final class GlossaryMatcher {
  /** A matcher without a glossary. */
  public static final GlossaryMatcher EMPTY =
      new GlossaryMatcher((side, text) -> List.of(), Glossary.EMPTY);

  private final TermTokenizer tokenizer;
  private final List<GlossaryEntry> entries;

  /** By the first term of the Norwegian phrase. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  /** Prepares a glossary for matching. */
  public GlossaryMatcher(TermTokenizer tokenizer, Glossary glossary) {
    this.tokenizer = tokenizer;
    this.entries = glossary.entries();
    for (GlossaryEntry entry : entries) {
      List<Token> norwegian = tokenizer.cut(Side.ORIGINAL, entry.norwegian());
      if (!norwegian.isEmpty()) {
        phrases
            .computeIfAbsent(norwegian.getFirst().term(), term -> new ArrayList<>())
            .add(new Phrase(entry, norwegian));
      }
    }
  }

  private record Phrase(GlossaryEntry entry, List<Token> norwegian) {}

  /**
   * A phrase of the glossary that occurs in an original.
   *
   * @param english its translations in the glossary
   * @param note the keeper's note; may be empty
   * @param used whether one of the translations occurs in the translated text
   */
  public record Expected(String norwegian, List<String> english, String note, boolean used) {}

  /** The entries that have a term on that side, in the glossary's order. */
  public List<GlossaryEntry> entries(Side side, String term) {
    return entries.stream()
        .filter(each -> tokenizer.terms(side, each.term(side)).contains(term))
        .toList();
  }

  /** The phrases that occur in an original, in the order of the text. */
  public List<Expected> expected(String original, String translation, int most) {
    List<Token> there = tokenizer.cut(Side.ORIGINAL, original);
    List<Token> here = tokenizer.cut(Side.TRANSLATION, translation);
    var found = new LinkedHashMap<String, Set<GlossaryEntry>>();
    for (int i = 0; i < there.size() && found.size() < most; i++) {
      for (Phrase phrase : phrases.getOrDefault(there.get(i).term(), List.of())) {
        if (standsAt(i, phrase.norwegian(), there)) {
          found
              .computeIfAbsent(phrase.entry().norwegian(), key -> new LinkedHashSet<>())
              .add(phrase.entry());
        }
      }
    }
    return found.entrySet().stream()
        .map(each -> expected(each.getKey(), each.getValue(), here))
        .toList();
  }

  private Expected expected(String norwegian, Set<GlossaryEntry> entries, List<Token> translation) {
    List<String> english = entries.stream().map(GlossaryEntry::english).distinct().toList();
    String note =
        entries.stream()
            .map(GlossaryEntry::note)
            .filter(each -> !each.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    boolean isUsed =
        english.stream()
            .map(each -> tokenizer.cut(Side.TRANSLATION, each))
            .anyMatch(each -> standsIn(each, translation));
    return new Expected(norwegian, english, note, isUsed);
  }

  private static boolean standsIn(List<Token> phrase, List<Token> text) {
    return IntStream.range(0, text.size())
        .anyMatch(i -> phrase.isEmpty() || standsAt(i, phrase, text));
  }

  /** Whether the terms at that place follow each other as in the phrase. */
  private static boolean standsAt(int start, List<Token> phrase, List<Token> text) {
    int offset = text.get(start).position() - phrase.getFirst().position();
    int i = start;
    for (Token token : phrase) {
      while (i < text.size()
          && (text.get(i).position() < token.position() + offset
              || !text.get(i).term().equals(token.term()))) {
        i++;
      }
      if (i == text.size() || text.get(i).position() > token.position() + offset) {
        return false;
      }
    }
    return true;
  }
}
