package no.speil.search.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.speil.lexicon.GlossaryEntry;
import no.speil.search.ExpansionOptions;
import no.speil.search.ExpansionOptions.Off;
import no.speil.search.SearchResult;
import no.speil.search.WordExpansion;
import no.speil.search.analysis.BuiltInDictionary;
import no.speil.search.index.TestIndex;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compounds that are in no text, in searches. */
class QueryCompoundSplitterTest {
  @TempDir Path folder;
  @AutoClose private TestIndex testIndex;

  @BeforeEach
  void open() {
    testIndex = new TestIndex(folder);
    testIndex.put(
        "a",
        "Tittel",
        "Noe|The meeting of all members of the party",
        "Noe|A right of all",
        "Styret skal bevare arkivet på et høyt nivå",
        "Bevaringen er på tre nivåer",
        "Sykehuset");
    testIndex.know(
        List.of(
            new GlossaryEntry("medlem", "member"),
            new GlossaryEntry("parti", "party"),
            new GlossaryEntry("kunder", "customers"),
            new GlossaryEntry("skunder", "hurry"),
            new GlossaryEntry("møte", "meeting"),
            new GlossaryEntry("rett", "right")),
        List.of());
  }

  private SearchResult search(String query, Off... off) {
    return testIndex.search(query, new ExpansionOptions(true, Set.of(off)));
  }

  private List<String> guessed(String query, Off... off) {
    SearchResult result = search(query, off);
    assertThat(result.total()).isZero();
    return TestIndex.names(result, true);
  }

  private String parts(String query) {
    List<WordExpansion> expansions = search(query).expansions();
    return expansions.isEmpty() ? "" : expansions.getFirst().translations().getFirst().word();
  }

  @Test
  void aCompoundThatNoTextHasIsGuessedByItsPartsInBothLanguages() {
    assertThat(guessed("medlemsmøte")).containsExactly("a:1");
    assertThat(guessed("Partimedlemsmøtet")).containsExactly("a:1");
    assertThat(guessed("bevaringsnivå")).containsExactly("a:4");
    assertThat(TestIndex.notices(search("bevaringsnivå"))).containsExactly("parts[]");
    assertThat(TestIndex.names(search("tre medlemsmøtenivåer"), true)).contains("a:4");
  }

  @Test
  void itsPartsAreShownAndCanBeSwitchedOff() {
    assertThat(search("Medlemsparti").expansions().getFirst())
        .isEqualTo(
            new WordExpansion(
                "medlemsparti",
                List.of(new WordExpansion.Translation("medlem parti", 1, false, true))));
    SearchResult off = search("medlemsparti", new Off("medlemsparti", "medlem parti"));
    assertThat(TestIndex.names(off, true)).isEmpty();
    assertThat(off.expansions().getFirst().translations().getFirst().on()).isFalse();
    assertThat(off.expansions().stream().map(WordExpansion::word)).containsExactly("medlemsparti");
  }

  @Test
  void theLetterThatJoinsBelongsToNoPart() {
    assertThat(parts("sykehuskunder")).isEqualTo("sykehus kunder");
    assertThat(parts("bevaringskunder")).isEqualTo("bevaring kunder");
  }

  @Test
  void wordsOfTheTextsAndWordsWithoutPartsAreNotSplit() {
    assertThat(parts("sykehuset")).isEmpty();
    assertThat(parts("nivåxyz")).isEmpty();
    assertThat(parts("tilnivå")).isEmpty(); // "til" is a stop word
    assertThat(parts("medlemsheten")).isEmpty(); // "heten" is an ending
    assertThat(parts("=medlemsmøte")).isEmpty();
    assertThat(guessed("medlemsmøte NOT party")).isEmpty();
  }

  @Test
  void aCompoundOfTheDictionaryWhoseTranslationIsNowhereIsGuessedByItsParts() {
    testIndex.put("b", "Tittel", "Noe|The child is in the garden", "Noe|A garden");
    testIndex.know(BuiltInDictionary.get(), List.of());
    SearchResult guessed = search("barnehagen");
    assertThat(TestIndex.names(guessed, true)).containsExactly("b:1");
    assertThat(guessed.total()).isZero();
    assertThat(guessed.expansions().getFirst().translations())
        .contains(new WordExpansion.Translation("barne hagen", 1, false, true));
  }

  @Test
  void besideOtherWordsSectionsAreGuessedByOnePartToo() {
    testIndex.put("b", "Tittel", "Noe|The child is in the garden", "Noe|A garden", "Barna sover");
    testIndex.know(BuiltInDictionary.get(), List.of());
    SearchResult guessed = search("barnehagen møtet");
    assertThat(guessed.total()).isZero();
    assertThat(TestIndex.names(guessed, true))
        .as("all parts, another word, one part")
        .containsExactly("b:1", "a:1", "b:3", "b:2");
    assertThat(guessed.expansions().stream().map(WordExpansion::word)).doesNotContain("hagen");
    assertThat(TestIndex.names(search("barnehagen"), true)).containsExactly("b:1");
  }

  @Test
  void partsThatAreSwitchedOffLeadToNoGuesses() {
    assertThat(TestIndex.names(search("medlemsmøte tre"), true)).contains("a:1", "a:4");
    assertThat(
            TestIndex.names(search("medlemsmøte tre", new Off("medlemsmøte", "medlem møte")), true))
        .containsExactly("a:4");
  }

  @Test
  void aPartMayBeSpeltAsInTheOtherNorm() {
    testIndex.put("b", "Tittel", "En drøm om et møte", "Bare en drøm");
    testIndex.know(List.of(), List.of());
    assertThat(guessed("draummøte")).containsExactly("b:1");
    testIndex.put("b", "Tittel", "Avstemningen i oktober");
    testIndex.know(BuiltInDictionary.get(), List.of());
    assertThat(parts("oktoberrøystinga")).isEqualTo("oktober røystinga");
  }

  @Test
  void endingsAreNoParts() {
    testIndex.put("b", "Tittel", "Lind og ring", "Skjønn");
    testIndex.know(BuiltInDictionary.get(), List.of());
    assertThat(parts("skjønnhandtering")).isEqualTo("skjønn handtering");
    assertThat(parts("ringheit")).doesNotContain("heit");
    assertThat(parts("ringans")).doesNotContain("ans");
  }

  @Test
  void wordsThatBeginAlikeRankGuesses() {
    testIndex.put("b", "Tittel", "Møtet i går", "Møtet og feiringsskrikene", "Møtet i dag");
    testIndex.know(BuiltInDictionary.get(), List.of());
    assertThat(TestIndex.names(search("møtet feiringa xyzzy"), true)).startsWith("b:2");
  }

  @Test
  void partsThatNoTextHasAreSplitAgain() {
    testIndex.put(
        "b", "Tittel", "Noe|The Norwegian sex purchase law is in line with the Nordic Model");
    testIndex.know(BuiltInDictionary.get(), List.of());
    SearchResult guessed = search("sexkjøpsloven");
    assertThat(TestIndex.names(guessed, true)).containsExactly("b:1");
    assertThat(guessed.total()).isZero();
    assertThat(guessed.expansions().getFirst().translations())
        .contains(new WordExpansion.Translation("sex kjøp loven", 1, false, true));
  }
}
