package no.speil.search.query;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.text.Normalization;
import no.speil.search.SearchNotice.Kind;

/** The text of a query, normalised and limited in length, with the position of the parser. */
final class QueryText {
  static final int LONGEST = 512;

  /** A space, and a character of a word, as expressions. */
  static final String SPACE = "[\\p{javaWhitespace}\\p{javaSpaceChar}]";

  static final String LETTER = "[^()\"«“”„»\\p{javaWhitespace}\\p{javaSpaceChar}]";

  private static final Pattern SPACES = Pattern.compile(SPACE + "*");
  private static final Pattern WORD = Pattern.compile(LETTER + "*");
  private static final Pattern QUOTED =
      Pattern.compile("(«[^»]*|»[^«]*|\"[^\"]*|[“”„][^“”\"]*)([“”\"«»]?)");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\x{FFFE}]");

  private final String text;
  private int at;

  QueryText(String query, NoticeCollector notices) {
    // Composed before it is measured, but not all of a hundred thousand characters.
    String start = query.substring(0, Math.min(query.length(), 4 * LONGEST));
    String composed = Normalization.compose(start);
    boolean cut = composed.length() > LONGEST || start.length() < query.length();
    int end = Normalization.onCharacter(composed, Math.min(composed.length(), LONGEST));
    text = UNPRINTABLE.matcher(composed.substring(0, end)).replaceAll(" ");
    if (cut) {
      notices.add(Kind.QUERY_CUT, String.valueOf(LONGEST));
    }
  }

  /** The whole text. */
  String whole() {
    return text;
  }

  int position() {
    return at;
  }

  boolean isDone() {
    return at >= text.length();
  }

  /** Whether that character is here. */
  boolean isAt(char character) {
    return !isDone() && text.charAt(at) == character;
  }

  /** Passes over a character. */
  void skip() {
    at = Math.min(text.length(), at + 1);
  }

  void skipSpace() {
    take(SPACES);
  }

  /** What is here and has that form. */
  Optional<MatchResult> here(Pattern form) {
    Matcher matcher = form.matcher(text).region(at, text.length());
    return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** Takes what is here and has that form. */
  Optional<MatchResult> take(Pattern form) {
    Optional<MatchResult> found = here(form);
    found.ifPresent(it -> at = it.end());
    return found;
  }

  /** Whether the operator is here as a word of its own. */
  boolean isOperator(String operator) {
    return here(WORD).filter(word -> word.group().equals(operator)).isPresent();
  }

  /** Takes the operator if it is here as a word of its own. */
  boolean take(String operator) {
    boolean isHere = isOperator(operator);
    at += isHere ? operator.length() : 0;
    return isHere;
  }

  /** Takes up to the next space, quotation mark or parenthesis; may be empty. */
  String takeWord() {
    return take(WORD).map(MatchResult::group).orElse("");
  }

  boolean isQuote() {
    return here(QUOTED).isPresent();
  }

  /** Takes what is quoted here, and its marks, of which the closing one may be missing. */
  Optional<String> takeQuoted(NoticeCollector notices) {
    Optional<MatchResult> quoted = take(QUOTED);
    quoted.filter(it -> it.group(2).isEmpty()).ifPresent(it -> notices.add(Kind.UNCLOSED_QUOTE));
    return quoted.map(it -> it.group(1).substring(1));
  }
}
