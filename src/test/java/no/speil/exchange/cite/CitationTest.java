package no.speil.exchange.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Identifier;
import no.speil.corpus.Licence;
import no.speil.corpus.PersonName;
import org.junit.jupiter.api.Test;

class CitationTest {
  private static final String HOSTILE =
      "Ærlig} & 100 % }{ \"talt\" \\input{x} $a_b^c~#@misc{y,\nER  - \r\nTY  - BOOK </script>\u0007 \u2028 æøå 🙂";
  private static final String HOSTILE_ON_ONE_LINE =
      "Ærlig} & 100 % }{ \"talt\" \\input{x} $a_b^c~#@misc{y, ER - TY - BOOK </script> æøå 🙂";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Citation citation =
      citation(
          "Brev til styret", "Letter to the board", List.of("Bryn, Trine Lise", "Kvinnegruppa"));

  @Test
  void bibtexNamesBothTitlesTheTranslatorTheVersionAndTheDay() {
    assertThat(fields(CitationFormat.BIBTEX.write(citation)))
        .isEqualTo(
            ordered(
                "author", "{Bryn}, {Trine Lise} and {Kvinnegruppa}",
                "title", "{Letter to the board}",
                "translator", "{Nordmann}, {Kari}",
                "type", "statement",
                "origtitle", "{Brev til styret}",
                "origlanguage", "Norwegian Bokmål",
                "origpublisher", "{Kvinnefronten}",
                "origdate", "2015-08",
                "publisher", "{Bok \\& Blå}",
                "organization", "{Bok \\& Blå}",
                "howpublished", "{Arkivet}",
                "date", "2015-08-24",
                "year", "2015",
                "language", "English",
                "langid", "english",
                "version", "e1a89fd9.478db1e9",
                "url", "https://example.org/s/7kq2mx9d4t?v=e1a89fd9be.478db1e9af.t-0&x=%C3%A6",
                "urldate", "2026-11-24",
                "keywords", "rettigheter",
                "note",
                    "Original title: {Brev til styret}. Translated by Kari Nordmann. Original"
                        + " published by Kvinnefronten. Original at https://example.org/no."
                        + " Published at https://example.org/en. “Demands”, para. 3"));
  }

  @Test
  void risHasOneTagALineAndNoOther() {
    assertThat(CitationFormat.RIS.write(citation).split("\r\n", -1))
        .containsExactly(
            "TY  - ELEC",
            "ID  - brev-7kq2mx9d4t",
            "AU  - Bryn, Trine Lise",
            "AU  - Kvinnegruppa",
            "A4  - Nordmann, Kari",
            "TI  - Letter to the board",
            "OP  - Brev til styret",
            "N1  - Original title (nb): Brev til styret",
            "N1  - Translated by Kari Nordmann",
            "N1  - Original published by Kvinnefronten",
            "N1  - Original at https://example.org/no",
            "N1  - Published at https://example.org/en",
            "N1  - “Demands”, para. 3",
            "T2  - Arkivet",
            "M3  - statement",
            "PB  - Bok & Blå",
            "PY  - 2015",
            "DA  - 2015/08/24/",
            "LA  - en",
            "KW  - rettigheter",
            "SE  - “Demands”, para. 3",
            "ET  - e1a89fd9.478db1e9",
            "UR  - https://example.org/s/7kq2mx9d4t?v=e1a89fd9be.478db1e9af.t-0&x=%C3%A6",
            "L2  - https://example.org/en",
            "Y2  - 2026/11/24/",
            "ER  - ",
            "");
  }

  @Test
  void cslJsonIsAListOfOneItem() throws Exception {
    JsonNode expected =
        MAPPER.readTree(
            """
            [{"id":"brev-7kq2mx9d4t","type":"webpage","genre":"statement","title":"Letter to the board",
              "original-title":"Brev til styret","original-publisher":"Kvinnefronten",
              "original-date":{"date-parts":[[2015,8]]},"container-title":"Arkivet",
              "author":[{"family":"Bryn","given":"Trine Lise"},{"literal":"Kvinnegruppa"}],
              "translator":[{"family":"Nordmann","given":"Kari"}],"publisher":"Bok & Blå","language":"en",
              "issued":{"date-parts":[[2015,8,24]]},"accessed":{"date-parts":[[2026,11,24]]},
              "keyword":"rettigheter","section":"“Demands”, para. 3","version":"e1a89fd9.478db1e9",
              "note":"Translated by Kari Nordmann. Original published by Kvinnefronten. Original at https://example.org/no. Published at https://example.org/en. “Demands”, para. 3",
              "URL":"https://example.org/s/7kq2mx9d4t?v=e1a89fd9be.478db1e9af.t-0&x=%C3%A6"}]
            """);
    assertThat(MAPPER.readTree(CitationFormat.CSL.write(citation))).isEqualTo(expected);
  }

