package no.speil.qa;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.text.ResourceFile;

/** Finds where one text says the contrary of the other: "minst" and "at most". */
final class Opposites implements QaRule {
  /** Each beside its contrary: 0 and 1, 2 and 3, and so on. */
  private static final List<Sense> SENSES =
      ResourceFile.lines(Opposites.class, "opposites.txt")
          .map(line -> line.split("\t", -1))
          .map(words -> new Sense(words[0], words[1], words[2], words[3]))
          .toList();

  /** The words that surely have a sense, and those that may have it, in both languages. */
  private record Sense(Pattern said, Pattern maySay, Pattern english, Pattern mayBeEnglish) {
    Sense(String said, String maySay, String english, String mayBeEnglish) {
      this(
          words(said),
          words(said + "|" + maySay),
          words(english),
          words(english + "|" + mayBeEnglish));
    }

    private static Pattern words(String words) {
      return Pattern.compile(" (?:" + words + ") ");
    }
  }

  @Override
  public void check(CheckedTexts checkedTexts, BiConsumer<QaCheck, List<String>> found) {
    String original = text(checkedTexts.original());
    String translation = text(checkedTexts.translation());
    for (int at = 0; at < SENSES.size(); at++) {
      Sense contrary = SENSES.get(at % 2 == 0 ? at + 1 : at - 1);
      Matcher here = SENSES.get(at).said().matcher(original);
      Matcher there = contrary.english().matcher(translation);
      if (here.find()
          && there.find()
          && !contrary.maySay().matcher(original).find()
          && !SENSES.get(at).mayBeEnglish().matcher(translation).find()) {
        found.accept(QaCheck.OPPOSITE, List.of(here.group().strip(), there.group().strip()));
      }
    }
  }

  private static String text(CheckedTexts.Text text) {
    return text.words().stream()
        .map(CheckedTexts.Word::word)
        .collect(Collectors.joining(" ", " ", " "));
  }
}
