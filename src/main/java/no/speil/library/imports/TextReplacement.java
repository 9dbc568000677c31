package no.speil.library.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.markdown.inline.MarkdownTemplate;

/**
 * Words that others take the place of in translations.
 *
 * @param find whole words as they stand in a text; where they begin with a small letter, also those
 *     that begin with a capital one, which is kept
 * @param with what stands there instead; may be empty
 */
public record TextReplacement(String find, String with) {
  private static final String BEFORE = "(?<![\\p{L}\\p{N}])";
  private static final String AFTER = "(?![\\p{L}\\p{N}])";

  /** With single spaces, as in a text. */
  public static TextReplacement of(String find, String with) {
    return new TextReplacement(folded(find), folded(with));
  }

  private static String folded(String words) {
    return words.strip().replaceAll("\\s+", " ");
  }

  /** Whether there is a word to look for. */
  public boolean isSearchable() {
    return find.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The search for the sections whose translation has those words, in any case of letters. */
  public String query() {
    return "en:\"" + find.replace('"', ' ') + "\"";
  }

  /**
   * A text with the other words; the same if it has none of these in its running words. Code and
   * the addresses of links stay as they are, and nothing becomes markup that was none.
   */
  public String in(String markdown) {
    List<MatchResult> found = pattern().matcher(markdown).results().toList();
    return found.isEmpty() ? markdown : replaced(markdown, found, markup(markdown));
  }

  /** All at once; where that changes the markup, each half by itself, the latter first. */
  private String replaced(String text, List<MatchResult> found, List<Object> markup) {
    var other = new StringBuilder(text);
    for (MatchResult each : found.reversed()) {
      other.replace(
          each.start(),
          each.end(),
          each.group().startsWith(find.substring(0, 1)) ? with : capitalized(with));
    }
    if (markup(other.toString()).equals(markup)) {
      return other.toString();
    }
    int half = found.size() / 2;
    return half == 0
        ? text
        : replaced(
            replaced(text, found.subList(half, found.size()), markup),
            found.subList(0, half),
            markup);
  }

  private static List<Object> markup(String markdown) {
    MarkdownTemplate template = MarkdownTemplate.of(markdown);
    return List.of(template.kinds(), template.markup(), template.joined().codes());
  }

  private Pattern pattern() {
    return Pattern.compile(
        BEFORE + "(?:" + words(find) + "|" + words(capitalized(find)) + ")" + AFTER);
  }

  private static String words(String phrase) {
    return Stream.of(phrase.split(" ")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
  }

  private static String capitalized(String words) {
    int first = words.offsetByCodePoints(0, Math.min(1, words.length()));
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }
}