  @Test
  void hostileTitleStaysOneValueOfBibtex() {
    String written = CitationFormat.BIBTEX.write(hostile());
    Map<String, String> fields = fields(written);
    assertThat(depths(written)).allMatch(depth -> depth >= 0).last().isEqualTo(0);
    assertThat(unescaped(fields.getOrDefault("title", ""))).isEqualTo(HOSTILE_ON_ONE_LINE);
    assertThat(unescaped(fields.getOrDefault("author", "")).replace("}, {", ", "))
        .isEqualTo(HOSTILE_ON_ONE_LINE);
    assertThat(fields.keySet()).isEqualTo(fields(CitationFormat.BIBTEX.write(citation)).keySet());
  }

  @Test
  void hostileTitleStaysOneLineOfRis() {
    String[] lines = CitationFormat.RIS.write(hostile()).split("\r\n", -1);
    assertThat(List.of(lines).subList(0, lines.length - 1))
        .allMatch(line -> line.matches("[A-Z][A-Z0-9]  - [^\\r\\n\\p{Cntrl}]*"))
        .contains("TI  - " + HOSTILE_ON_ONE_LINE)
        .filteredOn(line -> line.startsWith("ER") || line.startsWith("TY"))
        .containsExactly("TY  - ELEC", "ER  - ");
  }

