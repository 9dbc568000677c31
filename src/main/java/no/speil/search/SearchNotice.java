package no.speil.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * A message about how a query was read or answered: a code and its arguments, which each user
 * interface language has words for.
 */
public record SearchNotice(Kind kind, List<String> arguments) {

  public static SearchNotice of(Kind kind, String... arguments) {
    return new SearchNotice(kind, List.of(arguments));
  }

  /** Whether notices say nothing of results that are missing. */
  public static boolean allTold(List<SearchNotice> notices) {
    return notices.stream().noneMatch(each -> each.kind().compareTo(Kind.SAMPLE_COUNTED) >= 0);
  }

  /** A copy of notices with this one at the end, unless it is one of them. */
  List<SearchNotice> after(List<SearchNotice> others) {
    return Stream.concat(others.stream(), Stream.of(this)).distinct().toList();
  }

  /** The codes, each with its arguments. */
  public enum Kind {
    /** The query was cut: number of characters kept. */
    QUERY_CUT,
    /** Words were left out: number of words kept. */
    WORDS_CUT,
    /** Words with a tilde beyond that number are searched as they stand: the number. */
    FUZZY_CUT,
    /** Not a field, so searched as words: its name. */
    UNKNOWN_FIELD,
    /** Not a value of that field, so searched as words: field, value. */
    UNKNOWN_VALUE,
    /** A field without anything right behind its colon, so left out: its name. */
    FIELD_EMPTY,
    /** Looks like another query language's sign, and is read as a word here: the word. */
    FOREIGN_SIGN,
    /** A quotation runs to the end. */
    UNCLOSED_QUOTE,
    /** A parenthesis without its other half. */
    UNBALANCED_PARENTHESIS,
    /** Nested deeper than is read: the depth. */
    TOO_DEEP,
    /** Too little before or after the star, so searched as a word: text, letters wanted. */
    WILDCARD_TOO_SHORT,
    /** A star is read at the beginning or the end of a word only: the word. */
    WILDCARD_MISPLACED,
    /** An operator without something to its left or right: the operator. */
    DANGLING_OPERATOR,
    /** NEAR between other things than words and phrases is read as AND. */
    NEAR_NEEDS_WORDS,
    /** Nothing in the query can be searched for. */
    NOTHING_TO_SEARCH,
    /** Common words that sections need not have, since there are others: the words. */
    COMMON_WORDS,
    /** Not a facet, so not filtered by: its name. */
    UNKNOWN_FILTER,
    /** Guesses follow: sections with words that may be translations. */
    GUESSED_WORDS,
    /** Guesses follow: sections with all parts of a compound. */
    PARTS,
    /** Guesses follow: sections that have only some of the words. */
    PARTIAL,
    /** Nothing has the words; guesses follow for a query that is spelt nearly alike: the query. */
    SPELT_ALIKE,
    /** Pages go no further: number of results that can be paged through. */
    PAGE_LIMIT,
    /** Lines are of some of the sections only: how many were read, how many there are. */
    LINES_LIMIT,
    // From here on, that only a part was looked at.
    /** Only a sample was counted: how many sections, of how many. */
    SAMPLE_COUNTED,
    /** Only some of the archive is indexed. */
    INDEXING,
    /** Only some of the archive is indexed: how many documents so far, how many there are. */
    INDEXING_PROGRESS,
    /** The same, and less than a minute is left. */
    INDEXING_LAST_MINUTE,
    /** The same; the third argument is the number of minutes left. */
    INDEXING_MINUTES,
    /** The search was stopped after that many milliseconds; there may be more. */
    TIMED_OUT;

    /** Whether it says what the guesses are. */
    public boolean isOfGuesses() {
      return this == GUESSED_WORDS || this == PARTS || this == PARTIAL || this == SPELT_ALIKE;
    }
  }
}
