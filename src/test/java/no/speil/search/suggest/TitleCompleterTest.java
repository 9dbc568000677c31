package no.speil.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Access;
import no.speil.corpus.Language;
import no.speil.search.Completion;
import no.speil.search.DocumentTitles;
import no.speil.search.IndexedDocument;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.analysis.FieldTerms;
import no.speil.search.index.TestIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles and headings are found by the beginnings of their words, whatever the length. */
final class TitleCompleterTest {
  private static final List<String> ORIGINALS =
      List.of(
          "Lov om språk",
          "Loven er til for lovbryterne",
          "Love og lovverk i EU",
          "Å lovsynge en lovsang",
          "Menneskerettighetsorganisasjonene",
          "Menneskene i Å",
          "Brev til styret",
          "Brevet styret ikke svarte på",
          "\uD800\uDF30\uD800\uDF31\uD800\uDF32\uD800\uDF33\uD800\uDF34 i gotisk skrift");
  private static final List<String> TRANSLATIONS =
      List.of(
          "A love letter",
          "The letters of the board",
          "Lo and behold",
          "Board members' rights",
          "Human rights",
          "Humans at large",
          "Let us go",
          "The law",
          "Lawless times");
  private static final List<String> ALL =
      Stream.concat(ORIGINALS.stream(), TRANSLATIONS.stream()).toList();
  private static final int MOST = 100;

  @TempDir private Path folder;
  private final TitleCompleter titleCompleter =
      new TitleCompleter(new FieldTerms(new FieldAnalyzer()));
  @AutoClose private DirectoryReader reader;

  @BeforeEach
  void index() throws Exception {
    try (var testIndex = new TestIndex(folder)) {
      for (String text : ORIGINALS) {
        put(testIndex, text, "");
      }
      for (String text : TRANSLATIONS) {
        put(testIndex, "", text);
      }
      testIndex.index.commit(true);
    }
    reader = DirectoryReader.open(FSDirectory.open(folder.resolve("1/sections")));
  }

  /** As a title, or as a heading if the text is long. */
  private static void put(TestIndex testIndex, String original, String translation) {
    String name = Integer.toString((original + translation).hashCode());
    String both = original + "|" + translation;
    if (both.length() > 15) {
      testIndex.put(head(name, "", ""), "", "#" + both);
    } else {
      testIndex.put(head(name, original, translation), both);
    }
  }

  private static IndexedDocument head(String name, String original, String translation) {
    IndexedDocument any = TestIndex.head(name);
    return new IndexedDocument(
        any.id(),
        new DocumentTitles(original, translation),
        Language.BOKMAAL,
        any.publication(),
        any.classification(),
        Access.EVERYBODY,
        any.summary());
  }

  @Test
  void everyBeginningOfEveryWordFindsAllThatHaveIt() throws Exception {
    for (String beginning : beginnings()) {
      assertThat(found(beginning)).as(beginning).isEqualTo(having(beginning));
    }
  }

  @Test
  void whatBeginsWithTheTypedWordComesFirst() throws Exception {
    assertThat(texts("brev")).startsWith("Brev til styret");
    assertThat(texts("boar")).containsExactly("Board members' rights", "The letters of the board");
    assertThat(texts("lett")).containsExactly("A love letter", "The letters of the board");
  }

  @Test
  void allTypedWordsMustBegin() throws Exception {
    assertThat(texts("styret brev"))
        .containsExactlyInAnyOrder("Brev til styret", "Brevet styret ikke svarte på");
    assertThat(texts("styret brevet")).containsExactly("Brevet styret ikke svarte på");
    assertThat(texts("styret lov")).isEmpty();
    assertThat(texts("lovsan å")).containsExactly("Å lovsynge en lovsang");
  }

  @Test
  void aBeginningIsNoWord() throws Exception {
    assertThat(texts("lovsx")).isEmpty();
    assertThat(texts("menx")).isEmpty();
    assertThat(texts("lox")).isEmpty();
  }

  private static Set<String> beginnings() {
    return ALL.stream()
        .flatMap(text -> words(text).stream())
        .flatMap(
            word ->
                Stream.iterate(
                        1,
                        length -> length <= word.codePointCount(0, word.length()),
                        length -> length + 1)
                    .map(length -> word.substring(0, word.offsetByCodePoints(0, length))))
        .collect(Collectors.toSet());
  }

  private static Set<String> having(String beginning) {
    return ALL.stream()
        .filter(text -> words(text).stream().anyMatch(word -> word.startsWith(beginning)))
        .collect(Collectors.toSet());
  }

  /** Folded. */
  private static List<String> words(String text) {
    return List.of(text.toLowerCase(Locale.ROOT).replace("'", "").replace('å', 'a').split(" "));
  }

  private Set<String> found(String typed) throws Exception {
    return Set.copyOf(texts(typed));
  }

  private List<String> texts(String typed) throws Exception {
    return titleCompleter.find(new IndexSearcher(reader), typed, MOST).stream()
        .map(Completion::text)
        .toList();
  }
}
