package no.speil.qa;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a statement, a question, a line that ends in a colon and a title stay what they are.
 */
final class EndPunctuation implements QaRule {
  /** Commas and semicolons do not count: the languages use them differently in lists. */
  private static final Pattern END = Pattern.compile("[.!…。?:](?=[\"'”’»«“)\\]*_ \u00a0]*+\\z)");

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
    Matcher end = END.matcher(text);
    return end.find() ? end.group() : "";
  }

  /** One of the signs of statements for all of them. */
  private static String kind(String sign) {
    return STATEMENT.matcher(sign).replaceAll(".");
  }
}
