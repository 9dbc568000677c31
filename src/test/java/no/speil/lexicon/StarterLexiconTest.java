package no.speil.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import no.speil.lexicon.LexiconSources.Entry;
import org.junit.jupiter.api.Test;

class StarterLexiconTest {
  @Test
  void bothWrittenNormsAreRead() {
    assertThat(StarterLexicon.all())
        .hasSizeGreaterThan(3000)
        .contains(new Entry("forskjell", "skilnad", "difference"), new Entry("år", "year"));
  }

  @Test
  void everyEntryIsTwoSingleWords() {
    assertThat(StarterLexicon.all())
        .allMatch(each -> isWord(each.norwegian()) && isWord(each.english()))
        .allMatch(each -> each.nynorsk().isEmpty() || isWord(each.nynorsk()));
  }

  private static boolean isWord(String text) {
    return text.matches("[\\p{Ll}-]+");
  }
}
