package no.speil.web.edit;

import static no.speil.web.FormSubmission.page;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.TestServer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The translation memory knows the sentences of a paragraph, wherever they stand. */
class SentenceMemoryTest {
  private static final String NEW =
      "Vi møttes på biblioteket i går. Foreningen har betalt husleien siden mars."
          + " Kassereren ba om innsyn. Alle medlemmene fikk brev om saken i forrige uke."
          + " Ingen svarte. Styret vil behandle klagen på neste møte. Vi venter.";

  @TempDir Path folder;
  @AutoClose private TestServer testServer;

  @BeforeEach
  void serve() throws IOException {
    write("archive/ny.md", "# Ny sak\n\n" + NEW + "\n\nStyret vil behandle klagen snart.\n");
    write(
        "archive/leie.md",
        "# Leie\n\nDet ble sagt mye, og mye av det var uklart for de fleste. Foreningen har betalt husleien siden mars."
            + " Alle medlemmene fikk brev om saken i forrige måned. Så gikk vi hjem.\n");
    write(
        "translations/leie.md",
        "# Rent\n\nMuch was said, and much of it was unclear to most. The association has paid the rent since March."
            + " All members had a letter about the case last month. Then we went home.\n");
    write(
        "archive/klage.md", "# Klage\n\nStyret vil behandle klagen på neste møte. Det er i mai.\n");
    write(
        "translations/klage.md",
        "# Complaint\n\nThe board will consider the *complaint* at its next meeting."
            + " That is in May.\n");
    testServer = TestServer.again(folder);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String id(String document, String original) {
    return testServer.section(document, original).section().id().value();
  }

  @Test
  void threeKnownSentencesOfSevenAreOfferedTheSameFirst() {
    List<Element> offers =
        page(testServer, "/s/" + id("ny", "Vi møttes") + "/edit").select(".remembered");
    assertThat(offers.stream().map(each -> each.select(".text").text()))
        .containsExactlyInAnyOrder(
            "The association has paid the rent since March.",
            "The board will consider the complaint at its next meeting.",
            "All members had a letter about the case last month.");
    assertThat(offers.get(0).select(".by").text()).startsWith("The same sentence · ");
    assertThat(offers.get(2).select(".by").text())
        .startsWith("A sentence: 89% of the words are the same · Rent");
    assertThat(offers.get(2).select(".diff del").text()).isEqualTo("måned");
    assertThat(offers.get(2).select(".diff ins").text()).isEqualTo("uke");
    assertThat(offers.stream().map(each -> each.select("[data-insert]").hasAttr("data-sentence")))
        .containsOnly(true);
  }

  @Test
  void aSectionWithOneSentenceFindsItAmongOthers() {
    Element offer =
        page(testServer, "/s/" + id("ny", "Styret vil behandle klagen snart") + "/edit")
            .select(".remembered")
            .getFirst();
    assertThat(offer.select(".text").text())
        .isEqualTo("The board will consider the complaint at its next meeting.");
    assertThat(offer.select(".by").text()).startsWith("A sentence: ");
  }

  @Test
  void programsAskForTheSentenceAtAPlace() throws IOException {
    String path = "/api/v1/sections/" + id("ny", "Vi møttes") + "/memory";
    JsonNode all = new ObjectMapper().readTree(testServer.get(path).body()).path("matches");
    assertThat(all).hasSize(3);
    int at = NEW.indexOf("medlemmene");
    JsonNode one =
        new ObjectMapper().readTree(testServer.get(path + "?at=" + at).body()).path("matches");
    assertThat(one).hasSize(1);
    JsonNode match = one.path(0);
    assertThat(NEW.substring(match.path("from").asInt(), match.path("to").asInt()))
        .isEqualTo("Alle medlemmene fikk brev om saken i forrige uke.");
    assertThat(match.path("original").asText())
        .isEqualTo("Alle medlemmene fikk brev om saken i forrige måned.");
    assertThat(match.path("document").asText()).isEqualTo("leie");
    assertThat(match.path("section").asText()).isEqualTo(id("leie", "Det ble sagt"));
  }

  @Test
  void aTextThatIsNearlyTheSameIsOfferedAsAWholeAndNotInSentencesToo() throws IOException {
    write(
        "archive/klage2.md",
        "# Igjen\n\nStyret vil behandle klagen på neste møte. Det er i juni.\n");
    List<Element> offers =
        page(testServer, "/s/" + id("klage2", "Styret vil") + "/edit").select(".remembered");
    assertThat(offers).hasSize(1);
    assertThat(offers.getFirst().select(".text").text()).endsWith("That is in May.");
  }

  @Test
  void aCellIsLikeCellsOfOtherTables() throws IOException {
    String table = "| Bånd | Disk |\n|---|---|\n| *kassert i fjor* | 2015 |\n";
    write("archive/en.md", "# En\n\n" + table);
    write("archive/to.md", "# To\n\n| Disk | Lager |\n|---|---|\n| kassert *i mars* | |\n");
    write("translations/to.md", "# Two\n\n| Disk copy | |\n|---|---|\n| *scrapped* \\| x | |\n");
    testServer.library().sync().look();
    String path = "/s/" + id("en", "Bånd") + "/edit?cell=";
    assertThat(page(testServer, path + 1).select(".text").eachText())
        .containsExactly("Disk copy", "| Disk copy | | |---|---| | *scrapped* \\| x | |");
    Element cell = page(testServer, path + 2).select(".remembered").getFirst();
    assertThat(cell.select(".text").text()).isEqualTo("*scrapped* | x");
    assertThat(cell.select(".diff del").text()).isEqualTo("mars");
    assertThat(page(testServer, path + 0).select(".remembered")).as("the table").hasSize(1);
    assertThat(testServer.get(path + 4).statusCode()).isEqualTo(404);
    assertThat(testServer.get(path + "x").statusCode()).isEqualTo(404);
  }
}
