package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.speil.corpus.Side;
import no.speil.lexicon.TermTokenizer.Token;
import org.junit.jupiter.api.Test;

class LexiconTest {
  /** Of Norwegian. */
  private static final String STOP_WORD = "over";

  private static final WordCounts NO_WORDS = sink -> {};
  private static final List<String> PAIRS =
      List.of(
          "hunden sover|the dog sleeps",
          "hunden spiser|the dog eats",
          "katten sover|the cat sleeps",
          "katten spiser|the cat eats",
          "hunden og katten|the dog and the cat");

  /** Words between spaces; the stem is a word's first three letters. */
  private static List<Token> cut(Side side, String text) {
    var tokens = new ArrayList<Token>();
    for (String word : text.toLowerCase(Locale.ROOT).strip().split(" ", -1)) {
      if (side == Side.ORIGINAL && word.equals(STOP_WORD)) {
        continue;
      }
      if (word.length() > 3) {
        tokens.add(new Token(word.substring(0, 3), word, tokens.size()));
      } else if (!word.isEmpty()) {
        tokens.add(new Token(word, word, tokens.size()));
      }
    }
    return tokens;
  }

  /** The same without stems. */
  private static List<Token> whole(Side side, String text) {
    return cut(side, text).stream()
        .map(token -> new Token(token.form(), token.form(), token.position()))
        .toList();
  }

  private static Lexicon learn(
      TermTokenizer termTokenizer, List<String> pairs, List<GlossaryEntry> starter) {
    return learn(termTokenizer, pairs, NO_WORDS, NO_WORDS, starter, List.of());
  }

  private static Lexicon learn(
      List<String> pairs, List<GlossaryEntry> starter, List<GlossaryEntry> glossary) {
    return learn(pairs, NO_WORDS, NO_WORDS, starter, glossary);
  }

  private static Lexicon learn(
      List<String> pairs,
      WordCounts norwegian,
      WordCounts english,
      List<GlossaryEntry> starter,
      List<GlossaryEntry> glossary) {
    return learn(LexiconTest::cut, pairs, norwegian, english, starter, glossary);
  }

  private static Lexicon learn(
      TermTokenizer termTokenizer,
      List<String> pairs,
      WordCounts norwegian,
      WordCounts english,
      List<GlossaryEntry> starter,
      List<GlossaryEntry> glossary) {
    return Lexicon.learn(
        termTokenizer,
        new LexiconSources(
            sink ->
                pairs.forEach(
                    pair ->
                        sink.accept(
                            pair.substring(0, pair.indexOf('|')),
                            pair.substring(pair.indexOf('|') + 1))),
            norwegian,
            english,
            TestDictionary.of(termTokenizer, starter),
            glossary));
  }

  private static List<String> forms(List<TermTranslation> translations) {
    return translations.stream().map(TermTranslation::form).toList();
  }

  @Test
  void wordsThatGoTogetherTranslateEachOther() {
    Lexicon lexicon = learn(PAIRS, List.of(), List.of());
    assertThat(lexicon.translations(Side.ORIGINAL, "hun").getFirst().form()).isEqualTo("dog");
    assertThat(lexicon.translations(Side.TRANSLATION, "cat").getFirst().form()).isEqualTo("katten");
    assertThat(lexicon.translations(Side.TRANSLATION, "sle").getFirst().form()).isEqualTo("sover");
  }

  @Test
  void checksumIsNoTranslationOfAnotherWord() {
    List<String> pairs =
        List.of(
            "sum d41d8|checksum d41d8",
            "sum d41d8 mappe|checksum d41d8 folder",
            "sum d41d8 fil|checksum d41d8 file",
            "mappe fil_1|folder fil_1",
            "fil|file");
    Lexicon lexicon = learn(pairs, List.of(), List.of());
    assertThat(forms(lexicon.translations(Side.ORIGINAL, "sum"))).containsExactly("checksum");
    assertThat(forms(lexicon.translations(Side.ORIGINAL, "d41"))).containsExactly("d41d8");
  }

  @Test
  void bestTranslationComesFirstAndWeakOnesAreDropped() {
    List<TermTranslation> found =
        learn(PAIRS, List.of(), List.of()).translations(Side.TRANSLATION, "dog");
    assertThat(found).isNotEmpty().hasSizeLessThanOrEqualTo(8);
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
    assertThat(found).allMatch(each -> each.weight() >= .05 && each.weight() < 1);
  }

