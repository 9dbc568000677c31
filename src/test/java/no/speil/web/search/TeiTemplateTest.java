package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.speil.corpus.Freshness;
import no.speil.corpus.Identifier;
import no.speil.corpus.Licence;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.exchange.cite.Citation;
import no.speil.exchange.cite.Citation.Publication;
import no.speil.exchange.cite.Citation.Voice;
import no.speil.exchange.tei.TeiDocument;
import no.speil.exchange.tei.TeiDocument.TeiSection;
import no.speil.exchange.tei.TeiReport;
import no.speil.web.page.PageRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeiTemplateTest {
  private static final SectionId ID = SectionId.parse("7kq2mx9d4t").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h2>A</h2><p>b</p> | <head>A</head><p>b</p>",
        "<p>b</p><h2>A</h2> | <p>b</p><ab rend=\"heading\">A</ab>",
        "<blockquote><h3>A</h3>b</blockquote> | <quote><ab rend=\"heading\">A</ab>b</quote>",
        "a<em>b</em><p>c</p>d | <ab>a<hi rend=\"italic\">b</hi></ab><p>c</p><ab>d</ab>",
        "<div>a<p>b</p></div>c | <ab>a</ab><p>b</p><ab>c</ab>",
        "<ul></ul><ol><li>a</li></ol> | <list rend=\"numbered\"><item>a</item></list>",
        "<table><caption><p>a</p></caption><tr></tr><tr><th colspan=\"2\">b</th></tr></table>"
            + " | <table><head>a</head><row><cell cols=\"2\" role=\"label\">b</cell></row></table>",
        "<table><tr></tr></table> |",
        "<figure><img src=\"/a.png\" alt=\"b\"/><figcaption>c</figcaption></figure>"
            + " | <figure><ab><graphic url=\"https://x.no/a.png\"><desc>b</desc></graphic></ab><ab>c</ab></figure>",
        "<pre><code>a  b</code></pre>"
            + " | <ab rend=\"preformatted\" xml:space=\"preserve\"><hi rend=\"monospace\">a  b</hi></ab>",
        "<p>a<br/>b</p><hr/> | <p>a<lb></lb>b</p><ab rend=\"rule\"></ab>",
        "<p><a href=\"/d/b\">b &amp; c</a></p> | <p><ref target=\"https://x.no/d/b\">b &amp; c</ref></p>",
        "<p>a<sup class=\"footnote-ref\" id=\"fnref-no-1\"><a href=\"#fn-no-1\">1</a></sup></p>"
            + " | <p>a<hi rend=\"superscript\" xml:id=\"fnref-no-1\"><ref target=\"#fn-no-1\">1</ref></hi></p>",
        "<div class=\"footnote\" id=\"fn-no-1\"><sup>1</sup> <p>a</p> <a class=\"footnote-back\""
            + " href=\"#fnref-no-1\">x</a></div>"
            + " | <note place=\"foot\" n=\"1\" xml:id=\"fn-no-1\"> <p>a</p> </note>",
      })
  void whatHtmlSaysHasItsNameInTei(String html, String tei) throws Exception {
    String written = written(html, "");
    assertThat(written)
        .contains(
            "<div type=\"section\" xml:id=\"no-7kq2mx9d4t\" n=\"3\">%s</div>"
                .formatted(tei == null ? "" : tei));
    assertThat(TeiReport.of(written)).isEmpty();
  }

  @Test
  void sectionsAreLinkedAndNotesSayHowFarTheTranslationIsToBeTrusted() throws Exception {
    String written = written("<p>Ja</p>", "<p>Yes</p>");
    assertThat(written)
        .contains(
            "<linkGrp type=\"translation\">"
                + "\n<link target=\"#no-7kq2mx9d4t #en-7kq2mx9d4t\"/>\n</linkGrp>",
            "<note type=\"state\" target=\"#en-7kq2mx9d4t\">reviewed</note>",
            "<note type=\"freshness\" target=\"#en-7kq2mx9d4t\">stale</note>");
    assertThat(TeiReport.of(written)).isEmpty();
  }

  @Test
  void aTextWithoutSectionsIsValidToo() throws Exception {
    String written = written("", "");
    assertThat(written).contains("<body>\n<p></p>\n</body>").doesNotContain("<link", "<note");
    assertThat(TeiReport.of(written)).isEmpty();
  }

  @Test
  void anAddressThatXmlCannotHoldIsNotWritten() throws Exception {
    String bad = "https://x.no/a" + (char) 7;
    var publication =
        new Publication("", "", bad, new Licence("Lisens", bad), List.of(Identifier.of(bad)));
    var voice = new Voice("Brev", "nb", List.of(), "", publication, "https://x.no");
    String written = written(cited(voice, Voice.NONE), List.of(), href -> "");
    assertThat(TeiReport.of(written)).isEmpty();
  }

  @Test
  void whatIsNoTeiIsFound() throws Exception {
    String written = written("<p>Ja</p>", "");
    assertThat(TeiReport.of(written.replace("<p>Ja</p>", "<p><p>Ja</p></p>"))).isNotEmpty();
    assertThat(TeiReport.of(written.replace("no-7kq2mx9d4t", "7"))).isNotEmpty();
  }

  private static String written(String original, String translation) {
    Citation citation = cited(voice("Brev & svar", "nb"), voice("Letter", "en"));
    var section =
        new TeiSection(
            ID,
            3,
            Map.of(Side.ORIGINAL, original, Side.TRANSLATION, translation),
            State.REVIEWED,
            Freshness.STALE);
    return written(citation, List.of(section), href -> "https://x.no" + href);
  }

  private static String written(
      Citation citation, List<TeiSection> sections, UnaryOperator<String> addresses) {
    return new PageRenderer()
        .xml(
            "export/tei",
            new TeiDocument(citation, List.of(Side.values()), sections, false, addresses));
  }

  private static Citation cited(Voice original, Voice translation) {
    return new Citation(
        "key",
        original,
        translation,
        new Citation.Imprint("letter", List.of(), List.of(), "Speil", ""),
        new Citation.Pin(Citation.Passage.ALL, "v", "https://x.no/v", "2026-12-02"));
  }

  private static Voice voice(String title, String lang) {
    return new Voice(title, lang, List.of(), "", Publication.NONE, "https://x.no");
  }
}
