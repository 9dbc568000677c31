package no.speil.library.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.speil.corpus.Coded;
import no.speil.corpus.Side;
import no.speil.lexicon.GlossaryEntry;

/**
 * Lines of a glossary that say different things, although none of their notes says when which is
 * meant. Case and the form of Unicode do not matter.
 *
 * @param term as the first of the lines writes it
 * @param entries at least two
 */
public record GlossaryContradiction(Kind kind, String term, List<GlossaryEntry> entries) {
  /** What the lines have in common. */
  public enum Kind implements Coded {
    /** A Norwegian term with several English ones. */
    NORWEGIAN("has several translations"),
    /** An English term for several Norwegian ones. */
    ENGLISH("translates several terms"),
    /** The same pair. */
    PAIR("is there more than once");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** What is said of the term, for a terminal. */
    public String words() {
      return words;
    }
  }

  /** Those of a glossary: by kind, then in the order of the file. */
  public static List<GlossaryContradiction> of(List<GlossaryEntry> glossary) {
    var all = new ArrayList<GlossaryContradiction>();
    all.addAll(differing(glossary, Kind.NORWEGIAN, Side.ORIGINAL));
    all.addAll(differing(glossary, Kind.ENGLISH, Side.TRANSLATION));
    grouped(glossary, GlossaryEntry::pair).stream()
        .filter(same -> same.size() > 1)
        .map(same -> new GlossaryContradiction(Kind.PAIR, same.getFirst().norwegian(), same))
        .forEach(all::add);
    return all;
  }

  /** The numbers of the lines. */
  public List<Integer> lines() {
    return entries.stream().map(GlossaryEntry::line).toList();
  }

  private static List<GlossaryContradiction> differing(
      List<GlossaryEntry> glossary, Kind kind, Side side) {
    return grouped(glossary, entry -> key(entry, side)).stream()
        .filter(same -> same.stream().map(each -> key(each, side.other())).distinct().count() > 1)
        .filter(same -> same.stream().anyMatch(entry -> entry.note().isEmpty()))
        .map(same -> new GlossaryContradiction(kind, same.getFirst().term(side), same))
        .toList();
  }

  private static String key(GlossaryEntry entry, Side side) {
    return GlossaryEntry.key(entry.term(side));
  }

  private static List<List<GlossaryEntry>> grouped(
      List<GlossaryEntry> glossary, Function<GlossaryEntry, String> by) {
    return List.copyOf(
        glossary.stream()
            .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
            .values());
  }
}
