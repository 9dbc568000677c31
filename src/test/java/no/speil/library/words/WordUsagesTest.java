package no.speil.library.words;

import static no.speil.search.index.TestIndex.head;
import static no.speil.search.index.TestIndex.id;
import static no.speil.search.index.TestIndex.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.speil.corpus.Freshness;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.lexicon.Glossary;
import no.speil.lexicon.GlossaryEntry;
import no.speil.lexicon.GlossaryMatcher;
import no.speil.library.sync.Readiness;
import no.speil.library.words.CollocateUsage.Counterparts;
import no.speil.library.words.WordRequest.ExampleFilter;
import no.speil.library.words.WordRequest.Kind;
import no.speil.library.words.WordUsage.Translation;
import no.speil.library.words.WordUsage.UnalignedCounts;
import no.speil.library.words.WordUsage.WordForm;
import no.speil.search.CollocateRequest;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.Collocates;
import no.speil.search.DocumentTrace;
import no.speil.search.IndexedDocument;
import no.speil.search.RelatedWord;
import no.speil.search.SearchRequest;
import no.speil.search.index.TestIndex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Tag("compute")
class WordUsagesTest {
  private static final Readiness READY = new Readiness(true, true, 0, 0, null);

  @TempDir Path folder;
  @AutoClose private TestIndex archive;
  private String glossary = "";

  @BeforeEach
  void open() {
    archive = new TestIndex(folder);
  }

  @Test
  void aWordIsCountedByWhatTranslatesIt() {
    archive.put(
        "a", "Styret må gå.|The board must go.", "Vi skrev til styret.|We wrote to the board.");
    archive.put("b", "Styret svarte ikke.|The committee did not answer.");
    know("styre", "board", "styre", "committee");
    assertThat(usage("styret").translations())
        .containsExactly(
            new Translation("board", "board", 2, 2, 1),
            new Translation("committe", "committee", 1, 1, 1));
    assertThat(usage("styret").extent().exact()).isTrue();
    assertThat(usage("styret").extent().documents()).isEqualTo(2);
    assertThat(usage("board").asked().side()).isEqualTo(Side.TRANSLATION);
    assertThat(usage("board").translations())
        .containsExactly(new Translation("styr", "styret", 2, 2, 1));
  }

  @Test
  void aWordThatStandsTwiceHasTwoCounterpartsAndNoneOfThemTwice() {
    archive.put(
        "a",
        "Styret skrev at det gamle styret gikk.|The board wrote that the old committee went.",
        "Styret mot styret.|A board and nothing more.");
    know("styre", "board", "styre", "committee");
    WordUsage usage = usage("styret");
    assertThat(usage.extent().times()).isEqualTo(4);
    assertThat(usage.extent().sections()).isEqualTo(2);
    assertThat(usage.translations())
        .containsExactly(
            new Translation("board", "board", 2, 2, 1),
            new Translation("committe", "committee", 1, 1, 1));
    assertThat(usage.extent().unaligned()).isEqualTo(new UnalignedCounts(1, 0, 0));
  }

  @Test
  void ofTwoTranslationsTheOneAtTheSamePlaceIsTheCounterpart() {
    archive.put(
        "a",
        "Rett og lov og tre ord til.|The court and the laws and three words more are right.",
        "Tre ord til og lov og rett.|The court and the laws and three words more are right.");
    know("rett", "court", "rett", "right");
    assertThat(usage("rett", Side.ORIGINAL).translations())
        .containsExactly(
            new Translation("court", "court", 1, 1, 1), new Translation("right", "right", 1, 1, 1));
  }

  @Test
  void severalWordsAreOfTheSideThatHasThemMore() {
    archive.put("a", "Et board og styret.|The board of the union.", "Styret.|A board of old.");
    for (String word : List.of("board", "the board", "board of old")) {
      assertThat(usage(word).asked().side()).as(word).isEqualTo(Side.TRANSLATION);
    }
    for (String word : List.of("styret", "og styret", "")) {
      assertThat(usage(word).asked().side()).as(word).isEqualTo(Side.ORIGINAL);
    }
  }

  @Test
  void wordsBesideAWordAreTranslatedAsTheyAreThere() {
    archive.put(
        "a",
        "Vi reiser et krav.|We make a demand.",
        "De reiser krav. Styret reiser en uke etter.|They raise demands. The board travels.",
        "Kravet reises i morgen.|It is tomorrow.",
        "De reiser krav.|");
    know("reise", "make", "reise", "raise", "reise", "travel", "krav", "demand");
    CollocateUsage usage =
        usages(READY, Duration.ofMinutes(1))
            .collocates(
                new CollocateRequest(
                    SearchRequest.of(""),
                    Side.ORIGINAL,
                    "krav",
                    true,
                    false,
                    2,
                    2,
                    1,
                    Measure.LOG_DICE),
                1,
                20);
    assertThat(usage.found().forms()).containsExactly("krav", "kravet");
    Collocates.Row row = usage.found().rows().getFirst();
    assertThat(row.forms()).containsExactly("reiser", "reises");
    assertThat(row.count()).isEqualTo(5);
    Counterparts counterparts = usage.translations().get(row.word());
    assertThat(counterparts.translations())
        .extracting(Translation::form)
        .containsExactlyInAnyOrder("make", "raise", "travels");
    assertThat(counterparts.unknown()).isEqualTo(1);
    assertThat(counterparts.translations()).hasSize(3);
  }

