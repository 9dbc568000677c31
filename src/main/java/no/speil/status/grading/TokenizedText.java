package no.speil.status.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.status.grading.WordToken.Weight;

/**
 * A text split into tokens.
 *
 * @param after the punctuation after the last token
 */
record TokenizedText(List<WordToken> list, String after) {
  private static final String MONTH =
      "(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des)";
  private static final String MINUS = "(?:(?<![\\p{L}\\p{N}])[-−–](?=\\d))?";
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<address>(?:https?://|www\\.)\\S{0,1999}[\\p{L}\\p{N}/]"
              + "|[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,64}(?:\\.[\\p{L}\\p{N}-]{1,64}){1,8})"
              + "|(?<date>\\b\\d{1,2}\\.?\\s(?i:"
              + MONTH
              + ")\\b\\.?(?:\\s\\d{4}\\b)?"
              + "|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?\\d{4}\\b)"
              + "|(?<number>"
              + MINUS
              + "\\d{1,3}(?:\\s\\d{3}){1,8}(?![\\p{L}\\p{N}])(?:,\\d+)?"
              + "|"
              + MINUS
              + "\\d+(?:[.,:/]\\d+){0,20}[\\p{L}\\p{M}\\p{N}]*(?:\\.(?=\\s\\p{Ll}))?)"
              + "|(?<word>[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+){0,4})"
              + "|(?<sign>[\\p{Sc}\\p{Sm}%‰§°\\p{So}&&[^~]])");

  static TokenizedText of(String text) {
    var list = new ArrayList<WordToken>();
    var classifier = new TokenClassifier();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      String before = text.substring(end, matcher.start());
      list.add(token(matcher, before, classifier));
      end = matcher.end();
    }
    return new TokenizedText(NameDetector.settle(list), text.substring(end));
  }

  List<String> keys() {
    return list.stream().map(WordToken::key).toList();
  }

  private static WordToken token(Matcher matcher, String before, TokenClassifier classifier) {
    String surface = matcher.group();
    if (matcher.group("word") != null) {
      return classifier.word(surface, before);
    }
    if (matcher.group("date") != null) {
      return new WordToken(surface, NumberNotation.dateKey(surface), Weight.NUMBER, before);
    }
    return matcher.group("number") != null
        ? new WordToken(surface, NumberNotation.key(surface), Weight.NUMBER, before)
        : new WordToken(surface, surface, Weight.OTHER_FACT, before);
  }
}
