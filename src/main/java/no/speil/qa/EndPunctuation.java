package no.speil.qa;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Checks that a statement, a question, a line that ends in a colon and a title stay what they are.
 */
final class EndPunctuation implements QaRule {
  private static final String CLOSING = "\"'”’»«“)]*_ \u00a0";

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String inOriginal = end(checkedTexts.original().text());
    String inTranslation = end(checkedTexts.translation().text());
    if (kind(inOriginal) != kind(inTranslation)) {
      found.accept(QaCheck.END, List.of(inOriginal, inTranslation));
    }
  }

  /** The punctuation mark that a text ends with, or an empty string. */
  private static String end(String text) {
    int last = text.length() - 1;
    while (last >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    boolean sign = last >= 0 && kind(text.substring(last, last + 1)) != Kind.NOTHING;
    return sign ? text.substring(last, last + 1) : "";
  }

  private enum Kind {
    STATEMENT,
    QUESTION,
    LEAD,
    NOTHING
  }

  /** Commas and semicolons do not count: the languages use them differently in lists. */
  private static Kind kind(String sign) {
    return switch (sign) {
      case ".", "!", "…", "。" -> Kind.STATEMENT;
      case "?" -> Kind.QUESTION;
      case ":" -> Kind.LEAD;
      default -> Kind.NOTHING;
    };
  }
}
