package no.speil.lexicon;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.corpus.text.EditDistance;
import no.speil.corpus.text.LetterFolding;
import no.speil.lexicon.DictionaryBuilder.Translation;
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

  // what the keys of rows begin with
  private static final String WORD = "word ";
  private static final String TERM = "term ";

  /**
   * Each spelling in lower case with its kind, the number of its usual translations and all
   * translations, as written and the most usual first; the spellings of single words by their
   * terms; and by {@link Kind#key} the usual translations of verbs and adjectives, whatever else is
   * spelt so.
   */
  private final WordTable table;

  Headwords(WordTable table) {
    this.table = table;
  }

  /** What matters of the parts of speech. */
  enum Kind {
    NAME,
    ADJECTIVE,
    VERB,
    OTHER;

    /** Of a spelling that several entries have. */
    Kind and(Kind other) {
      return this == other ? this : OTHER;
    }

    private String key(String spelling) {
      return name() + ' ' + spelling;
    }
  }

  /**
   * What all entries of a spelling say.
   *
   * @param usual the translations that are not of a rare sense
   */
  private record Headword(Kind kind, List<String> usual, List<String> translations) {}

  /**
   * How a form is made.
   *
   * @param ofHeadword the ending of the headword that it stands for
   */
  private record Inflection(Kind kind, String ending, String ofHeadword) {}

  /**
   * What one entry of the dictionary says of a spelling.
   *
   * @param word the spelling in lower case
   * @param term of a single word; empty for several words
   */
  record Entry(String word, String term, Kind kind, List<Translation> translations) {}

  /** The rows that headwords are read from. */
  static Stream<List<String>> rows(List<Entry> entries) {
    List<Entry> single = entries.stream().filter(each -> !each.term.isEmpty()).toList();
    return Stream.of(
            WordTable.rows(
                WORD,
                entries.stream()
                    .collect(groupingBy(Entry::word, collectingAndThen(toList(), Headwords::row)))),
            WordTable.rows(
                TERM,
                single.stream()
                    .collect(
                        groupingBy(
                            Entry::term, mapping(Entry::word, toCollection(LinkedHashSet::new))))),
            WordTable.rows(
                "",
                single.stream()
                    .filter(each -> each.kind == Kind.ADJECTIVE || each.kind == Kind.VERB)
                    .collect(
                        groupingBy(
                            each -> each.kind.key(each.word),
                            collectingAndThen(toList(), Headwords::usual)))))
        .flatMap(Function.identity());
  }

  private static List<String> row(List<Entry> ofWord) {
    Kind kind = ofWord.stream().map(Entry::kind).reduce(Kind::and).orElse(Kind.OTHER);
    var row = new ArrayList<>(List.of(kind.name(), String.valueOf(usual(ofWord).size())));
    row.addAll(english(ofWord, each -> true));
    return row;
  }

  private static List<String> usual(List<Entry> entries) {
    return english(entries, each -> !each.isRare());
  }

  private static List<String> english(List<Entry> entries, Predicate<Translation> wanted) {
    return entries.stream()
        .flatMap(each -> each.translations.stream())
        .filter(wanted)
        .sorted(
            Comparator.comparing(Translation::isRare)
                .thenComparing(Translation::weight, Comparator.reverseOrder()))
        .map(Translation::text)
        .distinct()
        .toList();
  }

  /** All translations of a spelling, in lower case, the most usual first. */
  Set<String> english(String spelling) {
    return headword(spelling).stream()
        .flatMap(each -> each.translations.stream())
        .map(each -> each.toLowerCase(Locale.ROOT))
        .collect(toCollection(LinkedHashSet::new));
  }

  /**
   * The usual translations of the words that a form may be of, as they are written; names have
   * none. A form that is a headword itself is of that one. As "likt" is also of an adjective and
   * "fører" also of a verb, the translations of these take turns with its own.
   */
  List<String> usual(Token form) {
    Optional<Headword> own = headword(form.form());
    return inTurns(
        usualOfStem(form.form()),
        (own.isPresent() ? own.stream() : headwords(form))
            .filter(each -> each.kind != Kind.NAME)
            .flatMap(each -> each.usual.stream())
            .distinct()
            .toList());
  }

  private static List<String> inTurns(List<String> one, List<String> other) {
    return IntStream.range(0, Math.max(one.size(), other.size()))
        .boxed()
        .flatMap(
            at -> Stream.of(one, other).filter(each -> at < each.size()).map(each -> each.get(at)))
        .distinct()
        .toList();
  }

  /** The translations of the adjective or verb that a form may be of; empty where there is none. */
  private List<String> usualOfStem(String form) {
    if (form.endsWith("r")) {
      return usual(Kind.VERB, without(1, form));
    }
    List<String> neuter = form.endsWith("t") ? usual(Kind.ADJECTIVE, without(1, form)) : List.of();
    return neuter.isEmpty() && form.endsWith("tt")
        ? usual(Kind.ADJECTIVE, without(2, form))
        : neuter;
  }

  private List<String> usual(Kind kind, String word) {
    return table.of(kind.key(word));
  }

  private static String without(int letters, String form) {
    return form.substring(0, form.length() - letters);
  }

  /** Whether a form is of names only. */
  boolean isName(Token form) {
    List<Headword> all = headwords(form).toList();
    return !all.isEmpty() && all.stream().allMatch(each -> each.kind == Kind.NAME);
  }

  /** All translations of the words that a form may be of. */
  List<String> english(Token form) {
    return Stream.concat(
            Stream.concat(headwords(form), irregular(form))
                .flatMap(each -> each.translations.stream()),
            inflected(form.form()))
        .toList();
  }

  /** Whether a form is a headword or begins like one with its term, or is irregular. */
  boolean isForm(Token form) {
    return table.has(WORD + form.form())
        || inflected(form.form()).findAny().isPresent()
        || irregular(form).findAny().isPresent()
        || spelt(form).anyMatch(each -> sharedStem(form.form(), each) >= SHORTEST_STEM);
  }

  /** All translations of the words with the term of a form. */
  List<String> englishOfAll(Token form) {
    return spelt(form).flatMap(each -> english(each).stream()).toList();
  }

  /** The headwords with the term of a form that have another first vowel: "vinne" for "vant". */
  private Stream<Headword> irregular(Token form) {
    String plain = letterForLetter(form.form());
    return spelt(form)
        .filter(
            each -> {
              String other = letterForLetter(each);
              int shared = EditDistance.commonPrefix(form.form(), each);
              return !plain.startsWith(other)
                  && !other.startsWith(plain)
                  && each.chars().limit(shared).noneMatch(letter -> VOWELS.indexOf(letter) >= 0);
            })
        .flatMap(each -> headword(each).stream());
  }

  /** The translations of verbs and adjectives that a headword may also be a form of. */
  private Stream<String> inflected(String form) {
    return INFLECTIONS.stream()
        .filter(each -> form.endsWith(each.ending))
        .flatMap(
            each -> {
              String stem = without(each.ending.length(), form);
              String doubled = stem.isEmpty() ? stem : stem + stem.charAt(stem.length() - 1);
              return Stream.of(stem, doubled)
                  .flatMap(some -> usual(each.kind, some + each.ofHeadword).stream());
            });
  }

  private Optional<Headword> headword(String spelling) {
    List<String> row = table.of(WORD + spelling);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    List<String> all = row.subList(2, row.size());
    List<String> usual = all.subList(0, Integer.parseInt(row.get(1)));
    return Optional.of(new Headword(Kind.valueOf(row.get(0)), usual, all));
  }

  /** The headwords that a form may be of. */
  private Stream<Headword> headwords(Token form) {
    return spellings(form).stream().flatMap(each -> headword(each).stream());
  }

  /** The spellings with the term of a form. */
  private Stream<String> spelt(Token form) {
    return table.of(TERM + form.term()).stream();
  }

  /**
   * The spellings of the headwords that a word may be a form of, the longest first, of irregular
   * ones the shortest alone; where there is none, those of the parts that it is compounded of.
   *
   * @param cut the word, as it is cut by what knows compounds
   */
  List<String> of(List<Token> cut) {
    Token whole = cut.getFirst();
    List<String> own = spellings(whole);
    if (own.isEmpty() && table.has(WORD + whole.term())) {
      return List.of(whole.term()); // "kommentar" of "kommentarer", but not its own term
    }
    boolean isRegular = own.stream().anyMatch(each -> sharedStem(whole.form(), each) > 0);
    int shortest = own.stream().mapToInt(String::length).min().orElse(0);
    return !own.isEmpty()
        ? own.stream()
            .filter(each -> isRegular || each.length() == shortest)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()
        : cut.stream()
            .filter(part -> part.form().isEmpty())
            .flatMap(
                part ->
                    spelt(part)
                        .filter(whole.form()::contains)
                        .max(Comparator.comparingInt(String::length))
                        .stream())
            .distinct()
            .toList();
  }

  /** The headwords that a form may be of; "set" is not of "seter", but "kom" is of "komme". */
  private List<String> spellings(Token form) {
    String word = form.form();
    if (table.has(WORD + word)) {
      return usualOfStem(word).isEmpty()
          ? List.of(word)
          : List.of(without(word.endsWith("tt") ? 2 : 1, word), without(1, word), word);
    }
    List<String> alike = spelt(form).filter(each -> isSpeltAlike(word, each)).toList();
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
    int plain = EditDistance.commonPrefix(letterForLetter(form), letterForLetter(headword));
    int written = EditDistance.commonPrefix(form, headword);
    return plain <= written || (form.startsWith("ø", written) && headword.startsWith("o", written));
  }

  /** Without diacritics, and as long as before. */
  private static String letterForLetter(String word) {
    return LetterFolding.toPlainLetters(word.replace('æ', 'a'));
  }
}