  @Test
  void hostileTitleStaysOneStringOfJson() throws Exception {
    JsonNode item = MAPPER.readTree(CitationFormat.CSL.write(hostile())).path(0);
    assertThat(item.path("title").asText()).isEqualTo(HOSTILE_ON_ONE_LINE);
    String linked = JsonLdWriter.of(hostile());
    assertThat(linked).doesNotContain("<", ">", "&", "\u2028");
    assertThat(MAPPER.readTree(linked).at("/workTranslation/name").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void dateThatIsNoneIsGivenAsItIsWritten() throws Exception {
    Citation vague = dated("ca. 1920");
    assertThat(fields(CitationFormat.BIBTEX.write(vague)))
        .containsEntry("year", "ca. 1920")
        .doesNotContainKey("date");
    assertThat(CitationFormat.RIS.write(vague)).contains("DA  - ///ca. 1920\r\n");
    assertThat(CitationFormat.RIS.write(vague)).doesNotContain("PY  - ");
    assertThat(MAPPER.readTree(CitationFormat.CSL.write(vague)).at("/0/issued/literal").asText())
        .isEqualTo("ca. 1920");
    assertThat(fields(CitationFormat.BIBTEX.write(dated("2015-13"))))
        .containsEntry("year", "2015-13");
  }

  @Test
  void kindDecidesWhatReferenceManagersTakeTheTextFor() {
    assertThat(WorkType.of("Rapport").zotero()).isEqualTo("report");
    assertThat(WorkType.of("article").csl()).isEqualTo("article-magazine");
    assertThat(WorkType.of("statement").zotero()).isEqualTo("document");
    assertThat(WorkType.of("").csl()).isEqualTo("webpage");
  }

  @Test
  void originalAndTranslationAreTwoWorksThatNameEachOther() throws Exception {
    JsonNode work = MAPPER.readTree(JsonLdWriter.of(citation));
    assertThat(work.path("inLanguage").asText()).isEqualTo("nb");
    assertThat(work.at("/workTranslation/inLanguage").asText()).isEqualTo("en");
    assertThat(work.at("/workTranslation/translator/0/name").asText()).isEqualTo("Kari Nordmann");
    assertThat(work.at("/workTranslation/translationOfWork/@id")).isEqualTo(work.path("@id"));
    assertThat(work.at("/publisher/name").asText()).isEqualTo("Kvinnefronten");
    assertThat(work.at("/workTranslation/publisher/name").asText()).isEqualTo("Bok & Blå");
    assertThat(work.at("/workTranslation/sameAs").asText()).isEqualTo("https://example.org/en");
    assertThat(work.at("/author/0/familyName").asText()).isEqualTo("Bryn");
  }

  @Test
  void aDoiHasItsFieldAndLicencesAndOtherIdentifiersStandInTheNote() throws Exception {
    String bibtex = CitationFormat.BIBTEX.write(licensed());
    String ris = CitationFormat.RIS.write(licensed());
    JsonNode csl = MAPPER.readTree(CitationFormat.CSL.write(licensed())).get(0);
    assertThat(bibtex).contains("  doi = {10.1234/brev_7},\n");
    assertThat(ris).contains("\r\nDO  - 10.1234/brev_7\r\n");
    assertThat(csl.path("DOI").asText()).isEqualTo("10.1234/brev_7");
    assertThat(csl.path("note").asText())
        .contains("Original identified by URN:NBN:no-nb_digibok_2015")
        .contains("Rights of the original: In Copyright")
        .contains("Rights: CC BY 4.0. Licence: https://creativecommons.org/licenses/by/4.0/");
    assertThat(bibtex).contains("Licence: https://creativecommons.org/licenses/by/4.0/");
    assertThat(ris).contains("N1  - Licence: https://creativecommons.org/licenses/by/4.0/");
  }

  @Test
  void jsonLdNamesLicencesIdentifiersAndTheLastChange() throws Exception {
    JsonNode work = MAPPER.readTree(JsonLdWriter.of(licensed()));
    assertThat(work.path("dateModified").asText()).isEqualTo("2016-01-02T03:04:05Z");
    assertThat(work.path("description").asText()).isEqualTo("Om styret.");
    assertThat(work.path("license").asText())
        .isEqualTo("http://rightsstatements.org/vocab/InC/1.0/");
    assertThat(work.path("identifier").get(0).asText())
        .isEqualTo("https://urn.nb.no/URN:NBN:no-nb_digibok_2015");
    assertThat(work.at("/workTranslation/license").asText())
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    assertThat(work.at("/workTranslation/identifier/0").asText())
        .isEqualTo("https://doi.org/10.1234/brev_7");
  }

  private Citation licensed() {
    return new Citation(
        citation.key(),
        licensed(
            citation.original(),
            "http://rightsstatements.org/vocab/InC/1.0/",
            "URN:NBN:no-nb_digibok_2015"),
        licensed(citation.translation(), "CC-BY-4.0", "https://doi.org/10.1234/brev_7"),
        citation.imprint(),
        citation.pin());
  }

  private static Citation.Voice licensed(Citation.Voice voice, String rights, String identifier) {
    Citation.Publication plain = voice.publication();
    return new Citation.Voice(
        voice.title(),
        voice.lang(),
        voice.authors(),
        voice.description(),
        new Citation.Publication(
            plain.date(),
            plain.publisher(),
            plain.source(),
            Licence.of(rights),
            List.of(Identifier.of(identifier))),
        voice.address());
  }

  private static Citation hostile() {
    return citation(HOSTILE, HOSTILE, List.of(HOSTILE));
  }

  private static Citation dated(String date) {
    Citation plain = citation("Brev", "Letter", List.of());
    return new Citation(
        plain.key(),
        dated(plain.original(), date),
        dated(plain.translation(), date),
        plain.imprint(),
        plain.pin());
  }

  private static Citation.Voice dated(Citation.Voice voice, String date) {
    var publication = new Citation.Publication(date, "", "", Licence.NONE, List.of());
    return new Citation.Voice(
        voice.title(), voice.lang(), voice.authors(), "", publication, voice.address());
  }

  private static Citation citation(String original, String translation, List<String> authors) {
    return new Citation(
        "brev-7kq2mx9d4t",
        new Citation.Voice(
            original,
            "nb",
            authors.stream().map(PersonName::of).toList(),
            "Om styret.",
            new Citation.Publication(
                "2015-08", "Kvinnefronten", "https://example.org/no", Licence.NONE, List.of()),
            "https://example.org/d/brev?view=no"),
        new Citation.Voice(
            translation,
            "en",
            List.of(),
            "",
            new Citation.Publication(
                "2015-08-24", "Bok & Blå", "https://example.org/en", Licence.NONE, List.of()),
            "https://example.org/d/brev?view=en"),
        new Citation.Imprint(
            "statement",
            List.of(PersonName.of("Kari Nordmann")),
            List.of("rettigheter"),
            "Arkivet",
            "2016-01-02T03:04:05Z"),
        new Citation.Pin(
            new Citation.Passage(3, "Demands"),
            "e1a89fd9be.478db1e9af.t-0",
            "https://example.org/s/7kq2mx9d4t?v=e1a89fd9be.478db1e9af.t-0&x=%C3%A6",
            "2026-11-24"));
  }

  /** The fields of the one entry, by counting braces as BibTeX does. */
  private static Map<String, String> fields(String bibtex) {
    var fields = new LinkedHashMap<String, String>();
    Matcher name = Pattern.compile("\\G\\s*(\\w+) = \\{").matcher(bibtex);
    int at = bibtex.indexOf('\n');
    while (name.find(at)) {
      int end = name.end();
      for (int depth = 1; depth > 0; end++) {
        depth += bibtex.charAt(end) == '{' ? 1 : bibtex.charAt(end) == '}' ? -1 : 0;
      }
      fields.put(name.group(1), bibtex.substring(name.end(), end - 1));
      at = end + 1; // the comma
      name.region(at, bibtex.length());
    }
    assertThat(bibtex.substring(at)).isEqualTo("\n}\n");
    return fields;
  }

  private static List<Integer> depths(String bibtex) {
    int[] depth = {0};
    return bibtex.chars().map(c -> depth[0] += c == '{' ? 1 : c == '}' ? -1 : 0).boxed().toList();
  }

  /** What TeX sets. */
  private static String unescaped(String value) {
    return value
        .replaceAll("^\\{|\\}$", "")
        .replace("\\textbackslash{}", "\u0001")
        .replace("\\textbraceleft{}", "{")
        .replace("\\textbraceright{}", "}")
        .replace("\\textasciitilde{}", "~")
        .replace("\\textasciicircum{}", "^")
        .replaceAll("\\\\([#$%&_])", "$1")
        .replace("\u0001", "\\");
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    var ordered = new LinkedHashMap<String, String>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      ordered.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return ordered;
  }
}