  @Test
  void aPhraseIsACounterpartAsAWhole() {
    archive.put(
        "a",
        "Loven mot menneskehandel gjelder.|The law against human trafficking applies.",
        "Menneskehandel er forbudt.|Trafficking is forbidden.");
    know("menneskehandel", "human trafficking", "menneskehandel", "trafficking");
    assertThat(usage("menneskehandel").translations())
        .containsExactly(
            new Translation("human traffick", "human trafficking", 1, 1, 1),
            new Translation("traffick", "trafficking", 1, 1, 1));
    assertThat(usage("trafficking").translations())
        .containsExactly(new Translation("menneskehandel", "menneskehandel", 2, 2, 1));
    assertThat(marked(usage("menneskehandel").examples().examples().getFirst().translation()))
        .isIn("The law against [human trafficking] applies.", "[Trafficking] is forbidden.");
  }

  @Test
  void upperCaseAndDecomposedLettersMakeNoDifference() {
    String decomposed = Normalizer.normalize("språk", Normalizer.Form.NFD);
    archive.put(
        "a", "STYRET MÅ GÅ|THE BOARD MUST GO", "Et " + decomposed + " til.|One more LANGUAGE.");
    know("styre", "board", "språk", "language");
    assertThat(usage("STYRET").translations())
        .containsExactly(new Translation("board", "board", 1, 1, 1));
    WordUsage usage = usage(decomposed);
    assertThat(usage.asked().word()).isEqualTo("språk");
    assertThat(usage.translations())
        .containsExactly(new Translation("languag", "language", 1, 1, 1));
    assertThat(usage.breakdown().forms()).containsExactly(new WordForm("språk", 1));
    assertThat(marked(usage.examples().examples().getFirst().original()))
        .isEqualTo("Et [språk] til.");
  }

  @Test
  void whereNoTranslationStandsNoneIsGuessed() {
    archive.put("a", "Styret må gå.|They must all go now.", "Styret kom.|The board came.");
    know("styre", "board");
    WordUsage usage = usage("styret", Kind.UNALIGNED);
    assertThat(usage.extent().unaligned()).isEqualTo(new UnalignedCounts(1, 0, 0));
    assertThat(usage.examples().total()).isEqualTo(1);
    assertThat(marked(usage.examples().examples().getFirst().original()))
        .isEqualTo("[Styret] må gå.");
    assertThat(marked(usage.examples().examples().getFirst().translation()))
        .isEqualTo("They must all go now.");
  }

  @Test
  void sectionsWithOneTextOrAnOldTranslationAreNotCompared() {
    IndexedDocument head = head("a");
    archive.index.put(
        head,
        List.of(
            section(head, 1, "Styret kom.|The board came."),
            section(head, 2, "Styret gikk.|"),
            section(head, 3, "Styret sov.|The board slept.", State.TRANSLATED, Freshness.STALE)),
        DocumentTrace.NONE);
    archive.index.refresh();
    know("styre", "board");
    WordUsage usage = usage("styret");
    assertThat(usage.extent().sections()).isEqualTo(3);
    assertThat(usage.extent().unaligned()).isEqualTo(new UnalignedCounts(0, 1, 1));
    assertThat(usage.translations()).containsExactly(new Translation("board", "board", 1, 1, 1));
  }

  @Test
  void timesAreGivenByYearAndForm() {
    archive.put(head("a", "1999-05", "letter", "Kari"), "Styret kom.|The board came.");
    archive.put(head("b", "2015", "letter", "Kari"), "Et styre gikk.|A board went.");
    archive.put(head("c", "", "letter", "Kari"), "Styret sov.|The board slept.");
    know("styre", "board");
    WordUsage usage = usage("styret");
    assertThat(usage.breakdown().years())
        .extracting(each -> each.name() + "=" + each.times() + each.byTranslation())
        .containsExactly("=1{board=1}", "1999=1{board=1}", "2015=1{board=1}");
    assertThat(usage.breakdown().forms())
        .containsExactly(new WordForm("styret", 2), new WordForm("styre", 1));
    assertThat(usage.examples().examples())
        .extracting(each -> each.section().documentRef().document().value())
        .containsExactly("b", "a", "c");
  }

