package no.speil.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import no.speil.corpus.text.ResourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Words and their irregular forms, which stemming does not unite, such as "bok" and "bøker",
 * "woman" and "women"; and words that stemming would take for others, as "news" for "new". A form
 * of two words counts as the first one's.
 */
final class IrregularForms {
  /**
   * Prefixes of verbs, which keep the irregular forms: "inngikk" is of "inngå" as "gikk" is of
   * "gå".
   */
  private static final List<String> PREFIXES =
      ResourceFile.words(IrregularForms.class, "prefixes-no.txt");

  /** Begins a line with a word that must not be stemmed; all its forms are listed. */
  private static final String KEYWORD = "=";

  /** Begins the forms of a word that ends compounds. */
  private static final String COMPOUND = "*";

  private static final int SHORTEST_FIRST_PART = 3;

  /** As written, and with two letters for one that a foreign keyboard lacks. */
  static final List<UnaryOperator<String>> TRANSCRIPTIONS =
      List.of(form -> form, form -> form.replace("å", "aa").replace("ø", "oe").replace("æ", "ae"));

  static final IrregularForms NORWEGIAN = read("irregular-no.txt", PREFIXES);
  static final IrregularForms ENGLISH = read("irregular-en.txt", List.of());

  private final Map<String, String> bases;
  private final Map<String, String> keywords;
  private final List<Map.Entry<String, String>> lastParts;
  private final List<String> prefixes;

  private IrregularForms(
      Map<String, String> bases,
      Map<String, String> keywords,
      Map<String, String> lastParts,
      List<String> prefixes) {
    this.bases = Map.copyOf(bases);
    this.keywords = Map.copyOf(keywords);
    this.lastParts = List.copyOf(new TreeMap<>(lastParts).entrySet());
    this.prefixes = prefixes;
  }

  /** The word of a form that must not be stemmed; null for any other. */
  @Nullable String keyword(String form) {
    String word = keywords.get(form);
    if (word != null) {
      return word;
    }
    for (Map.Entry<String, String> each : lastParts) {
      int first = form.length() - each.getKey().length();
      if (first >= SHORTEST_FIRST_PART && form.endsWith(each.getKey())) {
        return form.substring(0, first) + each.getValue();
      }
    }
    return null;
  }

  /** The word of an irregular form; the form itself for any other. */
  String of(String form) {
    String base = bases.get(form);
    if (base != null) {
      return base;
    }
    for (String prefix : prefixes) {
      String rest = form.startsWith(prefix) ? bases.get(form.substring(prefix.length())) : null;
      if (rest != null) {
        return prefix + rest;
      }
    }
    return form;
  }

  /** Differs if the forms do. */
  String fingerprint() {
    return new TreeMap<>(bases) + " " + new TreeMap<>(keywords) + " " + lastParts;
  }

  private static IrregularForms read(String file, List<String> prefixes) {
    var lines = new ArrayList<List<String>>();
    var keywordLines = new ArrayList<List<String>>();
    ResourceFile.lines(IrregularForms.class, file)
        .forEach(
            line ->
                (line.startsWith(KEYWORD) ? keywordLines : lines)
                    .add(List.of(line.replace(KEYWORD, "").split(" ", -1))));
    var bases = new HashMap<String, String>();
    var keywords = new HashMap<String, String>();
    var lastParts = new HashMap<String, String>();
    for (UnaryOperator<String> spelling : TRANSCRIPTIONS) {
      lines.forEach(words -> take(words, spelling, bases));
      for (List<String> words : keywordLines) {
        boolean isLastPart = words.getFirst().startsWith(COMPOUND);
        Map<String, String> forms = isLastPart ? lastParts : keywords;
        String word = words.getFirst().replace(COMPOUND, "");
        words.forEach(form -> forms.put(spelling.apply(form.replace(COMPOUND, "")), word));
      }
    }
    lines.forEach(words -> bases.putIfAbsent(words.getFirst(), words.getFirst()));
    // typed without diacritics, unless that is another word or a form of it
    lines.forEach(
        words ->
            take(words, form -> form.replace('å', 'a').replace('ø', 'o').replace('æ', 'a'), bases));
    return new IrregularForms(bases, keywords, lastParts, prefixes);
  }

  private static void take(
      List<String> words, UnaryOperator<String> spelling, Map<String, String> bases) {
    Iterator<String> forms = words.iterator();
    String base = forms.next();
    forms.forEachRemaining(form -> bases.putIfAbsent(spelling.apply(form), base));
  }
}
