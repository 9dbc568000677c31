package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
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
  public List<QaWarning> find(CheckedTexts checkedTexts) {
    var found = new ArrayList<QaWarning>();
    String translation = checkedTexts.translation().text();
    List<String> quotes = unbalanced(translation, "“”", "«»");
    if (translation.chars().filter(c -> c == '"').count() % 2 == 1) {
      quotes.add("\"");
    }
    if (!quotes.isEmpty() && !isLeftOpen(checkedTexts)) {
      found.add(new QaWarning(QaCheck.QUOTES, quotes));
    }
    String numbered = NUMBERING.matcher(translation).replaceAll(" ");
    List<String> brackets = unbalanced(numbered, "()", "[]");
    String inOriginal = NUMBERING.matcher(checkedTexts.original().text()).replaceAll(" ");
    if (!brackets.isEmpty() && unbalanced(inOriginal, "()", "[]").isEmpty()) {
      found.add(new QaWarning(QaCheck.BRACKETS, brackets));
    }
    return found;
  }

  /** Whether a quotation is left open on purpose. */
  private static boolean isLeftOpen(CheckedTexts checkedTexts) {
    String original = checkedTexts.original().text();
    boolean inOriginal =
        !unbalanced(original, "“”", "«»", "„“").isEmpty()
            || original.chars().filter(c -> c == '"').count() % 2 == 1;
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
      long opened = text.chars().filter(c -> c == pair.charAt(0)).count();
      long closed = text.chars().filter(c -> c == pair.charAt(1)).count();
      if (opened != closed) {
        unbalanced.add(pair.substring(opened > closed ? 0 : 1, opened > closed ? 1 : 2));
      }
    }
    return unbalanced;
  }
}