  @Test
  void theGlossaryIsFollowedOrNot() {
    glossary = "menneskehandel\thuman trafficking\tnot trade in people\nstyre\tboard\n";
    archive.put(
        "a",
        "Loven mot menneskehandel gjelder.|The law against human trafficking applies.",
        "Menneskehandel er forbudt.|Trafficking is forbidden.",
        "Styret kom.|The board came.");
    know("menneskehandel", "trafficking");
    WordUsage usage = usage("menneskehandel", Kind.DIFFERING);
    assertThat(usage.glossary().entries())
        .containsExactly(
            new GlossaryEntry(1, "menneskehandel", "human trafficking", "not trade in people"));
    assertThat(usage.glossary().differing()).isEqualTo(1);
    assertThat(usage.glossary().differingSections()).isEqualTo(1);
    assertThat(usage.examples().examples())
        .extracting(each -> each.section().section())
        .containsExactly(id("a", 1));
  }

  @Test
  void theGlossaryOfALongerPhraseIsThePhrasesOnly() {
    glossary = "rett\tright\nny rett\tnew court\n";
    archive.put(
        "a", "En ny rett kom.|A new court came.", "Alle har rett til det.|All have a right to it.");
    know("rett", "court", "rett", "right");
    assertThat(usage("rett", Side.ORIGINAL).glossary().entries()).hasSize(2);
    assertThat(usage("rett", Side.ORIGINAL).glossary().differing()).isZero();
  }

  @Test
  void compoundsAreNotTheWordButStandBesideIt() {
    archive.put("a", "Styret kom.|The board came.", "Hovedstyret og styremøtet.|Nothing at all.");
    archive.put("b", "Et styremøte.|A meeting.");
    know("styre", "board");
    WordUsage usage = usage("styret");
    assertThat(usage.extent().times()).isEqualTo(1);
    assertThat(usage.neighbours().related())
        .containsExactly(new RelatedWord("styremøte", 2), new RelatedWord("hovedstyret", 1));
  }

  @Test
  void aDeletedSectionIsNotCounted() {
    archive.put("a", "Styret kom.|The board came.", "Styret gikk.|The board went.");
    know("styre", "board");
    archive.index.patch(head("a"), List.of(section(head("a"), 1, "Ingen gikk.|Nobody went.")));
    archive.index.refresh();
    assertThat(usage("styret").extent().sections()).isEqualTo(1);
    assertThat(usage("styret").extent().exact()).isTrue();
  }

  @Test
  void readingStopsAtTheTimeLimitAndSaysHowFarItCame() {
    archive.put("a", "Styret kom.|The board came.", "Styret gikk.|The board went.");
    know("styre", "board");
    WordUsage usage =
        usages(READY, Duration.ZERO).of(new WordRequest("styret", null, ExampleFilter.ALL, 1));
    assertThat(usage.extent().exact()).isFalse();
    assertThat(usage.extent().reading().read()).isEqualTo(1);
    assertThat(usage.extent().reading().toRead()).isEqualTo(2);
  }

  @Test
  void whatIsCountedOfHalfAnIndexIsNotExact() {
    archive.put("a", "Styret kom.|The board came.");
    know("styre", "board");
    WordUsage usage =
        usages(new Readiness(false, false, 1, 2, null), Duration.ofMinutes(1))
            .of(new WordRequest("styret", null, ExampleFilter.ALL, 1));
    assertThat(usage.extent().exact()).isFalse();
    assertThat(usage.extent().reading().notices()).hasSize(1);
  }

  @Test
  void aWordThatNobodyHasIsLookedUpInTheDictionary() {
    archive.put("a", "Styret kom.|The board came.");
    know("styre", "board");
    WordUsage usage = usage("hund");
    assertThat(usage.extent().times()).isZero();
    assertThat(usage.extent().exact()).isTrue();
    assertThat(usage.neighbours().dictionary()).contains("dog");
    assertThat(usage("finnesikkeher").neighbours().dictionary()).isEmpty();
  }

  @Test
  void commonWordsAreCountedAsTheyAreTypedInTheirOwnLanguage() {
    archive.put("a", "Møtet og styret, og ingen til.|The board and the meeting.");
    archive.put("b", "The ble dyrket.|Tea.", "Ogsaa.|The teas.");
    WordUsage og = usage("og");
    assertThat(og.asked().side()).isEqualTo(Side.ORIGINAL);
    assertThat(og.extent().times()).isEqualTo(2);
    assertThat(og.extent().sections()).isEqualTo(1);
    assertThat(og.extent().reading()).isEqualTo(new WordUsage.Reading(1, 1, List.of()));
    assertThat(og.neighbours().related()).isEmpty();
    WordUsage the = usage("The");
    assertThat(the.asked().side()).isEqualTo(Side.TRANSLATION);
    assertThat(the.asked().elsewhere()).isEqualTo(1);
    assertThat(the.extent().times()).isEqualTo(3);
    assertThat(the.extent().documents()).isEqualTo(2);
    assertThat(usage("the", Side.ORIGINAL).asked().elsewhere()).isEqualTo(2);
  }

