package no.speil.lexicon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.text.LetterFolding;
import no.speil.lexicon.TermTokenizer.Token;

/** The headwords of a dictionary by their spellings and terms, each with its translations. */
final class Headwords {
  private static final String VOWELS = "aeiouyæøå";

  /** Letters; shorter ones say nothing of what a form is of. */
  private static final int SHORTEST_STEM = 2;

  private static final List<Inflection> INFLECTIONS =
      Stream.concat(
              Stream.of("e", "t", "tt", "ere", "est", "este")
                  .map(ending -> new Inflection(Kind.ADJECTIVE, ending, "")),
              Stream.concat(
                  Stream.of("r", "s", "dd", "dde", "tt")
                      .map(ending -> new Inflection(Kind.VERB, ending, "")),
                  Stream.of("t", "te", "et", "a", "d", "de", "ende", "ande")
                      .map(ending -> new Inflection(Kind.VERB, ending, "e"))))
          .toList();

  /** The translations as written of each spelling in lower case, the most usual first. */
  private final WordMultimap translations;

  /** How many of them are not of a rare sense. */
  private final byte[] usual;

  /** The kind of each spelling, see {@link Kind}. */
  private final byte[] kinds;

  /** The spellings of single words by their term. */
  private final WordMultimap spellings;

  /** The usual translations of single verbs and adjectives, whatever else is spelt so. */
  private final WordMultimap inflected;

  private Headwords(
      WordMultimap translations,
      byte[] usual,
      byte[] kinds,
      WordMultimap spellings,
      WordMultimap inflected) {
    this.translations = translations;
    this.usual = usual;
    this.kinds = kinds;
    this.spellings = spellings;
    this.inflected = inflected;
  }

  /** What matters of the parts of speech. */
  enum Kind {
    NAME(0),
    ADJECTIVE(1),
    VERB(2),
    OTHER(3);

    /** As it is written in the compiled dictionary. */
    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** Of a spelling that several entries have. */
    Kind and(Kind other) {
      return this == other ? this : OTHER;
    }

    private String key(String spelling) {
      return name() + ' ' + spelling;
    }
  }

  /**
   * How a form is made.
   *
   * @param ofHeadword the ending of the headword that it stands for
   */
  private record Inflection(Kind kind, String ending, String ofHeadword) {}

  /**
   * A translation of a headword.
   *
   * @param weight of its sense and its place in it
   */
  record Translation(String english, boolean isRare, double weight) {}

  /** Adds the translations of a spelling, those of another entry of it included. */
  static final class Builder {
    private final Map<String, List<Translation>> translations = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Map<String, List<Translation>> inflected = new HashMap<>();

    /**
     * @param term of a single word; empty for several words
     */
    void add(String spelling, String term, Kind kind, List<Translation> all) {
      String word = spelling.toLowerCase(Locale.ROOT);
      translations.computeIfAbsent(word, key -> new ArrayList<>()).addAll(all);
      kinds.merge(word, kind, Kind::and);
      if (!term.isEmpty() && (kind == Kind.ADJECTIVE || kind == Kind.VERB)) {
        inflected.computeIfAbsent(kind.key(word), key -> new ArrayList<>()).addAll(all);
      }
      if (!term.isEmpty()) {
        List<String> alike = spellings.computeIfAbsent(term, key -> new ArrayList<>(1));
        if (!alike.contains(word)) {
          alike.add(word);
        }
      }
    }

    Headwords build() {
      var sorted = new HashMap<String, List<String>>();
      translations.forEach((word, all) -> sorted.put(word, english(all)));
      var all = WordMultimap.of(sorted);
      var usual = new byte[all.size()];
      var kind = new byte[all.size()];
      for (int number = 0; number < all.size(); number++) {
        String word = all.key(number);
        usual[number] = (byte) usual(translations.getOrDefault(word, List.of())).size();
        kind[number] = kinds.getOrDefault(word, Kind.OTHER).code;
      }
      var usualOfInflected = new HashMap<String, List<String>>();
      inflected.forEach((key, some) -> usualOfInflected.put(key, usual(some)));
      return new Headwords(
          all, usual, kind, WordMultimap.of(spellings), WordMultimap.of(usualOfInflected));
    }

    private static List<String> english(List<Translation> all) {
      return all.stream()
          .sorted(
              Comparator.comparing(Translation::isRare)
                  .thenComparing(Translation::weight, Comparator.reverseOrder()))
          .map(Translation::english)
          .distinct()
          .toList();
    }

    private static List<String> usual(List<Translation> all) {
      return english(all.stream().filter(each -> !each.isRare()).toList());
    }
  }

