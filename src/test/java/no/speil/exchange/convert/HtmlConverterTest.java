package no.speil.exchange.convert;

import static no.speil.exchange.convert.EnglishWords.assertRefusal;
import static no.speil.exchange.convert.EnglishWords.losses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.speil.ProcessorTime;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.messages.Messages;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlConverterTest {
  @Test
  void headingsBecomeHeadingsAndTheFirstIsTheTitle() {
    ConvertedText text =
        convert(
            "<title>Nett</title><h1>Om <i>tale</i></h1><h2>Én</h2><p>A</p><h3>C #</h3><h1>Ny</h1>");
    assertThat(text.value("title")).isEqualTo("Om tale");
    assertThat(text.markdown()).isEqualTo("## Én\n\nA\n\n### C \\#\n\n# Ny\n");
  }

  @Test
  void listsKeepTheirNestingAndNumbers() {
    assertThat(
            markdown(
                "<ul><li>En<ul><li>To<ol><li>a</li><li>b</li></ol></li></ul></li><li>Tre</li></ul>"
                    + "<ol start=3><li>tre</li><li>fire</li></ol>"))
        .isEqualTo(
            """
            - En
              - To
                1. a
                2. b
            - Tre

            3. tre
            4. fire
            """);
  }

  private static String wordItem(int level, String mark, String words) {
    return """
    <p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level%d lfo1'>
    <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>%s<span
    style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>%s<o:p></o:p></p>
    """
        .formatted(level, mark, words);
  }

  @Test
  void theListsOfWordAreParagraphsWithTheirMarksAsText() {
    String copied =
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--StartFragment-->"
            + "<p class=MsoNormal>We <b>demand</b> <i>two</i> things:</p>"
            + wordItem(1, "·", "An answer")
            + wordItem(2, "1.", "from the board")
            + wordItem(2, "2.", "in writing")
            + wordItem(1, "·", "A meeting")
            + wordItem(1, "a)", "Soon")
            + "<p class=MsoNormal>Nothing else.</p>"
            + wordItem(1, "·", "Or this")
            + "<!--EndFragment--></body></html>";
    assertThat(HtmlConverter.convertCopied(copied).markdown())
        .isEqualTo(
            """
            We **demand** *two* things:

            - An answer
              1. from the board
              2. in writing
            - A meeting

            1. Soon

            Nothing else.

            - Or this
            """);
    assertThat(markdown("<p style='mso-list:l1 level1'>no mark</p>")).isEqualTo("no mark\n");
    assertThat(HtmlConverter.convertCopied(wordItem(3, "·", "deep")).markdown()).endsWith("deep\n");
  }

  @Test
  void whatIsCopiedKeepsItsHeadingNotesAndTables() {
    ConvertedText copied =
        HtmlConverter.convertCopied(
            """
            <b style="font-weight:normal;" id="docs-internal-guid-1"><h1>Title</h1><p><span
            style="font-weight:700;font-style:italic">Both</span><span style="font-weight:400"> plain
            </span><a href='#_ftn1' name='_ftnref1' style='mso-footnote-id:ftn1'><span
            class=MsoFootnoteReference><sup>[1]</sup></span></a></p>
            <table><tr><td>a</td><td>b</td></tr></table><img src="file:///C:/x.png"></b>
            <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
            <p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> The note.</p>
            </div></div>
            """);
    assertThat(copied.markdown())
        .isEqualTo("# Title\n\n***Both*** plain [^1]\n\n| a | b |\n|---|---|\n\n[^1]: The note.\n");
    assertThat(copied.frontMatter()).isEmpty();
    assertThat(losses(copied))
        .containsExactly(
            "The first row of a table became its header row.", "Left out: pictures (1).");
  }

  @Test
  void itemsWithSeveralParagraphsAreSetApartAndTwoListsInARowStayTwo() {
    assertThat(markdown("<ul><li><p>a</p><p>b</p></li><li>c</li></ul><ul><li>d</li></ul>"))
        .isEqualTo("- a\n\n  b\n\n- c\n\n* d\n");
    assertThat(markdown("<ul><li>a<ol start=3><li>b</li></ol></li><ul><li>c</li></ul></ul>"))
        .isEqualTo("- a\n\n  3. b\n\n  - c\n");
  }

  @Test
  void tablesHaveAHeaderRow() {
    assertThat(
            markdown(
                "<table><caption>Tall</caption><thead><tr><th>A | b<th>B</thead>"
                    + "<tr><td>1<br>x<td><a href=x.html>l</a><tr><td colspan=2>bred</table>"))
        .isEqualTo(
            """
            Tall

            | A \\| b | B |
            |---|---|
            | 1<br>x | [l](x.html) |
            | bred |  |
            """);
    ConvertedText bare = convert("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>");
    assertThat(bare.markdown()).isEqualTo("| a | b |\n|---|---|\n|  | c |\n| d | e |\n");
    assertThat(losses(bare))
        .containsExactly(
            "Merged cells of a table became a cell beside empty ones.",
            "The first row of a table became its header row.");
  }

  @Test
  void tablesThatPlaceTextBecomeText() {
    ConvertedText text =
        convert("<table><tr><td>meny<td><table><tr><td>Tekst<td>b</table><p>Mer</table>");
    assertThat(text.markdown()).isEqualTo("meny\n\n| Tekst | b |\n|---|---|\n\nMer\n");
    assertThat(losses(text)).contains("A table that places text on the page became running text.");
  }

  @Test
  void emphasisKeepsSpaceOutsideAndPunctuationClose() {
    assertThat(markdown("<p>Med <b>fet </b>, <i>kursiv</i>, <em><strong>begge</strong></em>."))
        .isEqualTo("Med **fet** , *kursiv*, ***begge***.\n");
    assertThat(markdown("<p>i<b>nn</b>i og <b>a</b><b>b</b> og <b></b><del>bort</del>"))
        .isEqualTo("i**nn**i og **ab** og ~~bort~~\n");
    assertThat(markdown("<p><span style='font-weight:700'>F</span> <b><strong>G</strong></b>"))
        .isEqualTo("**F** **G**\n");
  }

  @Test
  void emphasisThatAsterisksCannotSayIsHtml() {
    assertThat(markdown("<p><b>»sitat«</b>tett <i>a</i><b>b</b>"))
        .isEqualTo("<strong>»sitat«</strong>tett *a*<strong>b</strong>\n");
  }

  @Test
  void wordsThatLookLikeMarkupStayWords() {
    List<String> words =
        List.of(
            "# ikke",
            "1. ikke",
            "2) ikke",
            "- ikke",
            "+ ikke",
            "> ikke",
            "---",
            "===",
            "***",
            "* stjerne*",
            "_under_ og snake_case",
            "[x] [^1] [a](b) ![c](d)",
            "`kode` \\ \\*",
            "a < b <b> &amp; &#60;",
            "~~bort~~ ~a~",
            "{#id} {.k} {a=b} {{< x >}}",
            "| a | b |",
            "C:\\*",
            "1986. Et år",
            "Kr. 5",
            "Se!",
            "[1]: http://x.no");
    for (String each : words) {
      String html = each.replace("&", "&amp;").replace("<", "&lt;");
      String markdown = markdown("<p>" + html + "</p><p>" + html + "<br>" + html + "</p>");
      List<Block> blocks = blocks(markdown);
      assertThat(blocks).as(markdown).extracting(Block::text).contains(each);
      assertThat(blocks).as(markdown).hasSize(3);
      assertThat(blocks.get(2).text().replaceAll("\\s+", " "))
          .as(markdown)
          .isEqualTo((each + " " + each).replaceAll("\\s+", " "));
    }
  }

  @Test
  void codeKeepsItsLines() {
    assertThat(
            markdown(
                "<pre><code class='hljs language-java'>int x;\n\n  y &lt; 3;\n```\n</code></pre>"
                    + "<p><code>a`b</code> og <kbd>Ctrl  C</kbd>"))
        .isEqualTo("````java\nint x;\n\n  y < 3;\n```\n````\n\n``a`b`` og `Ctrl C`\n");
  }

  @Test
  void quotationsKeepTheirBlocks() {
    assertThat(markdown("<blockquote><p>En</p>to<blockquote>tre</blockquote></blockquote>"))
        .isEqualTo("> En\n>\n> to\n>\n> > tre\n");
  }

  @Test
  void breaksAreHardAndTwoOfThemSeparateParagraphs() {
    assertThat(markdown("<p>Linje<br>to<br/></p>løs<br><br>b <p>slutt\nlinje"))
        .isEqualTo("Linje\\\nto\n\nløs\n\nb\n\nslutt linje\n");
    assertThat(markdown("<div>en</div><div>to<p>inni</p>etter</div>løs <b>og</b>"))
        .isEqualTo("en\n\nto\n\ninni\n\netter\n\nløs **og**\n");
  }

  @Test
  void linksOfAFileStayRelativeUnlessItSaysItsBase() {
    assertThat(markdown("<p>Se!<a href='a b(c'>her </a>og <a href='../x.html#y'>[x]</a>"))
        .isEqualTo("Se\\![her](a%20b%28c) og [\\[x\\]](../x.html#y)\n");
    assertThat(markdown("<base href='https://x.no/a/'><p><a href='../b'>b</a>"))
        .isEqualTo("[b](https://x.no/b)\n");
  }

  @Test
  void picturesAreReferredToAndThoseInTheTextComeAlong() {
    ConvertedText text =
        convert(
            "<p><img src=b.png alt='Et [bilde]' onerror=x()> <img alt=sen"
                + " src='data:image/gif;base64,R0lG' data-src=sen.jpg><p><img"
                + " src='data:image/png;base64,iVBORw0K' alt=inni><img"
                + " src='data:image/svg+xml,x'>");
    assertThat(text.markdown())
        .isEqualTo("![Et \\[bilde\\]](b.png) ![sen](sen.jpg)\n\n![inni](brev-1.png)\n");
    assertThat(text.pictures())
        .extracting(ConvertedText.Picture::name)
        .containsExactly("brev-1.png");
    assertThat(text.pictures().getFirst().bytes()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(losses(text))
        .containsExactly("Left out: pictures that are no PNG, JPEG, GIF or WebP (1).");
  }

  @Test
  void whatRunsStylesOrListensIsLeftBehind() {
    ConvertedText text =
        convert(
            "<style>p{}</style><p onclick=x()>A<!-- b --><script>x()</script><a"
                + " href='javascript:x()'>c</a> <a href='vbscript:x'>d</a></p><p"
                + " hidden>e</p><template>f</template><noscript>g</noscript><p>&lt;script&gt;x()&lt;/script&gt;</p><iframe"
                + " src=h></iframe><svg><text>i</text></svg>");
    assertThat(text.markdown()).isEqualTo("Ac d\n\n\\<script>x()\\</script>\n");
    assertThat(losses(text))
        .containsExactly(
            "A link that is no address of the web became plain text. (2 times)",
            "Left out: embedded pages (1).",
            "Left out: drawings (1).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // mammoth
        "<p>A<sup><a href='#footnote-1' id='footnote-ref-1'>[1]</a></sup>.</p>"
            + "<ol><li id='footnote-1'><p> Note. <a href='#footnote-ref-1'>↑</a></p></li></ol>",
        // Word
        "<p>A<a href='#_ftn1' name='_ftnref1'><span><span>[1]</span></span></a>.</p><hr><div"
            + " id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> Note.</p></div>",
        // Pandoc
        "<p>A<a href='#fn1' class='footnote-ref' id='fnref1'"
            + " role='doc-noteref'><sup>1</sup></a>.</p><section class='footnotes'><hr><ol><li"
            + " id='fn1'><p>Note.<a href='#fnref1'>↩︎</a></p></li></ol></section>",
        // MediaWiki
        "<p>A<sup id='cite_ref-1' class='reference'><a"
            + " href='#cite_note-1'>[1]</a></sup>.</p><ol><li id='cite_note-1'><span"
            + " class='mw-cite-backlink'><b><a href='#cite_ref-1'>^</a></b></span>"
            + " <span>Note.</span></li></ol>",
        // by hand
        "<p>A<sup><a name='t1' href='#n1'>*</a></sup>.</p><p><a name='n1' href='#t1'>*</a>"
            + " Note.</p>"
      })
  void footnotesAreRecognizedInTheFormsOfManyPrograms(String html) {
    assertThat(convert(html))
        .isEqualTo(new ConvertedText(Map.of(), "A[^1].\n\n[^1]: Note.\n", List.of(), List.of()));
  }

  @Test
  void linksToSectionsAreNoFootnotes() {
    ConvertedText text =
        convert(
            "<p><a href='#a'>1</a> <sup><a href='#a'>1</a></sup> <a href='#b'>To</a><h2"
                + " id=a>A</h2><p id=b>B");
    assertThat(text.markdown()).isEqualTo("1 <sup>1</sup> To\n\n## A\n\nB\n");
    assertThat(losses(text)).containsExactly("A link within the page became plain text. (3 times)");
  }

  @Test
  void detailsComeFromWhateverThePageSays() {
    assertThat(
            convert(
                    """
                    <html lang=nn><head><title>Tale - Avisa</title><meta name=author content="Av Kari Nordmann">
                    <meta property="og:site_name" content=Avisa><meta name=description content=" Kort  sagt. ">
                    <meta property="article:published_time" content="2015-08-24T10:00:00+02:00">
                    <link rel=canonical href="https://avisa.no/tale"></head><body><p>A
                    """)
                .frontMatter())
        .containsExactly(
            entry("title", List.of("Tale")),
            entry("description", List.of("Kort sagt.")),
            entry("language", List.of("nn")),
            entry("date", List.of("2015-08-24")),
            entry("authors", List.of("Kari Nordmann")),
            entry("publisher", List.of("Avisa")),
            entry("source", List.of("https://avisa.no/tale")));
    assertThat(
            convert(
                    """
                    <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Nett"},
                    {"@type":["NewsArticle"],"headline":"Overskrift","datePublished":"2016-01-02","inLanguage":"nb-NO",
                     "author":[{"@id":"#k"},{"name":"Ola Li"}],"publisher":{"name":"Blad"},"description":"D"},
                    {"@type":"Person","@id":"#k","name":"Kari Li"}]}</script>
                    <script type="application/ld+json">{broken</script><p>A
                    """)
                .frontMatter())
        .containsExactly(
            entry("title", List.of("Overskrift")),
            entry("description", List.of("D")),
            entry("language", List.of("nb-NO")),
            entry("date", List.of("2016-01-02")),
            entry("authors", List.of("Kari Li", "Ola Li")),
            entry("publisher", List.of("Blad")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"24.08.2015", "24. august 2015", "2015-08-24", "2015/08/24", "2015-08-24 10:00"})
  void datesAreReadInTheirCommonForms(String written) {
    assertThat(convert("<meta name=date content='" + written + "'><p>A").value("date"))
        .isEqualTo("2015-08-24");
  }

  @Test
  void wordsSayTheLanguageWhereThePageIsWrong() {
    String words = "<p>Det er ikke noe som ble sagt, og den som er her, er på vei til det.";
    ConvertedText text = convert("<html lang=en-US>" + words);
    assertThat(text.value("language")).isEqualTo("nb");
    assertThat(losses(text))
        .containsExactly(
            "The file says that its language is en-US; its words are nb, and that was written.");
    assertThat(convert("<html lang=nn>" + words).value("language")).isEqualTo("nn");
    assertThat(convert("<html lang=no>" + words).value("language")).isEqualTo("nb");
    assertThat(convert("<html lang=no>" + words).losses()).isEmpty();
  }

  @Test
  void onlyTheMainPartIsTakenWhereThePageNamesIt() {
    ConvertedText text =
        convert(
            "<header><h1>Tittel</h1></header><nav>Meny</nav><main><p>A</main><footer>B</footer>");
    assertThat(text.value("title")).isEqualTo("Tittel");
    assertThat(text.markdown()).isEqualTo("A\n");
    assertThat(losses(text))
        .containsExactly(
            "Only the main part of the page was taken: menus and the like around it were not.");
  }

  @Test
  void encodingIsFoundByMarkByWhatIsSaidAndByTheBytes() {
    String said = "<meta charset=%s><p>blåbær – «ø»";
    assertThat(read(said.formatted("utf-8"), "UTF-8")).isEqualTo("blåbær – «ø»\n");
    assertThat(read(said.formatted("iso-8859-1"), "windows-1252")).isEqualTo("blåbær – «ø»\n");
    assertThat(read("<p>blåbær – «ø»", "windows-1252")).isEqualTo("blåbær – «ø»\n");
    assertThat(read("\uFEFF<p>blåbær – «ø»", "UTF-16LE")).isEqualTo("blåbær – «ø»\n");
    assertThat(read("\uFEFF<p>blåbær – «ø»", "UTF-8")).isEqualTo("blåbær – «ø»\n");
    assertThat(read("<?xml version='1.0' encoding='ISO-8859-2'?><p>český", "ISO-8859-2"))
        .isEqualTo("český\n");
    assertThat(read(said.formatted("iso-8859-1"), "UTF-8"))
        .as("says Latin-1 and is UTF-8")
        .isEqualTo("blåbær – «ø»\n");
  }

  @Test
  void anEncodingThatTheFileSaysWronglyIsALoss() {
    byte[] bytes = "<meta charset=utf-8><p>blåbær".getBytes(Charset.forName("windows-1252"));
    ConvertedText text = HtmlConverter.convert(bytes, "brev.html");
    assertThat(text.markdown()).isEqualTo("blåbær\n");
    assertThat(losses(text))
        .containsExactly(
            "It is not UTF-8 and was read as Windows-1252; look at its letters æ, ø and å.");
  }

  @Test
  void aPageOfTwentyMegabytesIsRefusedInASentence() {
    assertRefusal(() -> HtmlConverter.convert(new byte[20 << 20], "stor.html"))
        .isEqualTo("it is larger than 5 MB, and a page of HTML for people is not");
  }

  @Test
  void aPageNestedTenThousandDeepIsRefusedInASentence() {
    for (String tag : List.of("div", "blockquote", "ul><li", "b", "table><tr><td")) {
      String html = ("<" + tag + ">").repeat(10_000) + "x";
      assertRefusal(() -> convert(html))
          .as(tag)
          .isEqualTo("it is nested more than 200 levels deep, and no text for people is");
    }
  }

  @Tag("slow")
  @Tag("compute")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>",
        "<b>",
        "<b>x</i>",
        "<a href=#x>1</a>",
        "<sup><a href=#n>1</a></sup>",
        "<br>",
        "<td colspan=1000 rowspan=1000>",
        "<table>",
        "<li>",
        "!<a href=x>y</a>",
        "`",
        "[",
        "a*b_",
        "<code>`",
        "<b>x</b>",
        "<i>x<b>",
        "<a id=n>",
        "&",
        "<!--",
        "<p id=n>x",
        "<div>\n"
      })
  void muchOfAnythingTakesLinearTime(String piece) {
    ProcessorTime.assertLinear(
        piece,
        most(piece),
        n -> {
          try {
            convert("<p>a</p>" + piece.repeat(n / piece.length()) + "<p id=n>");
          } catch (ConversionRefusedException e) {
            assertThat(Messages.ENGLISH.of(e.said())).startsWith("it is nested");
          }
        });
  }

  @Tag("slow")
  @Tag("compute")
  @Test
  void manyReferencesInOneElementTakeLinearTime() {
    ProcessorTime.assertLinear(
        "references",
        16_000,
        n -> convert("<p>a</p><sup>" + "<a href=#n>1</a>".repeat(n) + "</sup><p id=n>x"));
  }

  /** The length of the longest text of such pieces that has not too many elements. */
  private static int most(String piece) {
    int pieces = 1_000;
    long nodes = Jsoup.parse(piece.repeat(pieces)).nodeStream().count();
    long length = pieces * (long) piece.length() * (HtmlConverter.MOST_ELEMENTS - 99) / nodes;
    return (int) Math.min(length, HtmlConverter.MOST_BYTES - 99);
  }

  @Tag("slow")
  @Tag("compute")
  @ParameterizedTest
  @ValueSource(strings = {"<p>", "<br>", "<li>", "<p id=n>x"})
  void moreElementsThanAreReadTakeLinearTime(String piece) {
    ProcessorTime.assertLinear(
        piece,
        HtmlConverter.MOST_BYTES,
        n -> {
          byte[] page = piece.repeat(n / piece.length()).getBytes(StandardCharsets.UTF_8);
          try {
            HtmlConverter.parse(page, "", "", new Losses());
          } catch (ConversionRefusedException e) {
            assertThat(Messages.ENGLISH.of(e.said())).startsWith("it has more than");
          }
        });
  }

  private ConvertedText convert(String html) {
    return HtmlConverter.convert(html.getBytes(StandardCharsets.UTF_8), "brev.html");
  }

  private String markdown(String html) {
    return convert(html).markdown();
  }

  private String read(String html, String charset) {
    return HtmlConverter.convert(html.getBytes(Charset.forName(charset)), "brev.html").markdown();
  }

  private static List<Block> blocks(String markdown) {
    return new MarkdownReader()
        .read("---\ntitle: T\n---\n\n" + markdown, "a.md", "T", Side.ORIGINAL)
        .text()
        .blocks();
  }
}
