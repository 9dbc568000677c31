package no.speil.qa;

import static no.speil.corpus.VisibleText.Manner.PLAIN;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Words;
import no.speil.corpus.text.ResourceFile;
import no.speil.corpus.text.WordCharacters;

/**
 * Finds Norwegian words of the original that are unchanged in the translation, also in titles of
 * links and in what shortcodes show. Words that are quoted, emphasised, in brackets or in code are
 * taken for citations, words with a capital for names.
 */
record UntranslatedWords(Function<String, Set<String>> dictionary) implements QaRule {
  private static final int LONG = 5;
  private static final Pattern CITED =
      Pattern.compile(
          "“[^”]{0,300}”|«[^»]{0,300}»|\"[^\"]{0,300}\"|‘[^’]{0,300}’|\\([^()]{0,300}\\)"
              + "|(?:https?://|www\\.)\\S{1,300}|\\{\\{.{0,300}?\\}\\}|\\{%.{0,300}?%\\}");

  /** An attribute of a shortcode whose value is more than one word. */
  private static final Pattern SHOWN = Pattern.compile("\"([^\"\\s]{1,60} [^\"]{1,300})\"");

  private static final Set<String> LITTLE =
      Set.copyOf(ResourceFile.words(UntranslatedWords.class, "little-words-no.txt"));

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String plain = plain(checkedTexts.translation().visible());
    String labels = labels(checkedTexts.translation().visible());
    Set<String> left = words(plain + labels);
    left.retainAll(words(checkedTexts.original().text()));
    left.removeIf(word -> !isNorwegian(word));
    if (!left.isEmpty()) {
      left.retainAll(words(CITED.matcher(plain).replaceAll(" ") + labels));
    }
    found.accept(QaCheck.NORWEGIAN, List.copyOf(left));
  }

  /** The text without code and emphasised or struck-out words. */
  private static String plain(VisibleText text) {
    return text.pieces().stream()
        .map(piece -> piece instanceof Words words && words.manner() == PLAIN ? words.text() : " ")
        .collect(Collectors.joining());
  }

  /** The titles of links and pictures, and what shortcodes show. */
  private static String labels(VisibleText text) {
    return String.join(" ", text.marked(VisibleText.Manner.TITLE)).replace('"', ' ')
        + text.code().stream()
            .filter(code -> code.startsWith("{{"))
            .flatMap(code -> SHOWN.matcher(code).results())
            .map(value -> " " + value.group(1))
            .collect(Collectors.joining());
  }

  private boolean isNorwegian(String word) {
    boolean isLong = word.length() >= LONG;
    boolean isForeign = word.chars().anyMatch(c -> "æøå".indexOf(c) >= 0);
    if (LITTLE.contains(word) || (isLong && isForeign)) {
      return true;
    }
    Set<String> english = isLong || isForeign ? dictionary.apply(word) : Set.of();
    return !english.isEmpty() && !english.contains(word);
  }

  /** The words that begin with a small letter. */
  private static Set<String> words(String text) {
    return WordCharacters.LETTERS.words(text).stream()
        .filter(word -> Character.getType(word.codePointAt(0)) == Character.LOWERCASE_LETTER)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
