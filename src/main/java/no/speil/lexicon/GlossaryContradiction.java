package no.speil.lexicon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.speil.lexicon.LexiconSources.Entry;

/**
 * Lines of a glossary that say different things, although none of their notes says when which is
 * meant. Case and the form of Unicode do not matter.
 *
 * @param term as the first of the lines writes it
 * @param lines at least two
 */
public record GlossaryContradiction(Kind kind, String term, List<GlossaryLine> lines) {
  public GlossaryContradiction {
    lines = List.copyOf(lines);
  }

  /** What the lines have in common. */
  public enum Kind {
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

    /** The last part of its message key. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Those of a glossary: by kind, then in the order of the file. */
  public static List<GlossaryContradiction> of(Glossary glossary) {
    var all = new ArrayList<GlossaryContradiction>();
    all.addAll(differing(glossary, Kind.NORWEGIAN, Entry::norwegian, Entry::english));
    all.addAll(differing(glossary, Kind.ENGLISH, Entry::english, Entry::norwegian));
    grouped(glossary, GlossaryContradiction::pair).stream()
        .filter(lines -> lines.size() > 1)
        .map(
            lines ->
                new GlossaryContradiction(
                    Kind.PAIR, lines.getFirst().entry().norwegian(), lines))
        .forEach(all::add);
    return all;
  }

  /** A term as it is compared. */
  public static String key(String term) {
    return Normalizer.normalize(term, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /** Whether two entries are the same. */
  public static boolean isSamePair(Entry one, Entry other) {
    return pair(one).equals(pair(other));
  }

  private static String pair(Entry entry) {
    return key(entry.norwegian()) + '\t' + key(entry.english());
  }

  private static List<GlossaryContradiction> differing(
      Glossary glossary, Kind kind, Function<Entry, String> same, Function<Entry, String> other) {
    return grouped(glossary, same.andThen(GlossaryContradiction::key)).stream()
        .filter(lines -> differ(lines, other) && !areExplained(lines))
        .map(
            lines ->
                new GlossaryContradiction(kind, same.apply(lines.getFirst().entry()), lines))
        .toList();
  }

  private static boolean differ(List<GlossaryLine> lines, Function<Entry, String> side) {
    return lines.stream().map(line -> key(side.apply(line.entry()))).distinct().count() > 1;
  }

  private static boolean areExplained(List<GlossaryLine> lines) {
    return lines.stream().noneMatch(line -> line.note().isEmpty());
  }

  private static List<List<GlossaryLine>> grouped(
      Glossary glossary, Function<Entry, String> by) {
    var groups = new LinkedHashMap<String, List<GlossaryLine>>();
    for (GlossaryLine line : glossary.lines()) {
      groups.computeIfAbsent(by.apply(line.entry()), key -> new ArrayList<>()).add(line);
    }
    return List.copyOf(groups.values());
  }
}