  @Test
  void starterWordWithMoreTranslationsWeighsLess() {
    List<GlossaryEntry> starter =
        List.of(
            new GlossaryEntry("hest", "horse"),
            new GlossaryEntry("lov", "act"),
            new GlossaryEntry("lov", "law"));
    Lexicon lexicon = learn(List.of(), starter, List.of());
    double only = lexicon.translations(Side.ORIGINAL, "hes").getFirst().weight();
    assertThat(lexicon.translations(Side.ORIGINAL, "hes")).hasSize(1);
    assertThat(lexicon.translations(Side.ORIGINAL, "lov"))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.weight()).isBetween(.2, only - .1));
  }

  @Test
  void frequentPairsOfTheArchiveOutweighStarterWords() {
    Lexicon lexicon = learn(PAIRS, List.of(new GlossaryEntry("hunden", "hound")), List.of());
    assertThat(forms(lexicon.translations(Side.ORIGINAL, "hun"))).startsWith("dog", "hound");
  }

  @Test
  void aPairThatTheDictionaryKnowsOtherwiseMustBeSeenTwiceToBeSure() {
    List<String> pairs = List.of("mål|common", "mål|common", "hest|horse");
    List<GlossaryEntry> others =
        List.of(new GlossaryEntry("mål", "goal"), new GlossaryEntry("felles", "common"));
    assertThat(isSure(learn(pairs, List.of(), List.of()), "mål", "common")).isTrue();
    assertThat(isSure(learn(pairs, others, List.of()), "mål", "common")).isFalse();
  }

  @Test
  void aPairThatTheDictionaryKnowsOtherwiseMustBeMuchOfWhatItsWordsMean() {
    List<String> pairs =
        Stream.of("mål", "styre", "fond", "mål", "styre", "fond", "mål", "styre", "fond")
            .flatMap(no -> Stream.of("common", "target", "object").map(en -> no + "|" + en))
            .toList();
    List<GlossaryEntry> others =
        List.of(new GlossaryEntry("mål", "goal"), new GlossaryEntry("felles", "common"));
    assertThat(isSure(learn(pairs, List.of(), List.of()), "mål", "common")).isTrue();
    assertThat(isSure(learn(pairs, others, List.of()), "mål", "common")).isFalse();
    List<GlossaryEntry> phrase =
        List.of(new GlossaryEntry("mål", "one goal"), new GlossaryEntry("felles", "common"));
    assertThat(isSure(learn(pairs, phrase, List.of()), "mål", "common")).as("a phrase").isFalse();
  }

  @Test
  void aWordThatIsTheSameInEnglishMeansNoOtherForSure() {
    List<String> pairs = List.of("km|miles", "km|miles", "km|miles", "km|miles");
    List<GlossaryEntry> same =
        List.of(new GlossaryEntry("km", "km"), new GlossaryEntry("engelsk", "miles"));
    assertThat(isSure(learn(pairs, List.of(), List.of()), "km", "miles")).isTrue();
    assertThat(isSure(learn(pairs, same, List.of()), "km", "miles")).isFalse();
  }

  @Test
  void aNameIsTranslatedByItselfAndNotByItsOtherWords() {
    List<String> pairs =
        Stream.of("sover|sleeps", "lufter|walks", "lov|law", "hest|horse")
            .map(pair -> "geiger " + pair.replace("|", "|hans geiger "))
            .toList();
    Lexicon lexicon = learn(pairs, List.of(), List.of());
    assertThat(isSure(lexicon, "gei", "geiger")).isTrue();
    assertThat(forms(lexicon.translations(Side.ORIGINAL, "gei"))).contains("hans");
    assertThat(isSure(lexicon, "gei", "hans")).isFalse();
    List<GlossaryEntry> known = List.of(new GlossaryEntry("geiger", "hans"));
    assertThat(isSure(learn(pairs, known, List.of()), "gei", "hans")).as("known").isTrue();
  }

  @Test
  void whatIsAStopWordOfTheOtherLanguageIsNoSureTranslation() {
    List<String> pairs =
        Stream.of("sover|sleeps", "lufter|walks", "lov|law", "hest|horse")
            .map(pair -> "tid " + pair.replace("|", "|" + STOP_WORD + " "))
            .toList();
    Lexicon lexicon = learn(pairs, List.of(), List.of());
    assertThat(forms(lexicon.translations(Side.ORIGINAL, "tid"))).contains(STOP_WORD);
    assertThat(isSure(lexicon, "tid", STOP_WORD)).isFalse();
  }

  @Test
  void whatTheDictionaryKnowsIsSureOfAFrequentWordOnlyIfTheArchiveUsesIt() {
    List<GlossaryEntry> known = List.of(new GlossaryEntry("helt", "hero"));
    List<String> others = List.of("helt|wholly", "helt|wholly", "helt|wholly");
    assertThat(isSure(learn(others, known, List.of()), "hel", "hero")).isFalse();
    assertThat(isSure(learn(others.subList(1, 3), known, List.of()), "hel", "hero")).isTrue();
    List<String> same = List.of("helt|hero", "helt|hero", "helt|hero");
    assertThat(isSure(learn(same, known, List.of()), "hel", "hero")).isTrue();
  }

  /** A hero is a "helt", a "kar" or a "mann". */
  @Test
  void aFirstMeaningIsSureUnlessTheArchiveMostlyHasAnotherWordForIt() {
    List<GlossaryEntry> known =
        List.of(
            new GlossaryEntry("helt", "hero"),
            new GlossaryEntry("kar", "hero"),
            new GlossaryEntry("mann", "hero"));
    List<String> pairs =
        Stream.concat(Stream.of("helt|hero"), Stream.generate(() -> "kar|hero").limit(8)).toList();
    assertThat(isSure(learn(pairs.subList(0, 3), known, List.of()), "hel", "hero")).isTrue();
    assertThat(isSure(learn(pairs, known, List.of()), "hel", "hero")).isFalse();
  }

  @Test
  void aCompoundSpeaksForItsLastWord() {
    List<GlossaryEntry> known =
        List.of(
            new GlossaryEntry("bok", "book"),
            new GlossaryEntry("kar", "book"),
            new GlossaryEntry("mann", "book"));
    List<String> pairs =
        Stream.concat(Stream.of("bok|book"), Stream.generate(() -> "a-bok|book").limit(8)).toList();
    assertThat(isSure(learn(pairs, known, List.of()), "bok", "book")).isFalse();
    assertThat(isSure(learn(LexiconTest::whole, pairs, known), "bok", "book")).isTrue();
  }

  private static boolean isSure(Lexicon lexicon, String term, String translation) {
    return lexicon.translations(Side.ORIGINAL, term).stream()
        .anyMatch(each -> each.form().equals(translation) && each.sure());
  }

  @Test
  void glossaryOverridesTraining() {
    Lexicon lexicon =
        learn(
            PAIRS,
            List.of(new GlossaryEntry("hunden", "dog")),
            List.of(new GlossaryEntry("hunden", "hound"), new GlossaryEntry("hunden", "canine")));
    assertThat(lexicon.translations(Side.ORIGINAL, "hun"))
        .containsExactlyInAnyOrder(
            new TermTranslation("can", "canine", 1, true),
            new TermTranslation("hou", "hound", 1, true));
    assertThat(lexicon.translations(Side.TRANSLATION, "hou"))
        .containsExactly(new TermTranslation("hun", "hunden", 1, true));
  }

  @Test
  void mostFrequentFormIsShown() {
    Lexicon lexicon =
        learn(
            PAIRS,
            sink -> {
              sink.accept("hundens", 2);
              sink.accept("hunder", 5);
            },
            NO_WORDS,
            List.of(),
            List.of());
    assertThat(lexicon.translations(Side.TRANSLATION, "dog").getFirst().form()).isEqualTo("hunder");
  }

  @Test
  void sameSourcesGiveTheSameLexicon() {
    byte[] once = learn(PAIRS, List.of(new GlossaryEntry("hest", "horse")), List.of()).toBytes();
    assertThat(learn(PAIRS, List.of(new GlossaryEntry("hest", "horse")), List.of()).toBytes())
        .isEqualTo(once);
  }

  @Test
  void bytesHoldAllThatWasLearned() {
    Lexicon lexicon = learn(PAIRS, List.of(), List.of(new GlossaryEntry("hest", "horse")));
    Lexicon read = Lexicon.fromBytes(lexicon.toBytes(), Dictionary.EMPTY);
    assertThat(read.toBytes()).isEqualTo(lexicon.toBytes());
    for (String term : List.of("hun", "kat", "sov", "hes")) {
      assertThat(read.translations(Side.ORIGINAL, term))
          .isEqualTo(lexicon.translations(Side.ORIGINAL, term));
    }
    assertThatThrownBy(() -> Lexicon.fromBytes(new byte[] {0, 0, 9}, Dictionary.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noSourcesGiveAnEmptyLexicon() {
    assertThat(learn(List.of(), List.of(), List.of()).toBytes()).isEmpty();
    assertThat(learn(List.of("|", "bare norsk|", "|only English"), List.of(), List.of()).toBytes())
        .isEmpty();
    assertThat(Lexicon.EMPTY.translations(Side.ORIGINAL, "hun")).isEmpty();
  }

  @Test
  void entryOfSeveralWordsIsAPhrase() {
    Lexicon lexicon =
        learn(
            List.of(),
            List.of(),
            List.of(
                new GlossaryEntry("å stemme", "to vote"),
                new GlossaryEntry("menneskelig verdighet", "the human  dignity"),
                new GlossaryEntry("i dag", "today"),
                new GlossaryEntry("menneskelig verdighet", "human dignity")));
    assertThat(lexicon.phrases())
        .containsExactly(
            new GlossaryPhrase("menneskelig verdighet", "human dignity"),
            new GlossaryPhrase("i dag", "today"));
    assertThat(Lexicon.fromBytes(lexicon.toBytes(), Dictionary.EMPTY).phrases())
        .isEqualTo(lexicon.phrases());
  }
}
