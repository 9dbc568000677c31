package no.speil.markdown.visible;

import static no.speil.corpus.VisibleText.Manner.BOLD;
import static no.speil.corpus.VisibleText.Manner.ITALIC;
import static no.speil.corpus.VisibleText.Manner.PLAIN;
import static no.speil.corpus.VisibleText.Manner.STRUCK;
import static no.speil.corpus.VisibleText.Manner.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.corpus.VisibleText.Break;
import no.speil.corpus.VisibleText.Code;
import no.speil.corpus.VisibleText.Definition;
import no.speil.corpus.VisibleText.FootnoteCall;
import no.speil.corpus.VisibleText.FootnoteLabel;
import no.speil.corpus.VisibleText.Item;
import no.speil.corpus.VisibleText.Link;
import no.speil.corpus.VisibleText.Picture;
import no.speil.corpus.VisibleText.Piece;
import no.speil.corpus.VisibleText.Reference;
import no.speil.corpus.VisibleText.Task;
import no.speil.corpus.VisibleText.Unseen;
import no.speil.corpus.VisibleText.Words;
import no.speil.markdown.RandomMarkdown;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VisibleMarkdownReaderTest {
  /** Where a word may go unread: in a comment, a tag or braces, on a line that opens code. */
  private static final Pattern UNREAD =
      Pattern.compile("(?s).*<!--((?!-->).)*|.*</?[a-z][^>]*|.*\\{#?[^}]*|.*(```|~~~)[^\\n\\r]*");

  private final VisibleMarkdownReader reader = new VisibleMarkdownReader();

  @Test
  void emphasisAndStrikeOutAreMannersOfTheWords() {
    assertThat(pieces("Styret *må* ~~kan~~ **gå**."))
        .containsExactly(
            plain("Styret "),
            new Words("må", ITALIC),
            plain(" "),
            new Words("kan", STRUCK),
            plain(" "),
            new Words("gå", BOLD),
            plain("."),
            Break.BLOCK);
    assertThat(pieces("<del>kan</del> <em>må</em>"))
        .containsExactly(
            new Words("kan", STRUCK), plain(" "), new Words("må", ITALIC), Break.BLOCK);
  }

  @Test
  void oneLineOfMereWordsIsReadAsTheParserReadsIt() {
    var scraps =
        List.of(
            "ord", " ", "Å", "7", "7.", "-", "–", "(", ")", "“", "'", ":", "!", "…", "www.x.no");
    var others = List.of("#", "## ", "*", "_", "http://x.no/a-b", "a@b.no", "&", "\\", "[", "é");
    var random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      var line = new StringBuilder();
      for (int length = 1 + random.nextInt(6); length > 0; length--) {
        List<String> from = random.nextInt(5) == 0 ? others : scraps;
        line.append(from.get(random.nextInt(from.size())));
      }

      // Only a text without line breaks is taken for one of mere words.
      assertThat(pieces(line.toString())).as("%s", line).isEqualTo(pieces("\n" + line));
    }
  }

  @Test
  void struckTextIsApartFromTheText() {
    VisibleText text = read("Styret ~~kan `x`~~ må ~~ikke~~ gå.");

    assertThat(text.text()).isEqualTo("Styret må gå.");
    assertThat(text.struck()).isEqualTo("kan x ikke");
    assertThat(text.code()).containsExactly("x");
  }

  @Test
  void linksPicturesAndTheirTitlesAreRead() {
    assertThat(pieces("[a *b*](u \"tittel\")"))
        .containsExactly(
            new Link("u"),
            plain("a "),
            new Words("b", ITALIC),
            new Words(" \"tittel\"", TITLE),
            Break.BLOCK);
    assertThat(pieces("[![alt](p.png)](u)"))
        .containsExactly(new Link("u"), new Picture("p.png"), plain("alt"), Break.BLOCK);
    assertThat(read("Se www.a.no, <https://b.no> og post@c.no.").targets())
        .containsExactly(
            new Link("www.a.no"), new Link("https://b.no"), new Link("mailto:post@c.no"));
    assertThat(read("Se https://d.no.").targets()).containsExactly(new Link("https://d.no"));
  }

  @Test
  void referencesAndFootnotesAreKnownByTheirLabelsWhereverTheyAreDefined() {
    assertThat(pieces("[a][b] ![c][d] [e][] [f] g[^1]"))
        .containsExactly(
            new Reference("b", false),
            plain("a "),
            new Reference("d", true),
            plain("c "),
            new Reference("", false),
            plain("e [f] g"),
            new FootnoteCall("1"),
            Break.BLOCK);
    assertThat(pieces("[^1]: En note"))
        .containsExactly(new FootnoteLabel("1"), plain("En note"), Break.BLOCK);
    assertThat(pieces("[b]: https://a.no \"T\"\n[c]: d"))
        .containsExactly(
            new Definition("b", "https://a.no", "T"), new Definition("c", "d", ""), Break.BLOCK);
  }

  @Test
  void numbersAndTaskMarksOfItemsAreApartFromTheText() {
    VisibleText text = read("3. styret går\n4. andre blir\n   - [x] svar\n   - [ ] takk");

    assertThat(text.items())
        .containsExactly(
            new Item("3", Task.NONE),
            new Item("4", Task.NONE),
            new Item("", Task.DONE),
            new Item("", Task.OPEN));
    assertThat(text.lines()).containsExactly("styret går", "andre blir", "svar", "takk");
  }

  @Test
  void numberThatMayBeAWordOfItsSentenceIsRead() {
    for (String sentence :
        List.of(
            "1. mai er fridag.",
            "17. Mai er fridag.",
            "**1. mai** er fridag.",
            "1. *mai* er fridag.",
            "2. verdenskrig var over.",
            "1984. Romanen kom ut.",
            "24. 8. 2015 var det møte.",
            "24. 8. Møte i Oslo.",
            "> 2. verdenskrig var over.",
            "- 2. verdenskrig var over.")) {
      String seen = sentence.replaceAll("\\*|^[>-] ", "");
      assertThat(read(sentence).text()).isEqualTo(seen);
    }
    assertThat(read("1. mai: svar\n17. mai: møte").text()).isEqualTo("1. mai: svar 17. mai: møte");
    assertThat(read("1. klasse\n2. klasse").text()).isEqualTo("1. klasse 2. klasse");
    assertThat(read("2. svar\n5. penger").text()).isEqualTo("2. svar 5. penger");
    assertThat(read("2. svar\n3. penger").text()).isEqualTo("svar penger");
    assertThat(read("1. svar\n1. penger").text()).isEqualTo("svar penger");
    assertThat(read("2. Kvinner").text()).isEqualTo("Kvinner");
  }

  @Test
  void itemAmongOthersThatAreNotInTheTextHasNoNumberInItsText() {
    VisibleText text = reader.read("2. styret går", TextRole.LISTED);

    assertThat(text.text()).isEqualTo("styret går");
    assertThat(text.items()).containsExactly(new Item("2", Task.NONE));
    assertThat(reader.read("2. mai er fridag", TextRole.LISTED).text())
        .isEqualTo("2. mai er fridag");
  }

  @Test
  void titleIsNoMarkdown() {
    assertThat(reader.read("1. mai *og* [a](b)\n\n# Om", TextRole.TITLE).text())
        .isEqualTo("1. mai *og* [a](b) # Om");
  }

  @Test
  void templateAddressesAreAddresses() {
    for (String address :
        List.of(
            "{{< ref \"leiedb\" >}}", "{{ site.url }}/x", "{% link x.md %}", "{{% ref a %}}#b")) {
      VisibleText read = read("[her](" + address + " \"T\") og der");
      assertThat(read.targets()).as(address).containsExactly(new VisibleText.Link(address));
      assertThat(read.code()).as(address).isEmpty();
    }
    assertThat(read("[x]: {{< ref \"leiedb\" >}}").targets())
        .containsExactly(new VisibleText.Definition("x", "{{< ref \"leiedb\" >}}", ""));
  }

  @Test
  void everyCharacterOfCodeAndShortcodesIsRead() {
    assertThat(pieces("Kjør `rm  *x*` {{< ikon >}}"))
        .containsExactly(
            plain("Kjør "),
            new Code("rm *x*", false),
            plain(" "),
            new Code("{{< ikon >}}", false),
            Break.BLOCK);
    assertThat(read("    *x*\n    y").code()).containsExactly("*x*", "y");
    assertThat(read("```java\n*x*\n\ny\n```").code()).containsExactly("*x*", "", "y");
    assertThat(read("{{% kort %}}\n\nord {% if a %}").code())
        .containsExactly("{{% kort %}}", "{% if a %}");
  }

  @Test
  void wordsAndSignificantTagsOfHtmlAreRead() {
    assertThat(pieces("<p hidden>Ein<br>fri</p>"))
        .containsExactly(
            new Unseen("hidden=hidden"), plain("Ein"), Break.LINE, plain("fri"), Break.BLOCK);
    assertThat(pieces("10<sup>2</sup> og <a href=\"u\" title=\"T\">her</a>"))
        .containsExactly(plain("10^2 og "), new Link("u"), plain(" T her"), Break.BLOCK);
    assertThat(read("<ul><li>a</li><li>b</li></ul>").items()).hasSize(2);
    assertThat(read("<table><tr><td>5</td><td></td></tr></table>").text()).isEqualTo("5 |");
    assertThat(read("<p>a</p><style>b</style><!-- c -->").targets())
        .containsExactly(new Unseen("b"));
    assertThat(read("Vi <ikke> går").targets()).containsExactly(new Unseen("<ikke"));
    assertThat(read("<ikke>\nVi går\n</ikke>").targets())
        .containsExactly(new Unseen("<ikke"), new Unseen("</ikke"));
    assertThat(read("<s>åpen").targets()).containsExactly(new Unseen("<s>"));
    assertThat(read("<div>\n<s>åpen\n</div>").targets()).containsExactly(new Unseen("<s>"));
  }

  @Test
  void linesCellsAndParagraphsAreKnown() {
    VisibleText text = read("# Om\n\nen\nto\n\n| a | b |\n|---|---|\n| c | d |");

    assertThat(text.text()).isEqualTo("Om en to a | b c | d");
    assertThat(text.lines()).containsExactly("Om", "en", "to", "a", "b", "c", "d");
    assertThat(text.paragraphs()).containsExactly("Om", "en to", "a | b", "c | d");
  }

  @Test
  void textBeyondTheBoundsIsReadAsItIs() {
    String text = "> ".repeat(500) + "*a*";

    assertThat(read(text).text()).isEqualTo(text);
  }

  @Test
  @Tag("slow")
  void wordInsertedAnywhereIsVisibleOrATarget() {
    for (long seed = 0; seed < 1000; seed++) {
      String text = RandomMarkdown.text(seed);
      var random = new Random(seed);
      for (int i = 0; i < 5; i++) {
        int at = random.nextInt(text.length() + 1);
        if (!UNREAD.matcher(text.substring(0, at)).matches()) {
          for (String word : List.of("ikke", " ikke ")) {
            String with = text.substring(0, at) + word + text.substring(at);
            assertThat(seen(with)).as("seed %d: %s", seed, with).isNotEqualTo(seen(text));
          }
        }
      }
    }
  }

  private static List<Object> seen(String markdown) {
    VisibleText text = new VisibleMarkdownReader().read(markdown, TextRole.BODY);
    return List.of(text.text(), text.struck(), text.targets(), text.code(), text.items().size());
  }

  private VisibleText read(String markdown) {
    return reader.read(markdown, TextRole.BODY);
  }

  private List<Piece> pieces(String markdown) {
    return read(markdown).pieces();
  }

  private static Words plain(String text) {
    return new Words(text, PLAIN);
  }
}
