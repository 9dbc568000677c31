package no.speil.web;

import java.util.List;
import java.util.Random;

/** Texts of chance, plain ones and very odd ones. */
final class RandomTexts {
  private static final List<String> NORWEGIAN =
      List.of(
          "styret",
          "må",
          "ikke",
          "svare",
          "kvinner",
          "har",
          "krav",
          "om",
          "åpenhet",
          "brevet",
          "ble",
          "sendt",
          "møtet",
          "vedtok",
          "saken",
          "og",
          "medlemmene",
          "ventet",
          "lenge");
  private static final List<String> ENGLISH =
      List.of(
          "the",
          "board",
          "must",
          "not",
          "answer",
          "women",
          "have",
          "demands",
          "of",
          "openness",
          "letter",
          "was",
          "sent",
          "meeting",
          "decided",
          "case",
          "and",
          "members",
          "waited");

  /** What people write; %s is a word of its own. */
  private static final List<String> PLAIN =
      List.of(
          "The board must answer %s.",
          "First %s paragraph.\n\nSecond paragraph.\n\nThird.",
          "## Heading %s",
          "- one %s\n- two\n- three",
          "1. one %s\n2. two",
          "> quoted %s",
          "***\n\nafter the break %s",
          "before the break %s\n\n***",
          "| a | b |\n|---|---|\n| %s | 2 |",
          "two\nlines %s  \nhere");

  /** What hardly anybody writes. */
  private static final List<String> ODD =
      List.of(
          "```\nunclosed %s",
          "~~~~\nunclosed %s\n\n```\nmore",
          "text[^1] %s\n\n[^1]: a note",
          "[^1]: only a note %s",
          "[%s]: http://example.org/",
          "<div>%s",
          "<!-- %s",
          "%s\n===",
          "---\ntitle: %s\n---",
          "    indented %s",
          "\\%s *unclosed **and",
          "- %s\n\n      code\n  - deeper\n    1. deepest",
          "{{< figure %s >}}",
          "![](picture.png) %s",
          "<<<<<<< HEAD\n%s\n=======\nother\n>>>>>>> branch",
          "\uFEFF%s",
          "%s\u2028next\u00A0\u0085",
          "\t%s\r\n\r\nnext\rlast",
          "# %s {#anchor}\n\n## {#anchor}",
          "***\n***\n%s\n***",
          "- [ ] %s\n- \n-\n\n*",
          "%s\n\n\n\n&nbsp;\n\n<br>",
          "e\u0301 \uD83D\uDE00 %s \uD800",
          "%s \\",
          "[a][b] %s\n\n[b]: <\n\n[b]: /x");

  /** What holds no words. */
  private static final List<String> WORDLESS = List.of("", " \n\t\n", "***", "* * *", "---", "\\");

  private final Random random;

  RandomTexts(Random random) {
    this.random = random;
  }

  /** A text that may hold the word, or no words at all. */
  String text(String word) {
    return switch (random.nextInt(8)) {
      case 0 -> one(WORDLESS);
      case 1, 2 -> one(ODD).replace("%s", word);
      default -> one(PLAIN).replace("%s", word);
    };
  }

  /** A text with words. */
  String remark(String word) {
    return random.nextInt(3) == 0 ? one(ODD).replace("%s", word) : one(PLAIN).replace("%s", word);
  }

  /** A file with front matter and as many blocks. */
  String document(boolean original, int blocks) {
    var text = new StringBuilder();
    switch (random.nextInt(6)) {
      case 0 -> text.append(original ? "# Et brev\n\n" : "# A letter\n\n");
      case 1 ->
          text.append(original ? "---\ntitle: Brev\ndescription: Om\n" : "---\ntitle: Letter\n")
              .append("date: 2015\n---\n\n");
      default ->
          text.append(original ? "---\ntitle: Brev\n---\n\n" : "---\ntitle: Letter\n---\n\n");
    }
    for (int i = 0; i < blocks; i++) {
      text.append(block(original, i)).append("\n\n");
    }
    return text.toString();
  }

  /** One block, likeliest a paragraph. */
  String block(boolean original, int number) {
    return switch (random.nextInt(12)) {
      case 0 -> "***";
      case 1 -> "## " + sentence(original, 3, number);
      case 2 -> "- " + sentence(original, 4, number) + "\n- " + sentence(original, 4, number + 1);
      case 3 -> original ? "Det samme." : "The same.";
      case 4 -> random.nextInt(3) == 0 ? one(ODD).replace("%s", "x") : "> " + number;
      default -> sentence(original, 5 + random.nextInt(12), number);
    };
  }

  private String sentence(boolean original, int words, int number) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(one(original ? NORWEGIAN : ENGLISH)).append(' ');
    }
    return text.append(number).append('.').toString();
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
