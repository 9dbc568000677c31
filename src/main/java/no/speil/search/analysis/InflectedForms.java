package no.speil.search.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.lexicon.Dictionary;
import no.speil.lexicon.DictionaryEntry;
import no.speil.lexicon.WordTable;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;

/**
 * Regular forms of the dictionary's Norwegian words that the stemmer does not unite with them, as
 * "kjøpte", "lærerne" and "viktigst". All are folded as in the stem field, so that "kjopte" and
 * "kjoepte" are forms as well.
 */
public final class InflectedForms {
  public static final String COMPILED = "inflections.compiled";

  /** Letters of the longest words; longer ones are mostly compounds, which are split. */
  private static final int LONGEST = 12;

  private static final ScandinavianNormalizer NORMALIZER =
      new ScandinavianNormalizer(ScandinavianNormalizer.ALL_FOLDINGS);

  /** The word of each form. */
  private final WordTable words;

  private InflectedForms(WordTable words) {
    this.words = words;
  }

  /**
   * A headword with its regular forms.
   *
   * @param meanings the stems of its English words
   */
  private record Word(String base, String partOfSpeech, Set<String> forms, Set<String> meanings) {}

  /** Read when they are first asked for. */
  private static final class BuiltIn {
    static final InflectedForms FORMS =
        WordTable.compiled(InflectedForms.class, COMPILED, BuiltInDictionary.hash())
            .map(InflectedForms::new)
            .orElseGet(InflectedForms::ofDictionary);
  }

  /** Those of the dictionary that comes with the program. */
  static InflectedForms builtIn() {
    return BuiltIn.FORMS;
  }

  private static InflectedForms ofDictionary() {
    return of(Dictionary.builtInEntries(), Dictionary.frequent());
  }

  /** The bytes of the resource that {@link #builtIn} reads. */
  public static byte[] compile() {
    return ofDictionary().words.compile(BuiltInDictionary.hash());
  }

  /**
   * The forms of the entries. A form that can be of two words is of the frequent one; of none, if
   * both are, or if it is a word of its own.
   */
  static InflectedForms of(List<DictionaryEntry> entries, Set<String> frequent) {
    List<Word> words = words(entries);
    var headwords = new HashSet<String>();
    words.forEach(word -> headwords.add(folded(word.base)));
    Map<String, Map<String, String>> wordsByForm = new HashMap<>();
    for (Word word : words) {
      String stem = stem(folded(word.base));
      for (String form : word.forms) {
        wordsByForm
            .computeIfAbsent(folded(form), f -> new HashMap<>(2))
            .putIfAbsent(stem, word.base);
      }
    }
    var unambiguous = new HashMap<String, String>();
    wordsByForm.forEach(
        (form, byStem) -> {
          if (byStem.size() > 1) {
            byStem.values().retainAll(frequent);
          }
          if (byStem.size() == 1
              && !headwords.contains(form)
              && !byStem.containsKey(stem(folded(form)))) {
            byStem.values().forEach(base -> unambiguous.put(form, folded(base)));
          }
        });
    return new InflectedForms(
        WordTable.of(
            unambiguous.entrySet().stream().map(each -> List.of(each.getKey(), each.getValue()))));
  }

  /**
   * Without participles that mean what their verbs do, as "kjent" but not "svart", without adverbs
   * that are forms of other words, as "stort", and without words that are not stemmed, all forms of
   * which are listed.
   */
  private static List<Word> words(List<DictionaryEntry> entries) {
    var words = new ArrayList<Word>();
    Map<String, Set<String>> meaningsOfVerbs = new HashMap<>();
    var ofAdjectives = new HashSet<String>();
    for (DictionaryEntry entry : entries) {
      String partOfSpeech = entry.partOfSpeech();
      Set<String> meanings = meanings(entry);
      for (String spelling : entry.norwegian()) {
        String base = spelling.toLowerCase(Locale.ROOT);
        if (base.length() <= LONGEST
            && base.chars().allMatch(Character::isLetter)
            && IrregularForms.NORWEGIAN.keyword(base) == null) {
          Set<String> forms = NorwegianInflection.forms(base, partOfSpeech);
          words.add(new Word(base, partOfSpeech, forms, meanings));
          if (partOfSpeech.equals("v")) {
            forms.forEach(
                form ->
                    meaningsOfVerbs.computeIfAbsent(form, f -> new HashSet<>()).addAll(meanings));
          } else if (partOfSpeech.equals("adj")) {
            ofAdjectives.addAll(forms);
          }
        }
      }
    }
    words.removeIf(
        word ->
            switch (word.partOfSpeech) {
              case "adj" ->
                  !Collections.disjoint(
                      word.meanings, meaningsOfVerbs.getOrDefault(word.base, Set.of()));
              case "adv" -> word.base.endsWith("t") && ofAdjectives.contains(word.base);
              default -> false;
            });
    words.replaceAll(
        word ->
            word.partOfSpeech.equals("adj") && meaningsOfVerbs.containsKey(word.base)
                ? new Word(word.base, "adj", Set.of(), word.meanings) // "svarte" is of "svare"
                : word);
    return words;
  }

  /** The stems of the English words that an entry has. */
  private static Set<String> meanings(DictionaryEntry entry) {
    var stemmer = new EnglishStemmer();
    var meanings = new HashSet<String>();
    entry.senses().stream()
        .flatMap(sense -> sense.english().stream())
        .flatMap(english -> Stream.of(english.split("[ -]", -1)))
        .forEach(
            word -> {
              stemmer.setCurrent(IrregularForms.ENGLISH.of(word));
              stemmer.stem();
              meanings.add(stemmer.getCurrent());
            });
    return meanings;
  }

  /** The word of a folded form; the form itself for any other. */
  String of(String form) {
    List<String> word = words.of(form);
    return word.isEmpty() ? form : word.getFirst();
  }

  /** Differs if the forms do. */
  String fingerprint() {
    return words.fingerprint();
  }

  /** The stem of a folded word. */
  static String stem(String word) {
    var stemmer = new NorwegianStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** As {@code ScandinavianFoldingFilter} folds it: "oe" is "ø" is "o". */
  static String folded(String word) {
    char[] letters = word.toCharArray();
    int length = NORMALIZER.processToken(letters, letters.length);
    return new String(letters, 0, length).replace('å', 'a').replace('æ', 'a').replace('ø', 'o');
  }
}
