package no.speil.markdown;

import java.util.List;
import java.util.Random;

/** Random texts of pieces of Markdown; the same for the same seed. */
public final class RandomMarkdown {
  private static final List<String> SCRAPS =
      List.of(
          "Et avsnitt.",
          "ord ",
          "# Overskrift",
          "===",
          "---",
          "***",
          "- punkt",
          "  - under",
          "* stjerne",
          "1. ett",
          "10) ti",
          "> sitat",
          ">",
          "```",
          "~~~ java",
          "    innrykk",
          "\t tabb",
          "| a | b |",
          "|---|---|",
          "[^1]: note",
          "[^1]",
          "[ref]: http://x.no",
          "[ref]",
          "[ny]:",
          "<div>",
          "</div>",
          "<!-- kommentar -->",
          "<!--",
          "<pre>",
          "<script>",
          "![alt](x.png)",
          "{{< kort >}}",
          "{{% steg %}}",
          "{{<",
          "ord {{< ikon >}} ord",
          "~~strøket~~",
          "*a",
          "**b**",
          "`kode",
          "&amp;",
          "\\*",
          "{#anker}",
          "\u00A0",
          "\uFEFF",
          "\u2028",
          "😀",
          "\0",
          "\f",
          "title: x");
  private static final List<String> JOINS =
      List.of("\n", "\n", "\n\n", "\n\n", "\n\n\n", " ", "", "\n \n");

  private RandomMarkdown() {}

  public static String text(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    int scraps = 1 + random.nextInt(25);
    for (int i = 0; i < scraps; i++) {
      text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
      text.append(JOINS.get(random.nextInt(JOINS.size())));
    }
    String made = text.toString();
    return switch (random.nextInt(6)) {
      case 0 -> made.replace("\n", "\r\n");
      case 1 -> "---\ntitle: Tittel\n---\n" + made;
      case 2 -> "\uFEFF" + made;
      case 3 -> made.replace("\n", "\r");
      default -> made;
    };
  }
}
