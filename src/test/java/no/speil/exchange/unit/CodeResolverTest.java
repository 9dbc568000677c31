package no.speil.exchange.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import no.speil.corpus.TextRole;
import no.speil.exchange.unit.CodeResolver.BrokenCodes;
import no.speil.exchange.unit.ImportedUnit.Inline;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.qa.QaCheck;
import no.speil.qa.QaChecks;
import no.speil.qa.SectionTexts;
import no.speil.search.analysis.BuiltInDictionary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeResolverTest {
  private static final Set<QaCheck> CODES =
      EnumSet.of(
          QaCheck.EMPHASIS_MISSING,
          QaCheck.EMPHASIS_ADDED,
          QaCheck.CODE_MISSING,
          QaCheck.CODE_ADDED,
          QaCheck.LINK_MISSING,
          QaCheck.LINK_ADDED,
          QaCheck.FOOTNOTE_MISSING,
          QaCheck.FOOTNOTE_ADDED);

  private final QaChecks checks =
      new QaChecks(new VisibleMarkdownReader(), BuiltInDictionary.get()::english);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Du **må** svare. | You **must** answer. | true
          Du **må** svare. | You __must__ answer. | true
          Du **må** svare. | You must answer. | false
          Du **må** svare. | You *must* answer. | false
          Du må svare. | You **must** answer. | false
          Du **må** *nå*. | **You** must *now*. | true
          ***Nå*** skjer det. | ***Now*** it happens. | true
          Du *må **helst*** svare. | You *should **rather*** answer. | true
          Det er ~~ikke~~ slik. | It is ~~not~~ so. | true
          Det er ~~ikke~~ slik. | It is so. | false
          Kjør `speil`. | Run `speil`. | true
          Kjør `speil`. | Run speil. | false
          Kjør `speil`. | Run `spiel`. | false
          Kjør speil. | Run `speil`. | false
          Se [her](/a). | See [here](/a). | true
          Se [her](/a). | See here. | false
          Se **[her](/a)**. | See **[here](/a)**. | true
          Se **[her](/a)**. | See [here](/a). | false
          Ja.[^1] | Yes.[^1] | true
          Ja.[^1] | Yes. | false
          """)
  void importAndPageDemandTheSameCodes(String original, String translation, boolean isComplete) {
    assertThat(isTaken(original, translation)).as("by an import").isEqualTo(isComplete);
    var texts = new SectionTexts(original, translation, TextRole.BODY, Set.of());
    assertThat(checks.of(texts))
        .as("by the page")
        .matches(
            found -> found.stream().noneMatch(each -> CODES.contains(each.check())) == isComplete);
  }

  private static boolean isTaken(String original, String translation) {
    var unit = new TextUnit("7kq2mx9d4t", MarkdownTemplate.of(original).joined(), null, true, "");
    try {
      new CodeResolver(unit).target(new Inline(translation));
      return true;
    } catch (BrokenCodes e) {
      return false;
    }
  }
}
