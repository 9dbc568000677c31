package no.speil.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.speil.corpus.VisibleText;
import no.speil.qa.CheckedTexts.Text;
import no.speil.qa.CheckedTexts.Word;

/**
 * Finds doubled words, two spaces and bullets of other programs that the original does not have.
 */
final class TypingSlips implements QaRule {
  private static final String WORD = "[\\p{L}\\p{N}\\p{M}'’-]";

  private static final Pattern DOUBLED =
      Pattern.compile(
          "(?<!%1$s)(\\p{L}++) {1,3}\\1(?!%1$s)".formatted(WORD),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SPACES = Pattern.compile("(\\S{1,30} {2,}+)\\S{1,30}");

  /** Bullets, squares and arrows, and the characters of the symbol fonts of word processors. */
  private static final Pattern BULLET = Pattern.compile("\\s*([•‣⁃∙●○◦▪▫■□➢✓\\p{Co}])\\s");

  /** So many places with two spaces are named. */
  private static final int MOST = 10;

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    SectionTexts texts = checkedTexts.texts();
    Text original = checkedTexts.original();
    Text translation = checkedTexts.translation();
    add(QaCheck.DOUBLED_WORD, doubled(translation), () -> neighbours(original), found);
    List<String> spaces = spaces(texts.translation(), translation);
    add(QaCheck.TWO_SPACES, spaces, () -> spaces(texts.original(), original), found);
    add(QaCheck.BULLET, bullets(translation), () -> bullets(original), found);
  }

  private static void add(
      QaCheck check,
      List<String> inTranslation,
      Supplier<List<String>> inOriginal,
      BiConsumer<QaCheck, List<String>> found) {
    if (!inTranslation.isEmpty() && inOriginal.get().isEmpty()) {
      found.accept(check, inTranslation);
    }
  }

  /** The pattern is slow, and few texts have equal neighbours. */
  private static List<String> doubled(Text text) {
    return neighbours(text).isEmpty()
        ? List.of()
        : DOUBLED.matcher(text.prose()).results().map(MatchResult::group).toList();
  }

  /** Words that follow themselves, whatever stands between them. */
  private static List<String> neighbours(Text text) {
    List<Word> words = text.words();
    return IntStream.range(1, words.size())
        .filter(i -> words.get(i).word().equals(words.get(i - 1).word()))
        .mapToObj(i -> words.get(i).word())
        .toList();
  }

  /** Words with two spaces between them; what parts words of HTML was never typed so. */
  private static List<String> spaces(String markdown, Text text) {
    if (!markdown.contains("  ")) {
      return List.of();
    }
    var typed = new StringBuilder();
    for (VisibleText.Piece piece : text.visible().pieces()) {
      switch (piece) {
        case VisibleText.Words words -> typed.append(words.text());
        case VisibleText.Code code -> typed.append('`');
        case VisibleText.Break end -> typed.append('\n');
        case VisibleText.Item item -> {}
        case VisibleText.Target target -> {}
      }
    }
    return SPACES
        .matcher(typed)
        .results()
        .limit(MOST)
        .filter(match -> markdown.contains(match.group(1)))
        .map(MatchResult::group)
        .toList();
  }

  /** The bullets at the beginnings of lines and items. */
  private static List<String> bullets(Text text) {
    var bullets = new ArrayList<String>();
    boolean isBeginning = true;
    for (VisibleText.Piece piece : text.visible().pieces()) {
      if (isBeginning && piece instanceof VisibleText.Words words) {
        Matcher bullet = BULLET.matcher(words.text());
        if (bullet.lookingAt()) {
          bullets.add(bullet.group(1));
        }
      }
      isBeginning = piece instanceof VisibleText.Break || piece instanceof VisibleText.Item;
    }
    return bullets;
  }
}
