package no.speil.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.corpus.TextRole;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.search.analysis.BuiltInDictionary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QaChecksTest {
  private final QaChecks checks =
      new QaChecks(new VisibleMarkdownReader(), BuiltInDictionary.get()::english);

  /** Two texts outside a document; the footnotes of the translation are there. */
  static SectionTexts texts(String original, String translation) {
    Set<String> notes =
        Pattern.compile("\\[\\^([^\\[\\]]+)]")
            .matcher(translation)
            .results()
            .map(label -> label.group(1))
            .collect(Collectors.toSet());
    return new SectionTexts(original, translation, TextRole.BODY, notes);
  }

  @TestFactory
  Stream<DynamicTest> writtenCases() throws IOException {
    return lines()
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                dynamicTest(
                    cells[1] + " | " + cells[2],
                    () ->
                        assertThat(codes(text(cells[1]), text(cells[2])))
                            .isEqualTo(expected(cells[0]))));
  }

  @Test
  void everyCheckHasCasesAndManyCasesHaveNoFinding() throws IOException {
    List<Set<String>> expected = lines().map(line -> expected(line.split("\t", -1)[0])).toList();
    assertThat(expected.stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .isEqualTo(
            EnumSet.complementOf(EnumSet.of(QaCheck.UNCHECKED, QaCheck.UNCHECKED_YET)).stream()
                .map(QaCheck::code)
                .collect(Collectors.toSet()));
    assertThat(expected).hasSizeGreaterThan(60);
    assertThat(expected.stream().filter(Set::isEmpty)).hasSizeGreaterThan(30);
  }

  @Test
  void templateAddressesAreComparedAsAWhole() {
    String original = "Vi har en database [her]({{< ref \"permanent/leiedb\" >}} \"Leie\").";
    String translation = "We have a database [here]({{< ref \"permanent/leiedb\" >}} \"Rent\").";

    assertThat(checks.of(texts(original, translation))).isEmpty();
    assertThat(checks.of(texts(original, "We have a database here.")))
        .contains(new QaWarning(QaCheck.LINK_MISSING, List.of("{{< ref \"permanent/leiedb\" >}}")));
  }

  @Test
  void warningNamesTheWordsAsWritten() {
    SectionTexts texts = texts("Den 24. august kom 12 500.", "On 23 August 12.500 came.");
    assertThat(checks.of(texts))
        .containsExactly(
            new QaWarning(QaCheck.NUMBER_MISSING, List.of("24", "12 500")),
            new QaWarning(QaCheck.NUMBER_ADDED, List.of("23", "12.500")));
  }

  @Test
  void blocksInAnotherOrderAreNamedFromTheFirstThatDiffers() {
    SectionTexts texts =
        texts("Vi kom.\n\n> Vi så.\n\nDe gikk.", "We came.\n\nWe saw.\n\n> They left.");
    assertThat(checks.of(texts))
        .containsExactly(
            new QaWarning(QaCheck.KIND, List.of("quotation,paragraph", "paragraph,quotation")));
  }

  @Test
  void footnoteWithAnotherLabelIsReportedIfTheNotesAreKnown() {
    SectionTexts known =
        new SectionTexts("Vedtatt.[^las]", "Decided.[^lock]", TextRole.BODY, Set.of("lock"));
    SectionTexts unknown =
        new SectionTexts("Vedtatt.[^las]", "Decided.[^lokk]", TextRole.BODY, Set.of("lock"));
    assertThat(checks.of(known)).isEmpty();
    assertThat(checks.of(unknown))
        .containsExactly(new QaWarning(QaCheck.FOOTNOTE_ADDED, List.of("lokk")));
  }

  @Test
  void withoutAnOriginalOnlyPairedMarksAreChecked() {
    assertThat(codes("", "In 2015 she said “no.")).containsExactly("quotes");
  }

  @Test
  @Tag("slow")
  void noTextTakesMoreThanLinearTime() {
    for (String each :
        List.of(
            "(", "“ ", "[^1", "1.", "tre ", "Å%d ", "*a ", "`", "{{", "1 ", "111 ", "9", "1:")) {
      var text = new StringBuilder();
      for (int i = 0; text.length() < 19_990; i++) {
        text.append(each.formatted(i));
      }
      ProcessorTime.assertLinear(
          each,
          19_990,
          n -> checks.of(texts("a Å" + text.substring(0, n), text.substring(0, n) + "x")));
    }
  }

  @Test
  void aLongParagraphIsCheckedAndOfALongerOneItIsSaidThatItIsNot() {
    String original = "Brevet kom. ".repeat(4_000);
    String translation = "The letter came. ".repeat(3_000);
    assertThat(checks.of(texts(original + "I 2015.", translation + "In 2016.")))
        .containsExactly(
            new QaWarning(QaCheck.NUMBER_MISSING, List.of("2015")),
            new QaWarning(QaCheck.NUMBER_ADDED, List.of("2016")));
    SectionTexts longer =
        texts(original + original + "I 2015.", translation + translation + "In 2016.");
    assertThat(checks.of(longer))
        .contains(
            new QaWarning(QaCheck.NUMBER_MISSING, List.of("2015")),
            new QaWarning(QaCheck.NUMBER_ADDED, List.of("2016")));
    assertThat(checks.typed(longer))
        .containsExactly(new QaWarning(QaCheck.UNCHECKED_YET, List.of()));
    assertThat(checks.agreements(longer)).isEmpty();
    SectionTexts longest = texts("2015 ".repeat(50_000), "2016");
    assertThat(checks.of(longest)).containsExactly(new QaWarning(QaCheck.UNCHECKED, List.of()));
    assertThat(checks.typed(longest)).isEqualTo(checks.of(longest));
    assertThat(checks.of(texts("2015 ".repeat(50_000), " "))).isEmpty();
    assertThat(checks.typed(texts("2015 ".repeat(20_000), " "))).isEmpty();
  }

  private Set<String> codes(String original, String translation) {
    return checks.of(texts(original, translation)).stream()
        .map(found -> found.check().code())
        .collect(Collectors.toSet());
  }

  private static Set<String> expected(String cell) {
    return cell.equals("-")
        ? Set.of()
        : Arrays.stream(cell.split(",", -1)).collect(Collectors.toSet());
  }

  private static String text(String cell) {
    return cell.replace("\\n", "\n");
  }

  private static Stream<String> lines() throws IOException {
    try (InputStream in = QaChecksTest.class.getResourceAsStream("cases.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#"));
    }
  }

  @Test
  void aFootnoteOfAnotherNameIsReportedInADocumentWithoutNotes() {
    SectionTexts texts = new SectionTexts("Ja.[^en]", "Yes.[^x]", TextRole.BODY, Set.of());
    assertThat(checks.of(texts))
        .containsExactly(new QaWarning(QaCheck.FOOTNOTE_ADDED, List.of("x")));
  }

  private List<QaAgreement> agreements(String original, String translation) {
    return checks.agreements(texts(original, translation));
  }

  @Test
  void whatAgreesIsToldWithTheWordsOfTheOriginal() {
    SectionTexts texts =
        texts(
            "Ingen [svarte](https://a.example/no/svar) innen 14 dager[^1], 3. mai 2007.",
            "Nobody [answered](https://a.example/en/svar) within 14 days[^1], on 3 May 2007.");
    assertThat(checks.agreements(texts))
        .extracting(QaAgreement::kind)
        .containsExactly(
            QaAgreement.Kind.NUMBERS,
            QaAgreement.Kind.LINKS,
            QaAgreement.Kind.FOOTNOTES,
            QaAgreement.Kind.NEGATION);
    assertThat(checks.agreements(texts).getFirst().words()).contains("14");
    assertThat(checks.agreements(texts).get(2).words()).containsExactly("1");
  }

  @Test
  void nothingAgreesThatAWarningIsAbout() {
    assertThat(
            checks.agreements(
                texts(
                    "Ikke alle svarte[^1] innen 14 dager. [Svar](https://a.example/svar)",
                    "All of them answered within 15 days.")))
        .isEmpty();
    assertThat(checks.agreements(texts("Styret må gå.", "The board must go."))).isEmpty();
    assertThat(checks.agreements(texts("Det er lite trolig.", "It is unlikely."))).isEmpty();
    assertThat(agreements("Av 3 kopier er 2 her, 1 der: 3+2+1.", "Of 2 copies 2: 3+2+1, 1."))
        .isEmpty();
    assertThat(agreements("Fra 12 til 40 kroner.", "From 40 to 12 kroner.")).isEmpty();
    assertThat(agreements("Den 24. august 2015.", "On August 24, 2015."))
        .containsExactly(
            new QaAgreement(QaAgreement.Kind.NUMBERS, List.of("24", "august", "2015")));
    assertThat(agreements("Ja.[^en]", "Yes.[^x]")).isEmpty();
    assertThat(agreements("Ja.[^en]", "Yes.[^en][^en]")).isEmpty();
    assertThat(agreements("Vi vil ikke svare.", "We will not answer."))
        .containsExactly(new QaAgreement(QaAgreement.Kind.NEGATION, List.of("ikke")));
    assertThat(checks.agreements(texts("Styret må gå.", " "))).isEmpty();
  }

  @Test
  void aTableWithAsManyRowsAndColumnsAgreesAlsoWhereCellsAreEmpty() {
    String table = "| År | Disk | Tape |\n|---|---|---|\n| i dag | stor | liten |\n| før | liten |";
    String half = "| Year | Disk | |\n|---|---|---|\n| today | | |\n| | |";
    assertThat(agreements(table, half))
        .containsExactly(new QaAgreement(QaAgreement.Kind.TABLE, List.of("3", "3")));
    assertThat(agreements(table, half + "\n| more | | |")).isEmpty();
    assertThat(agreements(table, "Year, disk")).isEmpty();
    assertThat(agreements("Styret.", "The board.")).isEmpty();
  }
}
