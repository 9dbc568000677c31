package no.speil.web.oai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.exchange.tei.TeiReport;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaiHandlerTest {
  private static final String RECORDS = "/oai?verb=ListRecords&metadataPrefix=oai_dc";

  @TempDir static Path folder;
  @AutoClose private static TestServer testServer;

  @BeforeAll
  static void serve() throws Exception {
    Path archive = Files.createDirectories(folder.resolve("archive/2015/å"));
    Path translations = Files.createDirectories(folder.resolve("translations/2015/å"));
    for (int i = 0; i < 130; i++) {
      Files.writeString(
          archive.resolve("sak-" + i + ".md"),
          "---\ntitle: Sak %d\nkind: letter\nlanguage: nb\n---\n\nStyret må gå %d.\n"
              .formatted(i, i));
    }
    Files.writeString(
        archive.resolve("brev.md"),
        """
        ---
        title: Brevet & svaret
        authors: [Kari Nordmann]
        date: 2015-08
        kind: report
        subjects: [rettigheter]
        rights: http://rightsstatements.org/vocab/InC/1.0/
        identifiers: 10.1234/brev
        source: https://example.org/brev
        language: nn
        ---

        Styret må gå.
        """);
    Files.writeString(
        translations.resolve("brev.md"),
        """
        ---
        title: The letter
        translators: [Ola Nordmann]
        rights: CC-BY-4.0
        ---

        The board must go.
        """);
    Files.writeString(
        archive.resolve("lukket.md"), "---\ntitle: Lukket\naccess: signed-in\n---\n\nHemmelig.\n");
    Files.writeString(
        folder.resolve("archive/speil.yaml"),
        "name: Sakene\ncontact: mailto:post@example.org\nurl: https://sakene.example.org\n");
    testServer = TestServer.again(folder);
  }

  @Test
  void itSaysWhoItIs() {
    Element identify = ask("/oai?verb=Identify").selectFirst("Identify");
    assertThat(identify.select("repositoryName").text()).isEqualTo("Sakene");
    assertThat(identify.select("adminEmail").text()).isEqualTo("post@example.org");
    assertThat(identify.select("baseURL").text()).isEqualTo("https://sakene.example.org/oai");
    assertThat(identify.select("protocolVersion").text()).isEqualTo("2.0");
    assertThat(identify.select("deletedRecord").text()).isEqualTo("no");
    assertThat(identify.select("granularity").text()).isEqualTo("YYYY-MM-DDThh:mm:ssZ");
  }

  @Test
  void aListIsHarvestedToTheEndAndHasEveryTextOnce() {
    List<String> found = new ArrayList<>();
    for (String address = RECORDS; !address.isEmpty(); ) {
      Document answer = ask(address);
      found.addAll(answer.select("record > header > identifier").eachText());
      String token = answer.select("resumptionToken").text();
      address = token.isEmpty() ? "" : "/oai?verb=ListRecords&resumptionToken=" + encoded(token);
    }
    assertThat(found).hasSize(132).doesNotHaveDuplicates();
    assertThat(found)
        .contains(
            "oai:sakene.example.org:2015/%C3%A5/brev:no",
            "oai:sakene.example.org:2015/%C3%A5/brev:en",
            "oai:sakene.example.org:2015/%C3%A5/sak-7:no");
  }

  @Test
  void aTextThatChangesWhileTheListIsReadComesAgain() throws Exception {
    Document first = ask(RECORDS);
    var found = new LinkedHashSet<>(first.select("record > header > identifier").eachText());
    String changed = found.getFirst();
    String path = changed.replaceFirst("^oai:[^:]*:", "").replaceFirst(":..$", "");
    testServer.post(
        "/s/" + testServer.section(decoded(path), "Styret").id() + "/comments", "text=Hva+skjedde");
    Document second = resumed(first);
    List<String> rest = second.select("record > header > identifier").eachText();
    found.addAll(rest);
    assertThat(found).hasSize(132);
  }

  @Test
  void eachTextIsDescribedAndNamesTheOther() {
    Document original = record("no");
    assertThat(original.select("dc|title").text()).isEqualTo("Brevet & svaret");
    assertThat(original.select("dc|creator").text()).isEqualTo("Nordmann, Kari");
    assertThat(original.select("dc|language").text()).isEqualTo("nn");
    assertThat(original.select("dc|identifier").eachText())
        .containsExactly(
            "https://sakene.example.org/d/2015/%C3%A5/brev?view=no",
            "https://doi.org/10.1234/brev");
    assertThat(original.select("dc|rights").eachText())
        .containsExactly("In Copyright", "http://rightsstatements.org/vocab/InC/1.0/");
    assertThat(original.select("dc|relation").eachText())
        .contains("oai:sakene.example.org:2015/%C3%A5/brev:en");
    Document translation = record("en");
    assertThat(translation.select("dc|title").text()).isEqualTo("The letter");
    assertThat(translation.select("dc|contributor").text()).isEqualTo("Nordmann, Ola");
    assertThat(translation.select("dc|description").eachText()).contains("draft translation");
    assertThat(translation.select("dc|relation").eachText())
        .contains("oai:sakene.example.org:2015/%C3%A5/brev:no");
    assertThat(original.select("setSpec").eachText())
        .containsExactly("folder:2015", "folder:2015:~C3~A5", "kind:report", "language:nn");
  }

  @Test
  void eachTextCanBeHadAsTei() throws Exception {
    assertThat(ask("/oai?verb=ListMetadataFormats").select("metadataPrefix").eachText())
        .containsExactly("oai_dc", "tei");
    Document translation = record("tei", "en");
    assertThat(translation.select("titleStmt > title").text()).isEqualTo("The letter");
    assertThat(translation.select("group > text").eachAttr("xml:lang")).containsExactly("en");
    assertThat(translation.select("group").text()).isEqualTo("The board must go.");
    Element tei = translation.expectFirst("TEI");
    assertThat(tei.attr("xsi:schemaLocation")).startsWith("http://www.tei-c.org/ns/1.0 https://");
    tei.removeAttr("xsi:schemaLocation");
    assertThat(TeiReport.of(tei.outerHtml())).isEmpty();
    List<String> found = new ArrayList<>();
    String first = "/oai?verb=ListRecords&metadataPrefix=tei";
    for (String address = first; !address.isEmpty(); ) {
      Document answer = ask(address);
      assertThat(answer.select("record")).hasSizeLessThanOrEqualTo(10);
      found.addAll(answer.select("record > header > identifier").eachText());
      String token = answer.select("resumptionToken").text();
      address = token.isEmpty() ? "" : "/oai?verb=ListRecords&resumptionToken=" + encoded(token);
    }
    assertThat(found).hasSize(132).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "kind:report, 2",
    "language:en, 1",
    "language:nn, 1",
    "folder:2015:~C3~A5, 100",
    "folder:2015, 100",
  })
  void setsAreByFolderKindAndLanguage(String set, int records) {
    assertThat(ask("/oai?verb=ListSets").select("setSpec").eachText()).contains(set);
    assertThat(ask(RECORDS + "&set=" + set).select("record")).hasSize(records);
  }

  @Test
  void listsAreOfThoseChangedBetweenTwoMoments() {
    assertThat(code(RECORDS + "&until=1999-01-01T00:00:00Z")).isEqualTo("noRecordsMatch");
    String stamp = record("no").select("header > datestamp").text();
    assertThat(ask(RECORDS + "&from=" + stamp).select("record")).isNotEmpty();
    assertThat(ask(RECORDS + "&until=" + LocalDate.now(ZoneOffset.UTC)).select("record"))
        .hasSize(100);
  }

  @ParameterizedTest
  @CsvSource({
    "'', badVerb",
    "verb=Nothing, badVerb",
    "verb=Identify&verb=Identify, badVerb",
    "verb=ListRecords, badArgument",
    "verb=Identify&set=a, badArgument",
    "verb=ListRecords&metadataPrefix=mods, cannotDisseminateFormat",
    "verb=ListRecords&metadataPrefix=oai_dc&from=yesterday, badArgument",
    "verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2020-01-01T00:00:00Z, badArgument",
    "verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-02&until=2020-01-01, badArgument",
    "verb=ListRecords&metadataPrefix=oai_dc&set=kind:nothing, noRecordsMatch",
    "verb=ListRecords&resumptionToken=broken, badResumptionToken",
    "verb=ListRecords&resumptionToken=oai_dc!!!!x!1!a, badResumptionToken",
    "verb=ListRecords&resumptionToken=oai_dc!!never!!0!1!a, badResumptionToken",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:sakene.example.org:ukjent:no, idDoesNotExist",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=%25ZZ, idDoesNotExist",
    "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:sakene.example.org:2015/%25C3%25A5/lukket:no, idDoesNotExist",
    "verb=ListMetadataFormats&identifier=nothing, idDoesNotExist",
  })
  void whatIsWrongIsToldInTheWordsOfTheProtocol(String query, String code) {
    assertThat(code("/oai?" + query)).isEqualTo(code);
  }

  @Test
  void aListGoesOnWithoutATextThatCannotBeRead(@TempDir Path other) throws Exception {
    Path archive = Files.createDirectories(other.resolve("archive"));
    Files.writeString(archive.resolve("a.md"), "# A\n\nStyret må gå.\n");
    Files.writeString(archive.resolve("b.md"), "# B\n\nStyret må gå.\n");
    Files.writeString(archive.resolve("speil.yaml"), "contact: post@example.org\n");
    try (TestServer server = TestServer.again(other)) {
      Files.delete(archive.resolve("a.md"));
      Files.createDirectory(archive.resolve("a.md"));
      server.library().documents().find(new DocumentId("b"));
      String answer = server.get(RECORDS, TestServer.asReader()).body();
      assertThat(answer).contains("<dc:title", ">B</dc:title>");
      String record = "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=";
      assertThat(server.get(record + "oai:127.0.0.1:a:no", TestServer.asReader()).body())
          .contains("idDoesNotExist");
    }
  }

  @Test
  void aFormDoesTheSame() {
    String answer =
        testServer
            .send(
                "POST",
                "/oai",
                "verb=Identify",
                "Content-Type",
                "application/x-www-form-urlencoded")
            .body();
    assertThat(answer).contains("<repositoryName>Sakene</repositoryName>");
  }

  @Test
  void withoutAMailAddressItSaysWhatIsMissing(@TempDir Path other) {
    try (TestServer plain = TestServer.copyOf("letters", other)) {
      assertThat(plain.get("/oai?verb=Identify").statusCode()).isEqualTo(404);
      assertThat(plain.get("/oai?verb=Identify").body()).contains("contact: mailto:");
      assertThat(plain.get("/oai?verb=Identify&lang=nb", "Accept", "text/html").body())
          .contains("Protokollen krever en e-postadresse", "contact: mailto:");
    }
  }

  private static String code(String address) {
    return ask(address).select("error").attr("code");
  }

  private static Document record(String side) {
    return record("oai_dc", side);
  }

  private static Document record(String format, String side) {
    return ask(
        "/oai?verb=GetRecord&metadataPrefix="
            + format
            + "&identifier="
            + encoded("oai:sakene.example.org:2015/%C3%A5/brev:" + side));
  }

  private static Document resumed(Document answer) {
    String token = answer.select("resumptionToken").text();
    return ask("/oai?verb=ListRecords&resumptionToken=" + encoded(token));
  }

  private static Document ask(String address) {
    String answer = testServer.get(address, TestServer.asReader()).body();
    return Jsoup.parse(answer, "", Parser.xmlParser());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
