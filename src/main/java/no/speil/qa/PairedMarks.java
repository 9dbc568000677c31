package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks that quotation marks and brackets come in pairs. Allowed are quotations that the original
 * leaves open too, and brackets after a number or letter: "a)".
 */
final class PairedMarks implements QaRule {
  private static final Pattern NUMBERING =
      Pattern.compile("(?:^|[\\s,;:])(?:\\p{L}|[ivxIVX]{1,5}|\\d{1,3})\\)|[:;]-?\\)");
  private static final Pattern OPENS_PARAGRAPH = Pattern.compile("^[“«\"]");

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String translation = checkedTexts.translation().text();
    List<String> quotes = unbalanced(translation, "“”", "«»");
    if (count(translation, '"') % 2 == 1) {
      quotes.add("\"");
    }
    if (!quotes.isEmpty() && !isLeftOpen(checkedTexts)) {
      found.accept(QaCheck.QUOTES, quotes);
    }
    List<String> brackets = brackets(translation);
    if (!brackets.isEmpty() && brackets(checkedTexts.original().text()).isEmpty()) {
      found.accept(QaCheck.BRACKETS, brackets);
    }
  }

  private static List<String> brackets(String text) {
    boolean numbered = text.indexOf(')') >= 0;
    return unbalanced(numbered ? NUMBERING.matcher(text).replaceAll(" ") : text, "()", "[]");
  }

  /** Whether a quotation is left open on purpose. */
  private static boolean isLeftOpen(CheckedTexts checkedTexts) {
    String original = checkedTexts.original().text();
    boolean inOriginal =
        !unbalanced(original, "“”", "«»", "„“").isEmpty() || count(original, '"') % 2 == 1;
    // English opens a quotation again in each of its paragraphs and closes it once.
    List<String> paragraphs = checkedTexts.translation().visible().paragraphs();
    boolean reopened =
        paragraphs.size() > 1
            && paragraphs.stream()
                .limit(paragraphs.size() - 1)
                .filter(each -> !unbalanced(each, "“”").isEmpty())
                .allMatch(each -> OPENS_PARAGRAPH.matcher(each).find());
    return inOriginal || reopened;
  }

  /** For each pair that does not balance, the mark of which there are more. */
  private static List<String> unbalanced(String text, String... pairs) {
    var unbalanced = new ArrayList<String>();
    for (String pair : pairs) {
      long opened = count(text, pair.charAt(0));
      long closed = count(text, pair.charAt(1));
      if (opened != closed) {
        unbalanced.add(pair.substring(opened > closed ? 0 : 1, opened > closed ? 1 : 2));
      }
    }
    return unbalanced;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(each -> each == mark).count();
  }
}
