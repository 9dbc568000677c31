package no.speil.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.speil.TestCorpora;
import no.speil.corpus.Access;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;
import no.speil.corpus.PersonName;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {

  @Test
  void everyKindOfBlockIsCutWithItsWords() {
    assertThat(
            cut(
                """
                # Tittel {#anker}

                Et *avsnitt* &amp; [lenke](http://x.no), ~~strøket~~ \\*ord\\*[^1] {ikke markup}
                {{< kort a="b" >}}
                mer {{< ikon >}} her

                Setext
                ===

                - en
                  - under

                    mer
                2) to

                > sitat
                dovent

                | a | b |
                |---|---|
                | 1 | *2* |

                [![alt *tekst*](x.png)](y)

                ~~~
                kode {{< x >}}
                ~~~

                    innrykk

                <div>Ord &lt; i <b>HT</b>ML<img alt="bilde"></div>

                ***
                [a]: http://a.no
                [b]: http://b.no

                [^1]: Noten

                    med to avsnitt
                """))
        .containsExactly(
            "HEADING 1: Tittel",
            "PARAGRAPH 3: Et avsnitt & lenke, *ord* {ikke markup}",
            "SHORTCODE 4: ",
            "PARAGRAPH 5: mer her",
            "HEADING 7: Setext",
            "ITEM 10: en under mer",
            "ITEM 14: to",
            "QUOTATION 16: sitat dovent",
            "TABLE 19: a b 1 2",
            "IMAGE 23: alt tekst",
            "CODE 25: kode {{< x >}}",
            "CODE 29: innrykk",
            "HTML 31: Ord < i HTML bilde",
            "RULE 33: ",
            "DEFINITIONS 34: ",
            "FOOTNOTE 37: Noten med to avsnitt");
  }

  @Test
  void frontMatterIsReadAsWritten() {
    Metadata metadata =
        read(
                """
                ---
                title: 1984
                language: nn
                date: 2015-08-24
                authors: Kari
                subjects: [a, 2015]
                aliases:
                weight: 010
                draft: yes
                ---
                Tekst
                """,
                Side.ORIGINAL)
            .text()
            .metadata();
    assertThat(metadata)
        .isEqualTo(
            new Metadata(
                "1984",
                "",
                Language.NYNORSK,
                new Metadata.Credits(List.of("Kari"), List.of(), "", List.of()),
                new Metadata.Classification("2015-08-24", "", List.of("a", "2015")),
                Metadata.Provenance.NONE,
                Access.EVERYBODY,
                Map.of("weight", "010", "draft", "yes")));
    assertThat(metadata.other().keySet()).containsExactly("weight", "draft");
  }

  @Test
  void attachmentsArePathsOrMappingsEachWithItsLine() {
    Metadata metadata =
        read(
                """
                ---
                attachments:
                  - brev/side 1.png
                  - file: brev.pdf
                    title: Signert  original
                    date: 2023-09-26
                    sha256: ABC1
                    pages: 4
                  - title: uten fil
                ---
                Tekst
                """,
                Side.ORIGINAL)
            .text()
            .metadata();
    assertThat(metadata.provenance().attachments())
        .containsExactly(
            new Metadata.Attachment("x.md", 3, "brev/side 1.png", "", "", ""),
            new Metadata.Attachment(
                "x.md", 4, "brev.pdf", "Signert original", "2023-09-26", "abc1"));
    assertThat(metadata.other()).isEmpty();
    for (String one : List.of("brev.pdf", "[brev.pdf]", "{file: brev.pdf}")) {
      assertThat(attachments(one))
          .as(one)
          .extracting(each -> each.file())
          .containsExactly("brev.pdf");
    }
    for (String none : List.of("", "[]", "{title: x}", "[[]]")) {
      assertThat(attachments(none)).as(none).isEmpty();
    }
  }

  @Test
  void aValueThatHoldsItselfIsReadToo() {
    assertThat(attachments("&a [*a, brev.pdf]")).isNotEmpty();
    assertThat(attachments("&a {file: brev.pdf, title: *a}")).hasSize(1);
  }

  private static List<Metadata.Attachment> attachments(String written) {
    return read("---\nattachments: " + written + "\n---\nTekst\n", Side.ORIGINAL)
        .text()
        .metadata()
        .provenance()
        .attachments();
  }

  @Test
  void markedAuthorIsAnOrganizationAndADoubtfulOneAProblem() {
    ParsedFile parsedFile =
        read(
            """
            ---
            language: nb
            publisher: Human Rights Watch
            authors:
              - «Norsk Folkehjelp»
              - '{Kari Nordmann}'
              - Human Rights Watch
              - Amnesty International Norge
              - Trine Lise Bryn
            ---
            Tekst
            """,
            Side.ORIGINAL);
    assertThat(parsedFile.text().metadata().credits().authors())
        .startsWith("Norsk Folkehjelp", "Kari Nordmann", "Human Rights Watch");
    assertThat(parsedFile.text().metadata().credits().authorNames())
        .containsExactly(
            PersonName.whole("Norsk Folkehjelp"),
            PersonName.whole("Kari Nordmann"),
            PersonName.whole("Human Rights Watch"),
            PersonName.whole("Amnesty International Norge"),
            new PersonName("Bryn", "Trine Lise"));
    assertThat(parsedFile.problems())
        .containsExactly(
            Problem.of("x.md", 4, Problem.Kind.AUTHOR_UNCERTAIN, "Amnesty International Norge"));
  }

  @Test
  void badYamlIsAProblemAndTheRestIsUsed() {
    ParsedFile parsedFile =
        read("---\ntitle: Godt\nkind: a: b\nlanguage: nb\n---\nTekst\n", Side.ORIGINAL);
    assertThat(parsedFile.problems()).singleElement().extracting(Problem::line).isEqualTo(3);
    assertThat(parsedFile.text().metadata().title()).isEqualTo("Godt");
    assertThat(parsedFile.text().metadata().language()).isEqualTo(Language.BOKMAAL);
    assertThat(parsedFile.text().blocks().getLast().text()).isEqualTo("Tekst");
  }

  @Test
  void valueWithAColonIsAProblemAndIsReadAsMeant() {
    ParsedFile parsedFile =
        read("---\ntitle: Et svar: til Kari # 2\nkind: [a\nlanguage: nb\n---\nb\n", Side.ORIGINAL);
    assertThat(parsedFile.problems()).singleElement().extracting(Problem::line).isEqualTo(2);
    assertThat(parsedFile.text().metadata().title()).isEqualTo("Et svar: til Kari # 2");
    assertThat(parsedFile.text().metadata().classification().kind()).isEmpty();
  }

  @Test
  void dateInAnotherFormIsAProblemAndIsShownAsWritten() {
    for (String date : List.of("2015", "2015-02", "2015-02-28")) {
      assertThat(lines("---\ntitle: a\ndate: " + date + "\n---\nb")).as(date).isEmpty();
    }
    for (String date : List.of("31. februar 2015", "2015-02-30", "2015-13", "24.08.2015", "x")) {
      assertThat(lines("---\ntitle: a\ndate: " + date + "\n---\nb")).as(date).containsExactly(3);
    }
    ParsedFile parsedFile = read("---\ndate: våren 2015\n---\nb", Side.ORIGINAL);
    assertThat(parsedFile.text().metadata().classification().date()).isEqualTo("våren 2015");
  }

  @Test
  void timeOfDayIsDroppedFromADate() {
    for (String time :
        List.of(
            "2023-07-24T14:41:29+02:00",
            "2023-07-24T14:41:29.123Z",
            "2023-07-24t14:41",
            "2023-07-24 14:41:29",
            "2023-07-24 14:41:29 +0200",
            "2023-07-24 1:41:29.5 -5",
            "\"2023-07-24T00:00:00\"")) {
      ParsedFile parsedFile = read("---\ndate: " + time + "\n---\nb", Side.ORIGINAL);
      assertThat(parsedFile.problems()).as(time).isEmpty();
      assertThat(parsedFile.text().metadata().classification().date())
          .as(time)
          .isEqualTo("2023-07-24");
    }
    for (String time :
        List.of(
            "2023-02-30T14:41:29Z",
            "2023-07-24T25:00:00Z",
            "2023-07-24T14:61Z",
            "2023-07-24 om kvelden",
            "2023-07-24T",
            "2023-07T14:41:29")) {
      assertThat(lines("---\ndate: " + time + "\n---\nb")).as(time).containsExactly(2);
    }
  }

  @Test
  void everyOddFrontMatterIsOneProblemOnItsLine() {
    assertThat(lines("---\na: 1\na: 2\n---\nb")).containsExactly(3);
    assertThat(lines("---\na: 1\n\tb: 2\n---\nb")).containsExactly(3);
    assertThat(lines("---\n- a\n- b\n---\nb")).containsExactly(2);
    assertThat(lines("---\ntitle: a\n\nb")).containsExactly(1);
    assertThat(lines("---\na: \"\\UFFFFFFFF\"\n---\nb")).hasSize(1);
    assertThat(lines("---\na: \u0001\n---\nb")).hasSize(1);
    assertThat(lines("---\nlanguage: en\n---\nb")).containsExactly(2);
    assertThat(lines("---\nlanguage: ??\n---\nb")).containsExactly(2);
    assertThat(lines("+++\ntitle = \"a\"\n+++\nb")).containsExactly(1);
    assertThat(lines("+++\nikke mer\n")).isEmpty();
    assertThat(lines("---\n\nb\n\n---\n")).isEmpty();
    assertThat(lines("")).isEmpty();
  }

  @Test
  void titleFallsBackToHeadingAndThenToTheName() {
    assertThat(read("ord\n\n## Av *Kari*\n", Side.ORIGINAL).text().metadata().title())
        .isEqualTo("Av Kari");
    assertThat(read("ord", Side.ORIGINAL).text().metadata().title()).isEqualTo("navn");
  }

  @Test
  void languageIsGuessedFromFunctionWords() {
    assertThat(language("Eg veit ikkje kva dei vil, men det er noko", Side.ORIGINAL))
        .isEqualTo("nn");
    assertThat(language("Jeg vet ikke hva de vil, men det er noe", Side.ORIGINAL)).isEqualTo("nb");
    assertThat(language("Styret", Side.ORIGINAL)).isEqualTo("nb");
    assertThat(language("Styret", Side.TRANSLATION)).isEqualTo("en");
    assertThat(language("The board of the group was not to be with it", Side.ORIGINAL))
        .isEqualTo("en");
  }

  @Test
  void guessesTheLanguageOfRealTexts() {
    for (var file : TestCorpora.markdown()) {
      boolean original = file.toString().contains("/archive/");
      String body = TestCorpora.read(file).replaceFirst("(?m)^language: .*\n", "");
      String guess = language(body, original ? Side.ORIGINAL : Side.TRANSLATION);
      // Some pages of the corpus are in the other Norwegian than its front matter says.
      String expected = !original ? "en" : file.endsWith("udhr-nn.md") ? "nn" : "nb|nn";
      assertThat(guess).as(file.toString()).matches(expected);
    }
  }

  private static ParsedFile read(String source, Side side) {
    return new MarkdownReader().read(source, "x.md", "navn", side);
  }

  private static String language(String source, Side side) {
    return read(source, side).text().metadata().language().tag();
  }

  private static List<Integer> lines(String source) {
    return read(source, Side.ORIGINAL).problems().stream().map(Problem::line).toList();
  }

  private static List<String> cut(String source) {
    return read(source, Side.ORIGINAL).text().blocks().stream()
        .skip(1)
        .map(block -> block.kind() + " " + block.source().line() + ": " + block.text())
        .toList();
  }
}
