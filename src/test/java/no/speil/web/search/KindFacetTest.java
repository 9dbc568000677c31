package no.speil.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An archive in which some letters are called {@code brev} and others {@code letter}. */
class KindFacetTest {
  private static final String ALL = "/search?lang=en&group=document&q=tekst+OR+menneskerettigheter";

  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    write("a", "letter");
    write("b", "Brev");
    write("c", "åpent brev");
    testServer.library().sync().look();
  }

  @Test
  void lettersAreOneValueWithAllOfThem() {
    assertThat(kinds(ALL).eachText()).containsExactly("letter 3", "åpent brev 1");
    String letters = kinds(ALL).select("a").getFirst().attr("href");
    assertThat(kinds(letters).eachText()).containsExactly("letter 3", "åpent brev 1");
    assertThat(documents(letters)).hasSize(3);
  }

  @Test
  void anAddressWithTheNameAsItIsWrittenLeadsToAllOfThem() {
    for (String name : List.of("brev", "letter", "Brev")) {
      String address = ALL + "&kind=" + name;
      assertThat(documents(address)).as(name).hasSize(3);
      assertThat(page(address).text()).contains("Kind: letter");
      assertThat(kinds(address).select("[aria-current=true]").eachText())
          .as(name)
          .containsExactly("letter");
      assertThat(page("/browse?by=kind&value=" + name).select(".titles li")).hasSize(3);
    }
    assertThat(page(ALL + "&kind=brev&kind=letter").select(".filters .chip").eachText())
        .containsExactly("Kind: letter ×");
  }

  @Test
  void aQueryFindsThemByEachNameAndOthersByTheirWords() {
    assertThat(documents("/search?group=document&q=kind:letter")).hasSize(3);
    assertThat(documents("/search?group=document&q=kind:brev")).hasSize(4);
  }

  private static Elements kinds(String address) {
    return page(address).select("#facets section:has(h2:contains(Kind)) li");
  }

  private static List<String> documents(String address) {
    return page(address).select(".hit h3 a").eachAttr("href");
  }

  private static void write(String name, String kind) throws IOException {
    Path file = testServer.root().resolve("archive/%s.md".formatted(name));
    Files.writeString(
        file, "---\ntitle: Tekst %s\nkind: %s\n---\n\nEn tekst.\n".formatted(name, kind));
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
