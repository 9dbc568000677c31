package no.speil.markdown.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.TestCorpora;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.markdown.parse.FrontMatter;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.parse.Whitespace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {

  @Test
  void bareAddressesBecomeLinksButNotInsideLinks() {
    String to = "\" rel=\"external nofollow noopener\">";
    assertThat(bodyOf("Se http://a.no/b?c=1&d=2, www.b.no og post@c.no."))
        .containsExactly(
            "<p>Se <a href=\"http://a.no/b?c&#61;1&amp;d&#61;2"
                + to
                + "http://a.no/b?c&#61;1&amp;d&#61;2</a>,"
                + " <a href=\"http://www.b.no"
                + to
                + "www.b.no</a>"
                + " og <a href=\"mailto:post&#64;c.no\">post&#64;c.no</a>.</p>");
    assertThat(bodyOf("[*http://a.no*](http://b.no) <http://c.no>"))
        .containsExactly(
            "<p><a href=\"http://b.no"
                + to
                + "<em>http://a.no</em></a>"
                + " <a href=\"http://c.no"
                + to
                + "http://c.no</a></p>");
  }

  @Test
  void itemsKeepTheirNumbersAlsoWhenOnlySomeAreAskedFor() {
    String source = "3. en\n4. to\n\n   mer\n5. tre\n";
    List<Block> blocks = blocks(source);
    assertThat(render(source, blocks.subList(1, 4)))
        .containsExactly(
            "<ol start=\"3\"><li><p>en</p></li></ol>",
            "<ol start=\"4\"><li><p>to</p><p>mer</p></li></ol>",
            "<ol start=\"5\"><li><p>tre</p></li></ol>");
    assertThat(render(source, blocks.subList(3, 4)))
        .containsExactly("<ol start=\"5\"><li><p>tre</p></li></ol>");
  }

  @Test
  void blocksOfNoFileAreRenderedTogetherOrEachByItself() {
    List<String> together = List.of("Se [a][x] og[^1].", "[x]: http://a.no", "[^1]: Noten");
    assertThat(renderBlocks(together).getFirst())
        .contains("href=\"http://a.no\"", "href=\"#fn-no-1\"");
    assertThat(renderBlocks(together)).hasSize(3);
    assertThat(renderBlocks(List.of("```", "# Ikke kode")))
        .as("one text would take the second into the first")
        .satisfiesExactly(
            first -> assertThat(first).contains("<pre>"),
            second -> assertThat(second).contains("<h2>Ikke kode</h2>"));
    assertThat(renderBlocks(List.of())).isEmpty();
  }

  private static List<String> renderBlocks(List<String> blocks) {
    return new MarkdownRenderer()
        .renderBlocks(blocks, Side.ORIGINAL, (address, picture) -> address);
  }

  @Test
  void referencesAndFootnotesResolveAcrossBlocks() {
    assertThat(bodyOf("Se [a][x] og[^1].\n\n[x]: http://a.no\n\n[^1]: Noten\n"))
        .containsExactly(
            "<p>Se <a href=\"http://a.no\" rel=\"external nofollow noopener\">a</a> og<sup"
                + " class=\"footnote-ref\" id=\"fnref-no-1\"><a href=\"#fn-no-1\" title=\"Noten\">1</a></sup>.</p>",
            "",
            "<div class=\"footnote\" id=\"fn-no-1\"><sup>1</sup> <p>Noten</p>"
                + " <a class=\"footnote-back\" href=\"#fnref-no-1\">↩</a></div>");
  }

  @Test
  void footnotesWithNamesHaveNumbersInTheOrderInWhichTheyStand() {
    assertThat(bodyOf("A[^kilde] og b[^bok].\n\n[^kilde]: Én\n\n[^bok]: To\n").getFirst())
        .contains("title=\"Én\">1</a>", "title=\"To\">2</a>");
    assertThat(bodyOf("A[^7].\n\n[^7]: Sju\n").getFirst()).contains("title=\"Sju\">7</a>");
  }

  @Test
  void aTaskHasABox() {
    assertThat(bodyOf("- [ ] ring\n- [x] skriv\n- [y] nei\n"))
        .containsExactly(
            "<ul><li>☐ ring</li></ul>", "<ul><li>☑ skriv</li></ul>", "<ul><li>[y] nei</li></ul>");
    assertThat(bodyOf("> - [X] sagt\n>\n> - to\n").getFirst()).contains("<li><p>☑ sagt</p></li>");
  }

  @Test
  void headingsAreOneLevelLowerAndTheTitleIsText() {
    String source = "---\ntitle: a < b\ndescription: d & e\n---\n# H\n\n###### S {#x}\n";
    assertThat(render(source, blocks(source)))
        .containsExactly(
            "a &lt; b<p class=\"description\">d &amp; e</p>", "<h2>H</h2>", "<h6>S</h6>");
  }

  @Test
  void scriptsStylesNamesAndStrangeAddressesAreDropped() {
    assertThat(bodyOf("<script>alert(1)</script>\n").getFirst().strip()).isEmpty();
    assertThat(bodyOf("a <b onclick=x id=y style=z>b</b> <a href='javascript:x'>c</a>\n"))
        .containsExactly("<p>a <b>b</b> c</p>");
    assertThat(bodyOf("[a](javascript:x) ![b](http://x/y.png) ![c](data:image/png;base64,AA)\n"))
        .allMatch(html -> !html.contains("javascript") && !html.contains("src="));
    assertThat(bodyOf("<div id=\"fn-no-1\" class=\"evil\">x</div>\n").getFirst().strip())
        .isEqualTo("<div>x</div>");
  }

  @Test
  void htmlOpenedInOneBlockAndClosedInAnotherIsWellFormedInEach() {
    assertThat(bodyOf("<div style=\"x\">\n\nmidt\n\n</div>\n"))
        .extracting(String::strip)
        .containsExactly("<div>\n</div>", "<p>midt</p>", "");
  }

  @Test
  void shortcodesAreShownByWhatTheyAreGiven() {
    assertThat(
            bodyOf(
                "{{% details title=\"Et <b> & annet\" closed=\"true\" %}}\n\nTekst.\n\n{{% /details %}}\n"))
        .containsExactly("<p><strong>Et &lt;b&gt; &amp; annet</strong></p>", "<p>Tekst.</p>", "");
    assertThat(
            bodyOf("{{< figure src=\"a.png\" alt=\"Et kart\" caption=`Kart over \"byen\"` >}}\n"))
        .containsExactly(
            "<figure><img src=\"a.png\" alt=\"Et kart\" /><figcaption>Kart over &#34;byen&#34;"
                + "</figcaption></figure>");
    assertThat(
            bodyOf("{{< card link=\"b\" title=\"Mål\" subtitle=\"Hvor vi skal\" icon=\"x\" >}}\n"))
        .containsExactly("<p><a href=\"b\">Mål</a> Hvor vi skal</p>");
    assertThat(bodyOf("Se {{< img src=\"a.png\" alt=\"et kart\" >}} her.\n"))
        .containsExactly("<p>Se <img src=\"a.png\" alt=\"et kart\" /> her.</p>");
    assertThat(bodyOf("{{< card link=\"javascript:x\" title=\"a\" >}}\n"))
        .containsExactly("<p>a</p>");
  }

  @Test
  void aShortcodeThatIsGivenNothingToReadIsLeftOut() {
    assertThat(bodyOf("{{% steps %}}\n\nFør {{< icon \"pil\" >}}etter.\n"))
        .containsExactly("", "<p>Før etter.</p>");
  }

  @Test
  void aNoteOfAKindHasItsNameAsTitle() {
    assertThat(bodyOf("> [!WARNING]\n> Ikke slett noe.\n"))
        .containsExactly(
            "<blockquote><p><strong>Warning</strong><br />Ikke slett noe.</p></blockquote>");
  }

  @Test
  void linksMadeOfShortcodesKeepTheirWords() {
    assertThat(Jsoup.parse(bodyOf("[x]({{< ref \"a\" >}})\n").getFirst()).text()).isEqualTo("x");
  }

  @Test
  void templateAddressesAreResolved() {
    var links =
        new LinkResolver() {
          @Override
          public String resolve(String address, boolean picture) {
            return address;
          }

          @Override
          public String resolvePath(String path) {
            return path.equals("ukjent") ? "" : "/d/" + path;
          }
        };
    for (String[] each :
        new String[][] {
          {"{{< ref \"permanent/leiedb\" >}}", "permanent/leiedb"},
          {"{{< relref path=\"a.md\" lang=\"en\" >}}", "a.md"},
          {"{{% relref `a b` %}}", "a b"},
          {"{{< ref \"a#b\" >}}", "a#b"},
          {"{{< ref a >}}#b", "a#b"},
          {"{% link _posts/2016-07-26-brev.md %}", "_posts/2016-07-26-brev.md"},
          {"{% post_url 2016-07-26-brev %}", "2016-07-26-brev"},
          {"{{ site.url }}/x", "/x"},
          {"{{site.baseurl}}/x(1)/", "/x(1)/"},
          {"{{ site.url }}{{ site.baseurl }}{% link x.md %}", "x.md"},
          {"{{ '/om oss' | relative_url }}", "/om oss"},
          {"{{ \"om\" | relURL }}", "om"}
        }) {
      String html =
          new MarkdownRenderer().renderFragment("Se [*her*](" + each[0] + " \"T\").", links);
      Document page = Jsoup.parse(html);
      assertThat(page.select("a[title=T]").attr("href")).as(each[0]).isEqualTo("/d/" + each[1]);
      assertThat(page.text()).as(each[0]).isEqualTo("Se her.");
    }
    for (String unknown :
        List.of(
            "{{< ref \"ukjent\" >}}",
            "{{< param \"adresse\" >}}",
            "mailto:{{ site.email }}",
            "{{ page.previous.url }}",
            "{% include x.html %}",
            "{{ site.url }}")) {
      assertThat(new MarkdownRenderer().renderFragment("[her](" + unknown + " 'Om <i>')", links))
          .as(unknown)
          .isEqualTo("<p><span title=\"Om &lt;i&gt;\">her</span></p>");
    }
    assertThat(
            new MarkdownRenderer()
                .renderFragment("[her][x]\n\n[x]: {{< ref \"a\" >}} \"T\"", links))
        .contains("href=\"/d/a\"");
  }

  @Test
  void templatesElsewhereStay() {
    for (String text :
        List.of(
            "![bilde]({{ site.url }}/x.png)",
            "[her]({{ site.url }}/x",
            "her]({{ site.url }}/x)",
            "[her]( {{ ingen ende }/x )",
            "`[her]({{ site.url }}/x)`")) {
      assertThat(Jsoup.parse(bodyOf(text).getFirst()).text()).isEqualTo(text.replace("`", ""));
    }
  }

  @Test
  void everyAddressGoesThroughTheResolver() {
    LinkResolver links =
        (address, picture) -> address.equals("bort") ? "" : (picture ? "/p/" : "/l/") + address;
    assertThat(
            new MarkdownRenderer()
                .renderFragment("[a](a.md) ![b](b.png) <a href=\"c\">c</a> [d](bort)", links))
        .isEqualTo(
            "<p><a href=\"/l/a.md\">a</a> <img src=\"/p/b.png\" alt=\"b\" />"
                + " <a href=\"/l/c\">c</a> d</p>");
  }

  @Test
  @Tag("slow")
  void partOfALongFileIsRenderedAsInTheWholeFile() {
    var source = new StringBuilder("---\ntitle: Lang\n---\n");
    TestCorpora.markdown()
        .forEach(file -> source.append(body(TestCorpora.read(file))).append("\n\n"));
    source.append("Se [a][x] og[^1] og [^2].\n\n4. fire\n5. fem\n\n6. seks\n\n    kode\n\n");
    String text = source.append("[x]: http://a.no\n[^1]: Note\n").toString();
    List<Block> blocks = blocks(text);
    List<String> whole = render(text, blocks);
    for (int from = 1; from < blocks.size(); from += 127) {
      int to = Math.min(blocks.size(), from + 50);
      assertThat(withoutNames(render(text, blocks.subList(from, to))))
          .isEqualTo(withoutNames(whole.subList(from, to)));
    }
  }

  /** Only the first mark of a note on a page has a name. */
  private static List<String> withoutNames(List<String> html) {
    return html.stream().map(each -> each.replaceAll(" id=\"fnref-[^\"]*\"", "")).toList();
  }

  private static String body(String source) {
    return source.substring(FrontMatter.find(source).map(FrontMatter::body).orElse(0));
  }

  @Test
  @Tag("slow")
  void wordsOnThePageAreTheWordsOfTheBlock() {
    for (var file : TestCorpora.markdown()) {
      String source = TestCorpora.read(file);
      List<Block> blocks = blocks(source);
      List<String> html = render(source, blocks);
      for (int i = 1; i < blocks.size(); i++) {
        if (html.get(i).contains("<del>")
            || html.get(i).contains("<img")
            || html.get(i).contains("class=\"")
            || blocks.get(i).kind() == BlockKind.SHORTCODE
            || blocks.get(i).text().startsWith("[!")
            || html.get(i).isEmpty()) {
          continue;
        }
        assertThat(Whitespace.fold(Jsoup.parse(html.get(i)).wholeText()).replace(" ", ""))
            .as("%s, %s", file, blocks.get(i))
            .isEqualTo(blocks.get(i).text().replace(" ", ""));
      }
    }
  }

  private static List<String> bodyOf(String source) {
    List<Block> blocks = blocks(source);
    return render(source, blocks.subList(1, blocks.size()));
  }

  private static List<String> render(String source, List<Block> blocks) {
    return new MarkdownRenderer()
        .render(source, blocks(source), blocks, Side.ORIGINAL, (address, picture) -> address);
  }

  private static List<Block> blocks(String source) {
    return new MarkdownReader().read(source, "x.md", "x", Side.ORIGINAL).text().blocks();
  }
}
