package no.speil.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.speil.corpus.Side;
import no.speil.lexicon.LexiconSources.Entry;
import no.speil.lexicon.TermTokenizer.Token;

/** Finds the phrases of a glossary in texts, in any inflected form. */
public final class GlossaryMatcher {
  /** A matcher without a glossary. */
  public static final GlossaryMatcher EMPTY =
      new GlossaryMatcher((side, text) -> List.of(), Glossary.EMPTY);

  private final TermTokenizer termTokenizer;

  /** By the first term of the Norwegian phrase. */
  private final Map<String, List<Phrase>> phrases = new HashMap<>();

  private final Map<Entry, String> notes;
  private final List<Entry> entries;

  private GlossaryMatcher(TermTokenizer termTokenizer, Glossary glossary) {
    this.termTokenizer = termTokenizer;
    this.notes = glossary.notes();
    this.entries = glossary.entries();
    for (Entry entry : glossary.entries()) {
      List<Token> norwegian = termTokenizer.cut(Side.ORIGINAL, entry.norwegian());
      if (!norwegian.isEmpty()) {
        phrases
            .computeIfAbsent(norwegian.getFirst().term(), term -> new ArrayList<>())
            .add(new Phrase(entry, norwegian));
      }
    }
  }

  private record Phrase(Entry entry, List<Token> norwegian) {}

  /**
   * A phrase of the glossary that occurs in an original.
   *
   * @param english its translations in the glossary
   * @param note the keeper's note; may be empty
   * @param used whether one of the translations occurs in the translated text
   */
  public record Expected(String norwegian, List<String> english, String note, boolean used) {
    public Expected {
      english = List.copyOf(english);
    }
  }

  /**
   * An entry of the glossary.
   *
   * @param note the keeper's; may be empty
   */
  public record GlossaryLine(String norwegian, String english, String note) {}

  /** The entries that have a term on that side, in the glossary's order. */
  public List<GlossaryLine> lines(Side side, String term) {
    return entries.stream()
        .filter(
            each ->
                termTokenizer
                    .cut(side, side == Side.ORIGINAL ? each.norwegian() : each.english())
                    .stream()
                    .anyMatch(token -> token.term().equals(term)))
        .map(
            each ->
                new GlossaryLine(each.norwegian(), each.english(), notes.getOrDefault(each, "")))
        .distinct()
        .toList();
  }

  /** Prepares a glossary for matching. */
  public static GlossaryMatcher of(TermTokenizer termTokenizer, Glossary glossary) {
    return new GlossaryMatcher(termTokenizer, glossary);
  }

  /** The phrases that occur in an original, in the order of the text. */
  public List<Expected> expected(String original, String translation, int most) {
    List<Token> there = termTokenizer.cut(Side.ORIGINAL, original);
    List<Token> here = termTokenizer.cut(Side.TRANSLATION, translation);
    var found = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < there.size() && found.size() < most; i++) {
      for (Phrase phrase : phrases.getOrDefault(there.get(i).term(), List.of())) {
        if (standsAt(i, phrase.norwegian(), there)) {
          List<String> english =
              found.computeIfAbsent(phrase.entry().norwegian(), key -> new ArrayList<>());
          if (!english.contains(phrase.entry().english())) {
            english.add(phrase.entry().english());
          }
        }
      }
    }
    return found.entrySet().stream()
        .map(
            each ->
                new Expected(
                    each.getKey(),
                    each.getValue(),
                    note(each.getKey(), each.getValue()),
                    isUsed(each.getValue(), here)))
        .toList();
  }

  private String note(String norwegian, List<String> english) {
    return english.stream()
        .map(each -> notes.getOrDefault(new Entry(norwegian, each), ""))
        .filter(note -> !note.isEmpty())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private boolean isUsed(List<String> english, List<Token> translation) {
    return english.stream()
        .map(each -> termTokenizer.cut(Side.TRANSLATION, each))
        .anyMatch(each -> standsIn(each, translation));
  }

  private static boolean standsIn(List<Token> phrase, List<Token> text) {
    for (int i = 0; i < text.size(); i++) {
      if (phrase.isEmpty() || standsAt(i, phrase, text)) {
        return true;
      }
    }
    return false;
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