  @Test
  void severalWordsAreNotCounted() {
    archive.put("a", "Styret og møtet.|The board and the meeting.");
    assertThat(usage("styret og møtet").asked().words()).containsExactly("styret", "møtet");
    assertThat(usage("of the").asked().words()).containsExactly("of", "the");
    assertThat(usage("of the").extent().times()).isZero();
    assertThat(usage("s".repeat(600)).asked().word()).hasSize(WordRequest.LONGEST);
    assertThat(usage("").asked().words()).isEmpty();
  }

  @Test
  void ofAWordInManySectionsASampleIsReadAndNotItsFirstOnes() {
    for (int document = 0; document < 10; document++) {
      archive.put("d" + document, "Styret kom.|The board came.", "Styret gikk.|The board went.");
    }
    know("styre", "board");
    WordUsage usage =
        usages(READY, Duration.ofMinutes(1), 5)
            .of(new WordRequest("styret", null, ExampleFilter.ALL, 1));
    assertThat(usage.extent().reading()).isEqualTo(new WordUsage.Reading(5, 20, List.of()));
    assertThat(usage.extent().exact()).isFalse();
    assertThat(usage.extent().documents()).isEqualTo(5);
    assertThat(usage.translations().getFirst().times()).isEqualTo(5);
  }

  @Test
  void examplesComeInPages() {
    archive.put(
        "a",
        IntStream.range(0, 7)
            .mapToObj(number -> "Styret " + number + ".|The board " + number + ".")
            .toArray(String[]::new));
    know("styre", "board");
    var second = new WordRequest("styret", Side.ORIGINAL, ExampleFilter.translatedAs("board"), 2);
    assertThat(usages(READY, Duration.ofMinutes(1)).of(second).examples().total()).isEqualTo(7);
    assertThat(usages(READY, Duration.ofMinutes(1)).of(second).examples().examples()).hasSize(2);
    var none = new WordRequest("styret", Side.ORIGINAL, ExampleFilter.translatedAs("dog"), 1);
    assertThat(usages(READY, Duration.ofMinutes(1)).of(none).examples().examples()).isEmpty();
  }

  @Test
  void ofALongTextThePartAroundTheWordIsShown() {
    String long1 = "Ord og atter ord. ".repeat(100);
    archive.put("a", long1 + "Styret kom. " + long1 + "|" + long1 + "The board came.");
    know("styre", "board");
    WordUsage.Example example = usage("styret").examples().examples().getFirst();
    assertThat(marked(example.original())).hasSizeLessThan(420).contains("[Styret] kom.");
    assertThat(marked(example.original())).startsWith("…").endsWith("…");
    assertThat(marked(example.translation())).endsWith("The [board] came.");
  }

  /** Pairs of a Norwegian and an English word or phrase. */
  private void know(String... pairs) {
    archive.know(
        IntStream.range(0, pairs.length / 2)
            .mapToObj(i -> new GlossaryEntry(pairs[2 * i], pairs[2 * i + 1]))
            .filter(entry -> !entry.english().contains(" "))
            .toList(),
        IntStream.range(0, pairs.length / 2)
            .mapToObj(i -> new GlossaryEntry(pairs[2 * i], pairs[2 * i + 1]))
            .filter(entry -> entry.english().contains(" "))
            .toList());
  }

  private WordUsage usage(String word) {
    return usage(word, null, ExampleFilter.ALL);
  }

  private WordUsage usage(String word, Side side) {
    return usage(word, side, ExampleFilter.ALL);
  }

  private WordUsage usage(String word, Kind kind) {
    return usage(word, null, new ExampleFilter(kind, ""));
  }

  private WordUsage usage(String word, @Nullable Side side, ExampleFilter wanted) {
    return usages(READY, Duration.ofMinutes(1)).of(new WordRequest(word, side, wanted, 1));
  }

  private WordUsages usages(Readiness readiness, Duration limit) {
    return usages(readiness, limit, Integer.MAX_VALUE);
  }

  private WordUsages usages(Readiness readiness, Duration limit, int most) {
    var matcher =
        new GlossaryMatcher(archive.index.tokenizer(), Glossary.parse(glossary, "glossary.tsv"));
    return new WordUsages(archive.index, () -> matcher, () -> readiness, limit, most);
  }

  private static String marked(MarkedText text) {
    return text.parts().stream()
        .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
