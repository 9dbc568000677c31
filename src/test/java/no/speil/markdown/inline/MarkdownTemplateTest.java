package no.speil.markdown.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.speil.TestCorpora;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTemplateTest {

  @Test
  void theMarksOfBlocksAreOutsideTheText() throws Exception {
    assertThat(texts("## Om *arkivet* {#om}"))
        .containsExactly("Om [ITALIC]arkivet[/ITALIC][ATTRIBUTES]");
    assertThat(texts("> Et sitat\n> over to linjer.")).containsExactly("Et sitat over to linjer.");
    assertThat(texts("1. Første\n2. Andre\n   - Under"))
        .containsExactly("Første", "Andre", "Under");
    assertThat(texts("[^1]: En note.")).containsExactly("En note.");
    assertThat(texts("- [ ] Ikke *gjort*\n- [x] Gjort\n\n  [x] og nevnt\n- [y] annet"))
        .containsExactly("Ikke [ITALIC]gjort[/ITALIC]", "Gjort", "[x] og nevnt", "[y] annet");
    assertThat(texts("[x] Gjort")).as("no item").containsExactly("[x] Gjort");
    MarkdownTemplate task = MarkdownTemplate.of("- [ ] Ikke gjort");
    assertThat(task.fill(List.of(CodedText.of("Not done")))).isEqualTo("- [ ] Not done");
    assertThat(texts("| A | B |\n|---|--:|\n| c `d` | |")).containsExactly("A", "B", "c [CODE]");
  }

  @Test
  void whatIsNotTranslatedIsNoText() {
    assertThat(texts("```sh\nmvn -q\n```")).isEmpty();
    assertThat(texts("    mvn -q")).isEmpty();
    assertThat(texts("***")).isEmpty();
    assertThat(texts("[lov]: https://lovdata.no")).isEmpty();
    assertThat(texts("{{< figur src=\"a.png\" >}}")).isEmpty();
  }

  @Test
  void markupWithinATextIsCodes() {
    assertThat(texts("Se [loven](https://lovdata.no \"Lov\"), `kode`, ~~feil~~ og [^1]."))
        .containsExactly("Se [LINK]loven[/LINK], [CODE], [STRIKE]feil[/STRIKE] og [FOOTNOTE].");
    assertThat(texts("![Et kart](kart.png)")).containsExactly("[IMAGE]Et kart[/IMAGE]");
    assertThat(texts("En linje  \nog en til\\\nog slutt"))
        .containsExactly("En linje[LINE_BREAK]og en til[LINE_BREAK]og slutt");
    assertThat(texts("<https://speil.no> <b>fet</b> {{< ref \"a\" >}}"))
        .containsExactly("[LINK] [HTML]fet[HTML] [SHORTCODE]");
    assertThat(texts("<p class=\"a\">Hei &amp; hå</p>"))
        .containsExactly("[HTML]Hei &amp; hå[HTML]");
  }

  @Test
  void escapesAndEntitiesAreDecoded() {
    assertThat(texts("5 \\* 3 &amp; 2&nbsp;kr \\_a\\_")).containsExactly("5 * 3 & 2\u00A0kr _a_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015. Et år",
        "- ikke et punkt",
        "# ikke en overskrift",
        "> ikke et sitat",
        "a * b * c og *d*",
        "snake_case og _understrek_",
        "[ikke en lenke](a) og ![heller ikke](b)",
        "<b>ikke fet</b> &amp; a < b > c",
        "`ikke kode` og ``heller ikke``",
        "{#ikke-anker} {{< ikke >}}",
        "~~ikke~~ feil \\* skråstrek \\",
        "| ikke | tabell |",
        "+ heller ikke",
        "= og ===",
        "[^1] og [^1]: nei",
        "https://speil.no/a_b_c?d=*e*",
        "a\\",
      })
  void everyTextComesBack(String words) throws Exception {
    for (String markdown :
        List.of("Tekst", "## Tekst", "- Tekst", "> Tekst", "| A | B |\n|---|---|\n| Tekst | b |")) {
      MarkdownTemplate template = MarkdownTemplate.of(markdown);
      var texts = new ArrayList<>(template.texts());
      int at = template.texts().indexOf(CodedText.of("Tekst"));
      texts.set(at, CodedText.of(words));

      String filled = template.fill(texts);

      assertThat(MarkdownTemplate.of(filled).texts().get(at).words()).as(filled).isEqualTo(words);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| A |\n|---|\n| <ul><li>TIFF, *revisjon* 6 [^1] |",
        "| A |\n|---|\n| {{< ikon >}} `kode` og [lenke](a.md) |",
        "<details><summary>Mer &amp; mer</summary>\n*Tekst*</details>",
        "Første\n\n- andre\n- *tredje*",
        "## *Om* [loven](a.md)"
      })
  void aTextInALineOfItsOwnIsReadAsItWas(String markdown) {
    MarkdownTemplate template = MarkdownTemplate.of(markdown);
    for (CodedText text : List.of(template.texts().getLast(), template.joined())) {
      String line = MarkdownTemplate.inline(text);

      CodedText read = MarkdownTemplate.parseInline(line, text);

      assertThat(read.isSameAs(text)).as("%s: %s%nis not %s", line, read, text).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1. Introduction", "- a dash first", "# 3", "> 5"})
  void whatWouldBeginABlockIsTextInALineOfItsOwn(String typed) {
    CodedText model = MarkdownTemplate.of("1\\. Innledning").texts().getFirst();

    assertThat(MarkdownTemplate.parseInline(typed, model)).isEqualTo(CodedText.of(typed));
  }

  @Test
  void emphasisWithinAWordIsWrittenWithAsterisks() throws Exception {
    MarkdownTemplate template = MarkdownTemplate.of("_Amnesty_ sier");
    CodedText text = template.texts().getFirst();
    var parts = new ArrayList<>(text.parts());
    parts.set(parts.size() - 1, new CodedText.Words("s styre"));

    assertThat(template.fill(List.of(new CodedText(parts)))).isEqualTo("*Amnesty*s styre");
  }

  @Test
  void spacesMoveOutOfEmphasis() throws Exception {
    MarkdownTemplate template = MarkdownTemplate.of("en **fet** skrift");
    var parts = new ArrayList<>(template.texts().getFirst().parts());
    parts.set(2, new CodedText.Words(" bold "));
    parts.set(0, new CodedText.Words("a"));
    parts.set(4, new CodedText.Words("type"));

    assertThat(template.fill(List.of(new CodedText(parts)))).isEqualTo("a **bold** type");
  }

  @Test
  void aTextThatNoMarkdownStandsForIsRefused() {
    MarkdownTemplate template = MarkdownTemplate.of("en **fet** skrift");
    var parts = new ArrayList<>(template.texts().getFirst().parts());
    parts.remove(3); // the end of the span

    assertThatThrownBy(() -> template.fill(List.of(new CodedText(parts))))
        .isInstanceOf(UnwritableTextException.class);
  }

  @Test
  void aTextByItselfHasNothingAroundIt() {
    assertThat(MarkdownTemplate.inline(CodedText.of("Hei på deg."))).isEqualTo("Hei på deg.");
    assertThat(MarkdownTemplate.inline(CodedText.of("1. Hei"))).isEqualTo("1. Hei");
  }

  @Test
  void aTextWithoutWordsByItselfIsEmpty() {
    assertThat(MarkdownTemplate.inline(CodedText.of(""))).isEmpty();
    assertThat(MarkdownTemplate.inline(CodedText.of(" "))).isBlank();
  }

  @Test
  void severalTextsCanBeOne() throws Exception {
    MarkdownTemplate template = MarkdownTemplate.of("| A | *B* |\n|---|---|\n| c | d |");

    assertThat(shown(template.joined())).isEqualTo("A[BLOCK][ITALIC]B[/ITALIC][BLOCK]c[BLOCK]d");
    assertThat(template.fill(MarkdownTemplate.parted(template.joined())))
        .isEqualTo("| A | *B* |\n|---|---|\n| c | d |");
  }

  @Test
  void everyBlockOfTheCorporaComesBack() throws Exception {
    var wrong = new ArrayList<String>();
    int blocks = 0;
    for (Path file : TestCorpora.markdown()) {
      String source = TestCorpora.read(file);
      for (Block block :
          new MarkdownReader().read(source, file.toString(), "", Side.ORIGINAL).text().blocks()) {
        MarkdownTemplate template = MarkdownTemplate.of(List.of(block));
        blocks++;
        try {
          String filled = template.fill(template.texts());
          if (!MarkdownTemplate.of(filled)
                  .kinds()
                  .equals(MarkdownTemplate.of(block.markdown()).kinds())
              && block.kind() != BlockKind.TITLE) {
            wrong.add(file + ":" + block.source().line() + " other kinds");
          }
        } catch (UnwritableTextException e) {
          wrong.add(file + ":" + block.source().line() + "\n" + block.markdown());
        }
      }
    }
    assertThat(blocks).isGreaterThan(1_000);
    assertThat(wrong).isEmpty();
  }

  private static List<String> texts(String markdown) {
    return MarkdownTemplate.of(markdown).texts().stream().map(MarkdownTemplateTest::shown).toList();
  }

  private static String shown(CodedText text) {
    var shown = new StringBuilder();
    for (CodedText.Part part : text.parts()) {
      switch (part) {
        case CodedText.Words words -> shown.append(words.text());
        case InlineCode code ->
            shown
                .append(code.position() == InlineCode.Position.CLOSE ? "[/" : "[")
                .append(code.type())
                .append(']');
      }
    }
    return shown.toString();
  }
}
