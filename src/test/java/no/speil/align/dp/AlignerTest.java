package no.speil.align.dp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import no.speil.ProcessorTime;
import no.speil.TestCorpora;
import no.speil.align.dp.Pairing.Span;
import no.speil.align.dp.ParallelTexts.Parallel;
import no.speil.align.identity.RandomParagraphs;
import no.speil.align.identity.TestTexts;
import no.speil.corpus.Block;
import no.speil.lexicon.Lexicon;
import no.speil.lexicon.TermTokenizer;
import no.speil.search.analysis.BuiltInDictionary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AlignerTest {
  private static final String NO = "Styret i Amnesty Norge møtte Kvinnegruppa 24. august 2015.";
  private static final String EN =
      "The board of Amnesty Norway met the women's group on 24 August 2015.";
  private static final String NO2 =
      "Medlemmene fikk først vite om vedtaket gjennom avisene, ikke fra oss.";
  private static final String EN2 =
      "The members first heard of the decision from the papers, not from us.";

  private final Aligner aligner = TestAligners.none();

  @Test
  void emptyTextsHaveNoPairs() {
    assertThat(aligner.align(List.of(), List.of())).isEmpty();
  }

  @Test
  void oneSideAloneIsLeftUnpaired() {
    assertThat(spans(List.of(NO, NO2), List.of())).containsExactly("0..1=0..0", "1..2=0..0");
    assertThat(spans(List.of(), List.of(EN))).containsExactly("0..0=0..1");
  }

  @Test
  void oneSideAloneIsNotRead() {
    var read = new ArrayList<String>();
    TermTokenizer termTokenizer =
        (side, text) -> {
          read.add(text);
          return List.of();
        };
    Lexicon lexicon = Lexicon.of(BuiltInDictionary.get());
    List<Block> blocks = TestTexts.blocks(List.of(NO + " " + NO2, NO2));
    assertThat(new Aligner(lexicon, termTokenizer).align(blocks, List.of()))
        .extracting(Pairing::confidence)
        .containsExactly(1.0, 1.0);
    assertThat(read).isEmpty();
  }

  @Test
  void paragraphsPairInOrder() {
    assertThat(spans(List.of(NO, NO2), List.of(EN, EN2))).containsExactly("0..1=0..1", "1..2=1..2");
  }

  @Test
  void omittedParagraphIsLeftUnpaired() {
    String longer = NO2 + " " + NO2.toUpperCase(java.util.Locale.ROOT) + " Dette har vi sagt før.";
    assertThat(
            spans(
                List.of(NO, longer, "Se § 12 og [lova](https://lovdata.no/12)."),
                List.of(EN, "See section 12 and [the Act](https://lovdata.no/12).")))
        .containsExactly("0..1=0..1", "1..2=1..1", "2..3=1..2");
  }

  @Test
  void paragraphsJoinedInTranslationAreTwoToOne() {
    assertThat(spans(List.of(NO, NO2), List.of(EN + " " + EN2))).containsExactly("0..2=0..1");
  }

  @Test
  void halvesOfASentenceStayTogether() {
    assertThat(
            spans(
                List.of(NO, "Medlemmene fikk først vite", "om vedtaket gjennom avisene.", NO2),
                List.of(EN, "The members read about it.", EN2)))
        .containsExactly("0..1=0..1", "1..3=1..2", "3..4=2..3");
  }

  @Test
  void paragraphsAreJoinedRatherThanLeftOutIfThereAreNoOthers() {
    List<String> no =
        List.of(
            "Byen var stille.",
            "Vi gikk hjem.",
            NO,
            "Han svarte ikke.",
            "Så kom regnet over dalen.",
            NO2);
    List<String> en =
        List.of(
            "The town was quiet. We walked home.",
            EN,
            "He did not answer.",
            "Then rain came over the valley.",
            EN2);

    assertThat(spans(no, en))
        .containsExactly("0..2=0..1", "2..3=1..2", "3..4=2..3", "4..5=3..4", "5..6=4..5");
  }

  @Test
  void paragraphOfThreeSentencesIsOneToThree() {
    String no3 = "Legene krever flere senger på sykehuset.";
    String en3 = "The doctors demand more beds in the hospital.";

    assertThat(
            spans(
                List.of("Byen var stille.", NO + " " + NO2 + " " + no3, "Vi gikk hjem."),
                List.of("The town was quiet.", EN, EN2, en3, "We walked home.")))
        .containsExactly("0..1=0..1", "1..2=1..4", "2..3=4..5");
  }

  @Test
  void codePicturesAndRulesPairWithTheSameKind() {
    List<String> no = List.of(NO, "***", "```\nls -l\n```", "![Et bilde](a.png)", NO2);
    List<String> en = List.of(EN, "***", "![A picture](a.png)", EN2);

    assertThat(spans(no, en))
        .containsExactly("0..1=0..1", "1..2=1..2", "2..3=2..2", "3..4=2..3", "4..5=3..4");
  }

  @Test
  void codeIsNeverPairedWithARule() {
    assertThat(spans(List.of("```\nls -l\n```"), List.of("***"))).hasSize(2);
  }

  @Test
  void numbersShowWhichOfTwoIsTranslated() {
    assertThat(spans(List.of("Det kom 312 brev.", "Det kom 4711 brev."), List.of("We got 4711.")))
        .containsExactly("0..1=0..0", "1..2=0..1");
    assertThat(spans(List.of("Det kom 312 brev.", "Det kom 4711 brev."), List.of("We got 312.")))
        .containsExactly("0..1=0..1", "1..2=1..1");
  }

  @Test
  void linksShowWhichOfTwoIsTranslated() {
    List<String> no = List.of("Om [det](/a).", "Om [det](/b).", "Om [det](/c).");

    assertThat(spans(no, List.of("See [this](/b).")))
        .containsExactly("0..1=0..0", "1..2=0..1", "2..3=1..1");
  }

  @Test
  void headingsPairByLevelAndPlace() {
    assertThat(
            spans(
                List.of("# Amnesty", "## Bakgrunn", NO, "## Krav", NO2),
                List.of("# Amnesty", "## Background", EN, "## Demands", EN2)))
        .containsExactly("0..1=0..1", "1..2=1..2", "2..3=2..3", "3..4=3..4", "4..5=4..5");
  }

  @Test
  void lexiconShowsWhichOfTwoIsTranslated() {
    List<Block> no = TestTexts.blocks(List.of("Kua er brun og stor."));
    List<Block> en = TestTexts.blocks(List.of("It was a summer day.", "Cows are big, some brown."));

    assertThat(TestAligners.starter().align(no, en))
        .filteredOn(Pairing::isLink)
        .singleElement()
        .satisfies(pairing -> assertThat(pairing.translation()).isEqualTo(new Span(1, 2)));
  }

  @Test
  void untranslatedEndIsNotJoinedWithTheLastTranslatedParagraph() {
    List<Block> no = TestTexts.blocks(List.of("Styret må gå.", "Nå."));
    List<Block> en = TestTexts.blocks(List.of("The board must go."));

    assertThat(TestAligners.starter().align(no, en))
        .filteredOn(Pairing::isLink)
        .singleElement()
        .satisfies(pairing -> assertThat(pairing.original()).isEqualTo(new Span(0, 1)));
  }

  @Test
  void clausesOfALawAreNotHalvesOfASentence() {
    assertThat(
            spans(
                List.of("da alle er født frie,", "da ingen eier andre,", NO),
                List.of("as all are born free,", "as nobody owns others,", EN)))
        .containsExactly("0..1=0..1", "1..2=1..2", "2..3=2..3");
  }

  @Test
  void unrelatedTextsStayMostlyApart() {
    var random = new Random(7);
    var one = new RandomParagraphs(random);
    var other = new RandomParagraphs(random);
    var no = new ArrayList<String>();
    var en = new ArrayList<String>();
    for (int k = 0; k < 60; k++) {
      no.add(one.paragraph().getFirst().replaceAll("\\d", ""));
      en.add(other.paragraph().getLast().replaceAll("\\d", ""));
    }
    List<Pairing> pairings = aligner.align(TestTexts.blocks(no), TestTexts.blocks(en));

    double sure =
        pairings.stream().filter(Pairing::isLink).filter(p -> p.confidence() > .8).count();
    assertThat(sure).isLessThan(12);
  }

  @Test
  void coversBothListsInOrder() {
    Parallel text = madeUp(300, new Random(3)).without(.3, new Random(4));
    int i = 0;
    int j = 0;
    for (Pairing pairing : aligner.align(text.original(), text.translation())) {
      assertThat(pairing.original().from()).isEqualTo(i);
      assertThat(pairing.translation().from()).isEqualTo(j);
      assertThat(pairing.confidence()).isBetween(0.0, 1.0);
      i = pairing.original().to();
      j = pairing.translation().to();
    }
    assertThat(List.of(i, j)).isEqualTo(List.of(text.original().size(), text.translation().size()));
  }

  @Test
  @Tag("slow")
  void fiveThousandBlocksAreAlignedInLinearTime() {
    ProcessorTime.assertLinearCost(
        "5,000 blocks",
        5_000,
        n -> {
          List<Parallel> text = List.of(madeUp(n, new Random(5)).without(.05, new Random(6)));
          return ProcessorTime.of(
              () -> assertThat(AlignmentFigures.f1(text, aligner)).isGreaterThan(.98));
        });
  }

  @Test
  @Tag("slow")
  void translationOfTheSecondHalfAloneIsFoundFarFromTheDiagonal() {
    Parallel text = withoutNumbers(madeUp(2_000, new Random(8)));
    List<Block> half = text.translation().subList(1_000, 2_000);
    var right = new HashSet<List<Integer>>();
    for (Pairing pairing : aligner.align(text.original(), half)) {
      if (pairing.isLink() && pairing.original().from() == pairing.translation().from() + 1_000) {
        right.add(List.of(pairing.original().from(), pairing.translation().from()));
      }
    }
    assertThat(right).hasSizeGreaterThan(980);
  }

  @Test
  @Tag("slow")
  void newsWithAFifthOmittedOnEitherSideIsMostlyRight() {
    TestCorpora.require("");
    List<Parallel> stories = ParallelTexts.ntrex("nb");
    var random = new Random(20151124);
    List<Parallel> disturbed = stories.stream().map(story -> story.without(.2, random)).toList();

    assertThat(f1(stories)).isGreaterThan(.995);
    assertThat(f1(disturbed)).isGreaterThan(.92);
  }

  @Test
  @Tag("slow")
  void starterLexiconFindsOmissionsInNews() {
    TestCorpora.require("");
    var random = new Random(20151124);
    List<Parallel> disturbed =
        ParallelTexts.ntrex("nb").stream().map(story -> story.without(.2, random)).toList();

    assertThat(AlignmentFigures.f1(disturbed, TestAligners.starter())).isGreaterThan(.97);
  }

  /** Where a paragraph is the translation of a part of another, its sentences show it. */
  @Test
  @Tag("slow")
  void newsWithAFifthOmittedAndTheRestMergedIsMostlyRight() {
    TestCorpora.require("");
    Aligner starter = TestAligners.starter();
    for (String language : List.of("nb", "nn")) {
      var random = new Random(20151124);
      List<Parallel> disturbed =
          ParallelTexts.ntrex(language).stream()
              .map(story -> Disturbance.FIFTH_AND_MERGED.of(story, random))
              .toList();

      assertThat(AlignmentFigures.f1(disturbed, starter)).as(language).isGreaterThan(.96);
    }
  }

  @Test
  @Tag("slow")
  void pagesOfALibraryAreAlignedAsAPersonDoes() {
    TestCorpora.require("");

    assertThat(AlignmentFigures.f1(NationalLibraryPages.all(), TestAligners.starter()))
        .isGreaterThan(.99);
  }

  private double f1(List<Parallel> texts) {
    return AlignmentFigures.f1(texts, aligner);
  }

  private static Parallel madeUp(int size, Random random) {
    var randomParagraphs = new RandomParagraphs(random);
    var no = new ArrayList<String>();
    var en = new ArrayList<String>();
    for (int k = 0; k < size; k++) {
      List<String> pair = randomParagraphs.paragraph();
      no.add(pair.getFirst());
      en.add(pair.getLast());
    }
    return Parallel.inOrder(TestTexts.blocks(no), TestTexts.blocks(en));
  }

  private static Parallel withoutNumbers(Parallel text) {
    return Parallel.inOrder(withoutNumbers(text.original()), withoutNumbers(text.translation()));
  }

  private static List<Block> withoutNumbers(List<Block> blocks) {
    return TestTexts.blocks(
        blocks.stream().map(block -> block.markdown().replaceAll(" \\d+", "")).toList());
  }

  private List<String> spans(List<String> no, List<String> en) {
    return aligner.align(TestTexts.blocks(no), TestTexts.blocks(en)).stream()
        .map(p -> span(p.original()) + "=" + span(p.translation()))
        .toList();
  }

  private static String span(Span span) {
    return span.from() + ".." + span.to();
  }
}
