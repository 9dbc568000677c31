package no.speil.qa;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Checks that a statement, a question, a line that ends in a colon and a title stay what they are.
 */
final class EndPunctuation implements QaRule {
  private static final String CLOSING = "\"'”’»«“)]*_ \u00a0";

  /** Commas and semicolons do not count: the languages use them differently in lists. */
  private static final String SIGNS = ".!…。?:";

  private static final Pattern STATEMENT = Pattern.compile("[!…。]");

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String inOriginal = end(checkedTexts.original().text());
    String inTranslation = end(checkedTexts.translation().text());
    if (!kind(inOriginal).equals(kind(inTranslation))) {
      found.accept(QaCheck.END, List.of(inOriginal, inTranslation));
    }
  }

  /** The punctuation mark that a text ends with, or an empty string. */
  private static String end(String text) {
    int last = text.length() - 1;
    while (last >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0) {
      last--;
    }
    boolean isSign = last >= 0 && SIGNS.indexOf(text.charAt(last)) >= 0;
    return isSign ? text.substring(last, last + 1) : "";
  }

  /** One of the signs of statements for all of them. */
  private static String kind(String sign) {
    return STATEMENT.matcher(sign).replaceAll(".");
  }
}
