package no.speil.markdown.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import no.speil.markdown.parse.FrontMatterEntries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterEditorTest {
  @Test
  void aValueIsAddedAfterAnotherKeyOrAsTheLast() {
    String file = "---\ntitle: A\nauthors:\n  - B\n\ndate: 2015 # ca.\n...\n\nTekst.\n";
    assertThat(add(file, "source", "authors", "http://x.no/"))
        .isEqualTo(
            "---\ntitle: A\nauthors:\n  - B\nsource: http://x.no/\n\ndate: 2015 # ca.\n...\n\nTekst.\n");
    assertThat(add(file, "source", "publisher", "http://x.no/"))
        .isEqualTo(
            "---\ntitle: A\nauthors:\n  - B\n\ndate: 2015 # ca.\nsource: http://x.no/\n...\n\nTekst.\n");
    assertThat(add(file, "translators", "title", "C", "D: E"))
        .startsWith("---\ntitle: A\ntranslators:\n  - C\n  - \"D: E\"\nauthors:\n");
  }

  @Test
  void aValueThatIsThereStays() {
    String file = "---\ntitle: A\n---\n";
    assertThat(add(file, "title", "", "B")).isEqualTo(file);
    assertThat(add(file, "source", "", "")).isEqualTo(file);
  }

  @Test
  void anEmptyKeyGetsItsValueAndAFileWithoutFrontMatterGetsOne() {
    assertThat(add("---\nsource:\ntitle: A\n---\n", "source", "title", "http://x.no/"))
        .isEqualTo("---\nsource: http://x.no/\ntitle: A\n---\n");
    assertThat(add("\uFEFFTekst.\n", "title", "", "A"))
        .isEqualTo("\uFEFF---\ntitle: A\n---\nTekst.\n");
    assertThat(add("Tekst.\r\nMer.\r\n", "title", "", "A"))
        .isEqualTo("---\r\ntitle: A\r\n---\r\nTekst.\r\nMer.\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"---\n{title: A}\n---\n", "+++\ntitle = 'A'\n+++\n", "---\ntitle: A\nTekst.\n"})
  void whatCannotBeChangedIsRefused(String file) {
    assertThatThrownBy(() -> add(file, "source", "text", "http://x.no/"))
        .isInstanceOf(SpliceException.class)
        .hasMessageEndingWith("cannot be changed here. Add source in the file.");
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 12_000})
  void longTitlesAndDescriptionsAreChangedAndChangedAgain(int length) {
    for (String piece : List.of("Ord: ", "ord og ", "\"", "'", "\\", "# ")) {
      String words = "a" + piece.repeat(length / piece.length()) + "b";
      String file = "---\ntitle: 'a' # her\n---\nTekst.\n";
      String retitled = FrontMatterEditor.retitle(file, words, words);
      assertThat(FrontMatterEditor.retitle(retitled, "a", "")).isEqualTo(file.replace('\'', '"'));
      String written = FrontMatterWriter.write(Map.of("description", List.of(words)));
      assertThat(FrontMatterEntries.read(written, "").line("description")).isEqualTo(words);
    }
  }

  @Test
  void titleThatIsTooLongForFrontMatterIsRefusedInWords() {
    assertThatThrownBy(() -> FrontMatterEditor.retitle("Tekst.\n", "ord og ".repeat(15_000), ""))
        .isInstanceOf(SpliceException.class)
        .hasMessageStartingWith("The title and the description are too long");
  }

  private static String add(String file, String key, String after, String... values) {
    return FrontMatterEditor.add(file, key, List.of(values), after);
  }
}
