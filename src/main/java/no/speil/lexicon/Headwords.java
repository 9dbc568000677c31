package no.speil.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.text.LetterFolding;
import no.speil.lexicon.TermTokenizer.Token;

/** The headwords of a dictionary by their spellings and terms, each with its translations. */
final class Headwords {
  private static final String VOWELS = "aeiouyæøå";

  /** By spelling in lower case. */
  private final Map<String, Headword> words = new HashMap<>();

  /** The spellings of single words by their term. */
  private final Map<String, List<String>> spellings = new HashMap<>();

  /**
   * A headword.
   *
   * @param english its translations as written, the most usual first
   * @param usual how many of them are not of a rare sense
   * @param kind of word
   */
  private record Headword(List<String> english, int usual, Kind kind) {}

  /** What matters of the parts of speech. */
  enum Kind {
    NAME,
    ADJECTIVE,
    OTHER;

    /** Of a spelling that several entries have. */
    Kind and(Kind other) {
      return this == other ? this : this == ADJECTIVE || other == ADJECTIVE ? ADJECTIVE : OTHER;
    }
  }

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

    /**
     * @param term of a single word; empty for several words
     */
    void add(String spelling, String term, Kind kind, List<Translation> all) {
      String word = spelling.toLowerCase(Locale.ROOT);
      translations.computeIfAbsent(word, key -> new ArrayList<>()).addAll(all);
      kinds.merge(word, kind, Kind::and);
      if (!term.isEmpty()) {
        List<String> alike = spellings.computeIfAbsent(term, key -> new ArrayList<>(1));
        if (!alike.contains(word)) {
          alike.add(word);
        }
      }
    }

    Headwords build() {
      var headwords = new Headwords();
      translations.forEach(
          (word, all) ->
              headwords.words.put(word, headword(all, kinds.getOrDefault(word, Kind.OTHER))));
      spellings.forEach((term, alike) -> headwords.spellings.put(term, List.copyOf(alike)));
      return headwords;
    }

    private static Headword headword(List<Translation> all, Kind kind) {
      List<Translation> sorted =
          all.stream()
              .sorted(
                  Comparator.comparing(Translation::isRare)
                      .thenComparing(Translation::weight, Comparator.reverseOrder()))
              .toList();
      List<String> usual =
          sorted.stream()
              .filter(each -> !each.isRare())
              .map(Translation::english)
              .distinct()
              .toList();
      List<String> english = sorted.stream().map(Translation::english).distinct().toList();
      return new Headword(english, usual.size(), kind);
    }
  }

  /** All translations of a spelling, in lower case. */
  Set<String> english(String spelling) {
    Headword headword = words.get(spelling);
    return headword == null
        ? Set.of()
        : headword.english().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The usual translations of the words that a form may be of, as they are written. A form that is
   * a headword itself is of that one, or of an adjective without its "t"; names have none.
   */
  List<String> usual(Token form) {
    return headwords(form)
        .filter(each -> each.kind() != Kind.NAME)
        .flatMap(each -> each.english().stream().limit(each.usual()))
        .distinct()
        .toList();
  }

  /** Whether a form is of names only. */
  boolean isName(Token form) {
    List<Headword> all = headwords(form).toList();
    return !all.isEmpty() && all.stream().allMatch(each -> each.kind() == Kind.NAME);
  }

  /** All translations of the words that a form may be of. */
  List<String> english(Token form) {
    return headwords(form).flatMap(each -> each.english().stream()).toList();
  }

  /** The translations of other words with the term of a form. */
  List<String> ofOthers(Token form) {
    List<String> own = spellings(form);
    return spellings.getOrDefault(form.term(), List.of()).stream()
        .filter(each -> !own.contains(each))
        .flatMap(each -> english(each).stream())
        .toList();
  }

  private Stream<Headword> headwords(Token form) {
    return spellings(form).stream().map(words::get).filter(Objects::nonNull);
  }

  private List<String> spellings(Token form) {
    String word = form.form();
    if (words.containsKey(word)) {
      String base = word.endsWith("t") ? word.substring(0, word.length() - 1) : "";
      Headword adjective = words.get(base);
      boolean isNeuter = adjective != null && adjective.kind() == Kind.ADJECTIVE;
      return isNeuter ? List.of(base, word) : List.of(word);
    }
    List<String> alike =
        spellings.getOrDefault(form.term(), List.of()).stream()
            .filter(each -> isSpeltAlike(word, each))
            .toList();
    int longest = alike.stream().mapToInt(each -> sharedStem(word, each)).max().orElse(0);
    return longest == 0
        ? alike
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
    return plain <= written
        || (form.startsWith("ø", written) && headword.startsWith("o", written));
  }

  /** Without diacritics, and as long as before. */
  private static String letterForLetter(String word) {
    return LetterFolding.toPlainLetters(word.replace('æ', 'a'));
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