  /** All translations of a spelling, in lower case. */
  Set<String> english(String spelling) {
    return translations.of(spelling).stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The usual translations of the words that a form may be of, as they are written; names have
   * none. A form that is a headword itself is of that one. As "likt" is also of an adjective and
   * "fører" also of a verb, the translations of these take turns with its own.
   */
  List<String> usual(Token form) {
    int own = translations.find(form.form());
    List<String> all = usual(own < 0 ? headwords(form) : IntStream.of(own));
    return inTurns(usualOfStem(form.form()), all);
  }

  private static List<String> inTurns(List<String> one, List<String> other) {
    return IntStream.range(0, Math.max(one.size(), other.size()))
        .boxed()
        .flatMap(
            at -> Stream.of(one, other).filter(each -> at < each.size()).map(each -> each.get(at)))
        .distinct()
        .toList();
  }

  private List<String> usual(IntStream headwords) {
    return headwords
        .filter(each -> kinds[each] != Kind.NAME.code)
        .boxed()
        .flatMap(each -> translations.of((int) each).stream().limit(usual[each]))
        .distinct()
        .toList();
  }

  /** The translations of the adjective or verb that a form may be of; empty where there is none. */
  private List<String> usualOfStem(String form) {
    if (form.endsWith("r")) {
      return inflected.of(Kind.VERB.key(without(1, form)));
    }
    List<String> neuter =
        form.endsWith("t") ? inflected.of(Kind.ADJECTIVE.key(without(1, form))) : List.of();
    return neuter.isEmpty() && form.endsWith("tt")
        ? inflected.of(Kind.ADJECTIVE.key(without(2, form)))
        : neuter;
  }

  private static String without(int letters, String form) {
    return form.substring(0, form.length() - letters);
  }

  /** Whether a form is of names only. */
  boolean isName(Token form) {
    int[] all = headwords(form).toArray();
    return all.length > 0 && IntStream.of(all).allMatch(each -> kinds[each] == Kind.NAME.code);
  }

  /** All translations of the words that a form may be of. */
  List<String> english(Token form) {
    return Stream.concat(
            IntStream.concat(headwords(form), irregular(form))
                .boxed()
                .flatMap(each -> translations.of((int) each).stream()),
            inflected(form.form()))
        .toList();
  }

  /** Whether a form is a headword or begins like one with its term, or is irregular. */
  boolean isForm(Token form) {
    return translations.find(form.form()) >= 0
        || inflected(form.form()).findAny().isPresent()
        || irregular(form).findAny().isPresent()
        || spellings.of(form.term()).stream()
            .anyMatch(each -> sharedStem(form.form(), each) >= SHORTEST_STEM);
  }

  /** All translations of the words with the term of a form. */
  List<String> englishOfAll(Token form) {
    return spellings.of(form.term()).stream().flatMap(each -> english(each).stream()).toList();
  }

  /**
   * The numbers of the headwords with the term of a form that have another first vowel, as "vinne"
   * has for "vant".
   */
  private IntStream irregular(Token form) {
    String plain = letterForLetter(form.form());
    return spellings.of(form.term()).stream()
        .filter(
            each -> {
              String other = letterForLetter(each);
              int shared = shared(form.form(), each);
              return !plain.startsWith(other)
                  && !other.startsWith(plain)
                  && each.chars().limit(shared).noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
            })
        .mapToInt(translations::find)
        .filter(each -> each >= 0);
  }

  /** The translations of verbs and adjectives that a headword may also be a form of. */
  private Stream<String> inflected(String form) {
    return INFLECTIONS.stream()
        .filter(each -> form.endsWith(each.ending))
        .flatMap(
            each -> {
              String stem = without(each.ending.length(), form);
              String doubled = stem.isEmpty() ? stem : stem + stem.charAt(stem.length() - 1);
              return Stream.of(stem, doubled).map(some -> each.kind.key(some + each.ofHeadword));
            })
        .flatMap(key -> inflected.of(key).stream());
  }

  /** The numbers of the headwords that a form may be of. */
  private IntStream headwords(Token form) {
    return spellings(form).stream().mapToInt(translations::find).filter(each -> each >= 0);
  }

  /** The headwords that a form may be of; "set" is not of "seter", but "kom" is of "komme". */
  private List<String> spellings(Token form) {
    String word = form.form();
    if (translations.find(word) >= 0) {
      return usualOfStem(word).isEmpty()
          ? List.of(word)
          : List.of(without(word.endsWith("tt") ? 2 : 1, word), without(1, word), word);
    }
    List<String> alike =
        spellings.of(form.term()).stream().filter(each -> isSpeltAlike(word, each)).toList();
    int longest = alike.stream().mapToInt(each -> sharedStem(word, each)).max().orElse(0);
    return longest == 0
        ? alike.stream().filter(each -> each.endsWith("e") || !each.startsWith(word)).toList()
        : alike.stream().filter(each -> sharedStem(word, each) == longest).toList();
  }

  /** The length of the headword without its last vowel if the form begins so; else 0. */
  private static int sharedStem(String form, String headword) {
    int last = headword.length() - 1;
    String stem =
        VOWELS.indexOf(headword.charAt(last)) < 0 ? headword : headword.substring(0, last);
    String plain = LetterFolding.toPlainLetters(stem);
    return LetterFolding.toPlainLetters(form).startsWith(plain) ? plain.length() : 0;
  }

  /**
   * Whether two words that begin alike without diacritics also do with them, as "forsto" and
   * "forstå" do, and "forsto" and "først" do not. The vowel of "bok" may change as in "bøker".
   */
  private static boolean isSpeltAlike(String form, String headword) {
    int plain = shared(letterForLetter(form), letterForLetter(headword));
    int written = shared(form, headword);
    return plain <= written || (form.startsWith("ø", written) && headword.startsWith("o", written));
  }

  /** Without diacritics, and as long as before. */
  private static String letterForLetter(String word) {
    return LetterFolding.toPlainLetters(word.replace('æ', 'a'));
  }

  void write(DataOutputStream out) throws IOException {
    translations.write(out);
    out.write(usual);
    out.write(kinds);
    spellings.write(out);
    inflected.write(out);
  }

  static Headwords read(DataInputStream in) throws IOException {
    WordMultimap translations = WordMultimap.read(in);
    byte[] usual = in.readNBytes(translations.size());
    byte[] kinds = in.readNBytes(translations.size());
    WordMultimap spellings = WordMultimap.read(in);
    return new Headwords(translations, usual, kinds, spellings, WordMultimap.read(in));
  }

  private static int shared(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int shared = 0;
    while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared;
  }
}
