package no.speil.web.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.speil.corpus.DocumentId;
import no.speil.library.catalogue.CatalogueEntry;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that the archive has, arranged in several ways. */
class BrowsePageTest {
  @Served private static TestServer testServer;

  @BeforeAll
  static void serve() throws IOException {
    for (int day = 10; day < 22; day++) {
      write(
          "archive/gammelt/%d.md".formatted(day),
          """
          ---
          title: Vedtak nummer %d
          date: 1999-05-%d
          kind: vedtak & svar
          authors: [Åse Ås, Bo Berg]
          subjects: [styret, «stemmerett»]
          publisher: Laget
          ---

          Tekst nummer %d.
          """
              .formatted(day, day, day));
    }
    write(
        "archive/gammelt/dypt/ærlig.md",
        "---\ntitle: Ærlig talt\nlanguage: nn\n---\n\nEin tekst.\n");
    write("archive/åpent.md", "---\ntitle: Åpent brev\n---\n\nEn tekst.\n");
    write("translations/åpent.md", "---\ntitle: An open letter\n---\n\nA text.\n");
    testServer.library().sync().look();
  }

  @Test
  void yearsComeFirstEachWithItsFirstFewAndALinkToTheRest() {
    Document page = page("/browse");
    Element year = page.select(".groups section:has(#g2)").getFirst();
    assertThat(page.select(".group-name").eachText())
        .containsExactly("2015 3", "1999 12", "Undated 3");
    assertThat(page.select(".beside-list section").getFirst().select("li").eachText())
        .isEqualTo(page.select(".group-name").eachText());
    assertThat(year.select(".titles li")).hasSize(5);
    assertThat(year.select(".when").eachText()).startsWith("21 May", "20 May");
    assertThat(year.expectFirst(".more").text()).isEqualTo("7 more from 1999");

    Document all = page(year.expectFirst(".more").attr("href"));
    assertThat(all.expectFirst("h1").text()).isEqualTo("1999");
    assertThat(all.select(".titles li")).hasSize(12);
    assertThat(page("/browse?lang=nb").select(".more").text()).isEqualTo("7 til fra 1999");
    assertThat(page("/browse?lang=nb").select(".when").eachText()).contains("21. mai");
  }

  @Test
  void keeperIsLedToTheDraftsOfAFolderWhichCanBeMarkedAllAtOnce() {
    Element link = page("/browse?in=2015").expectFirst(".by a:contains(Drafts)");
    Document drafts = page(link.attr("href"));
    assertThat(drafts.select("form[action=/search/state] button[value=translated]")).hasSize(1);
    assertThat(page("/browse?in=").select(".by a:contains(Drafts)")).isEmpty();
  }

  @Test
  void everyArrangementLeadsToGroupsThatHoldWhatTheySay() {
    List<String> tabs = page("/browse").select(".tabs a").eachAttr("href");
    assertThat(tabs)
        .containsExactly(
            "/browse?by=year",
            "/browse?by=kind",
            "/browse?by=subject",
            "/browse?by=author",
            "/browse?by=publisher",
            "/browse?by=title",
            "/browse?in=");
    var seen = new TreeSet<String>();
    for (String tab : tabs) {
      Document page = page(tab);
      assertThat(page.select(".tabs [aria-current]").attr("href")).isEqualTo(tab);
      for (Element heading : page.select(".group-name")) {
        Document group = page(heading.expectFirst("a").attr("href"));
        assertThat(group.select(".titles li").size() + " ")
            .as(heading.text())
            .isEqualTo(heading.expectFirst("span").text() + " ");
        seen.add(heading.expectFirst("a").text());
      }
    }
    assertThat(seen)
        .contains("Vedtak & svar", "Åse Ås", "«stemmerett»", "Laget", "No author given");
  }

  @Test
  void titlesAreInTheLanguageOfThePageAndSortedByItsAlphabet() {
    Document english = page("/browse?by=title&lang=en");
    assertThat(english.select(".titles .t").eachText())
        .startsWith("Ærlig talt", "Ærlig talt", "An open letter");
    Element letter = english.select(".titles li:has(a[href=/d/%C3%A5pent])").getFirst();
    assertThat(letter.expectFirst(".other-title").text()).isEqualTo("Åpent brev");
    assertThat(letter.expectFirst(".other-title").attr("lang")).isEqualTo("nb");

    Document norwegian = page("/browse?by=title&lang=nb");
    assertThat(norwegian.select(".titles .t").eachText()).endsWith("Ærlig talt", "Åpent brev");
    assertThat(norwegian.select("li:has(a[href=/d/%C3%A5pent]) .other-title")).isEmpty();
    assertThat(norwegian.select(".group-name a").eachText()).endsWith("Æ", "Å");
  }

  @Test
  void commonKindsAreInTheLanguageOfThePageAndOthersAsTheyAreWritten() {
    assertThat(page("/browse?by=kind&lang=en").select(".group-name a").eachText())
        .contains("Letter", "Vedtak & svar");
    assertThat(page("/browse?by=kind&lang=nb").select(".group-name a").eachText())
        .contains("Brev", "Vedtak & svar");
    assertThat(page("/browse?by=year&lang=en").select(".titles").text()).contains("letter");
    assertThat(page("/home?lang=en").select("a[href*=kind]").eachText()).contains("Letter");
    assertThat(page("/search?q=&kind=brev&lang=en").text()).contains("Kind: letter");
    assertThat(page("/d/2015/brev?lang=en").select("dt:contains(Kind) + dd").eachText())
        .containsExactly("letter");
  }

  @Test
  void whatIsNotFinishedAndWhatIsInNynorskCanBeLookedThrough() {
    Document page = page("/browse");
    assertThat(page.select(".beside-list section").getLast().select("a").eachText())
        .containsExactly("Partly translated", "In Nynorsk");
    Document missing = page("/browse?only=missing");
    assertThat(missing.expectFirst("h1").text()).isEqualTo("Partly translated");
    assertThat(missing.select(".titles li"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.select(".issue").text()).contains("not translated"));
    assertThat(page("/browse?only=nynorsk").select(".titles .t").eachText()).contains("Ærlig talt");
  }

  @Test
  void anOriginalChangedSinceIsToldInItsLine() throws IOException {
    var section = testServer.section("2015/brev", "Styret må gå");
    testServer.post(
        "/s/" + section.section().id() + "/state", "state=translated&version=" + section.version());
    Path file = testServer.root().resolve("archive/2015/brev.md");
    String before = Files.readString(file);
    Files.writeString(file, before.replace("14 dager", "15 dager"));
    testServer.library().sync().look();
    assertThat(page("/browse?only=stale").select(".titles .issue").text())
        .contains("original changed");
    assertThat(page("/browse").select(".beside-list a").eachText()).contains("Original changed");
    Files.writeString(file, before);
    testServer.library().sync().look();
    assertThat(page("/browse?only=stale").select(".titles li")).isEmpty();
  }

  @Test
  void aFolderHasItsDocumentsAndFolders() {
    Document top = page("/browse?in=");
    assertThat(top.select(".beside-list a").eachText()).contains("2015", "gammelt");
    assertThat(top.select(".titles .t").eachText()).contains("An open letter");
    Document folder = page("/browse?in=gammelt");
    assertThat(folder.expectFirst(".by").text()).startsWith("13 texts");
    assertThat(folder.select(".titles li")).hasSize(12);
    assertThat(folder.select("a:contains(book)").attr("href"))
        .isEqualTo("/export/gammelt.epub?folder=1");
    assertThat(top.select("a:contains(book)")).isEmpty();
    Document deep = page(folder.select(".beside-list a").attr("href"));
    assertThat(deep.expectFirst("h1").text()).isEqualTo("dypt");
    assertThat(deep.select(".trail a").eachAttr("href"))
        .containsExactly("/browse", "/browse?in=gammelt");
    assertThat(page("/progress").select("a[href=/browse?in=gammelt]")).isNotEmpty();
  }

  @Test
  void aFolderIsCalledAsTheTextThatIntroducesIt() throws IOException {
    write("archive/gammelt.md", "---\ntitle: Gamle vedtak\nlanguage: nb\n---\n\nTekst.\n");
    write("archive/gammelt/dypt/_index.md", "---\ntitle: På bunnen\nlanguage: nb\n---\n\nTekst.\n");
    testServer.library().sync().look();
    Document top = page("/browse?in=");
    assertThat(top.select(".beside-list a[lang=nb]").eachText()).containsExactly("Gamle vedtak");
    Document folder = page("/browse?in=gammelt");
    assertThat(folder.expectFirst("h1").text()).isEqualTo("Gamle vedtak");
    assertThat(folder.expectFirst(".titles .t").attr("href")).isEqualTo("/d/gammelt");
    assertThat(page("/browse?in=gammelt/dypt").select(".titles .t").eachText())
        .containsExactly("På bunnen", "Ærlig talt");
    Document text = page("/d/gammelt/dypt/ærlig");
    assertThat(text.select(".trail a").eachText())
        .containsExactly("All texts", "Gamle vedtak", "På bunnen");
    assertThat(text.select(".trail a").eachAttr("href"))
        .containsExactly("/browse", "/browse?in=gammelt", "/browse?in=gammelt%2Fdypt");
    assertThat(page("/d/gammelt").select(".onward a").eachText()).contains("All in Gamle vedtak");
    Files.delete(testServer.root().resolve("archive/gammelt.md"));
    Files.delete(testServer.root().resolve("archive/gammelt/dypt/_index.md"));
    testServer.library().sync().look();
  }

  @Test
  void textsWithTheSameTitleAreToldApartByTheirPaths() throws IOException {
    write("archive/a/vedlegg.md", "---\ntitle: Vedlegg A\n---\n\nEt vedlegg.\n");
    write("archive/b/vedlegg.md", "---\ntitle: Vedlegg A\n---\n\nEt vedlegg til.\n");
    testServer.library().sync().look();
    assertThat(
            page("/browse?by=title&value=V")
                .select(".titles li:contains(Vedlegg) .who span:not(.issue)")
                .eachText())
        .containsExactly("a/vedlegg", "b/vedlegg");
    assertThat(page("/search?q=vedlegg").select(".hit .facts span:matchesOwn(vedlegg$)").eachText())
        .contains("a/vedlegg", "b/vedlegg");
    assertThat(page("/browse?by=title&value=V").select(".titles li:contains(Vedtak) .who").text())
        .doesNotContain("gammelt/");
    for (String folder : List.of("a", "b")) {
      Files.delete(testServer.root().resolve("archive/%s/vedlegg.md".formatted(folder)));
    }
    testServer.library().sync().look();
  }

  @Test
  void documentsHaveNeighboursInTheirFolder() {
    var catalogue = testServer.library().catalogue();
    var found = catalogue.neighbours(new DocumentId("gammelt/15"));
    assertThat(found.previous()).extracting(CatalogueEntry::id).hasToString("gammelt/14");
    assertThat(found.next()).extracting(CatalogueEntry::id).hasToString("gammelt/16");
    assertThat(catalogue.neighbours(new DocumentId("nowhere")).next()).isNull();
  }

  @Test
  void aFolderHasTheOrderOfItsTextsFrontMatterThenThatOfTheirDates() throws IOException {
    Map<String, String> files =
        Map.of(
            "a", "weight: 3", "b", "date: 2020", "c", "order: 1", "d", "date: 2019", "e", "x: y");
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(
          "archive/rekke/" + file.getKey() + ".md",
          "---\n" + file.getValue() + "\n---\n\nTekst.\n");
    }
    testServer.library().sync().look();
    assertThat(page("/browse?in=rekke").select(".titles .t").eachAttr("href"))
        .containsExactly("/d/rekke/c", "/d/rekke/a", "/d/rekke/d", "/d/rekke/b", "/d/rekke/e");
    assertThat(page("/d/rekke/d").select(".onward a[rel]").eachAttr("href"))
        .containsExactly("/d/rekke/a", "/d/rekke/b");
    for (String name : files.keySet()) {
      Files.delete(testServer.root().resolve("archive/rekke/" + name + ".md"));
    }
    testServer.library().sync().look();
  }

  @Test
  void aLongListIsCutIntoPages() throws IOException {
    for (int i = 0; i < 230; i++) {
      write("archive/mange/%d.md".formatted(i), "---\ndate: 1950\n---\n\nTekst.\n");
    }
    testServer.library().sync().look();
    var seen = new TreeSet<String>();
    String next = "/browse?by=year&value=1950";
    int pages = 0;
    while (!next.isEmpty()) {
      Document page = page(next);
      seen.addAll(page.select(".titles .t").eachAttr("href"));
      next = page.select("a[rel=next]").attr("href");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(230);
    for (int i = 0; i < 230; i++) {
      Files.delete(testServer.root().resolve("archive/mange/%d.md".formatted(i)));
      if (i == 115) {
        testServer.library().sync().look(); // not nearly all at once
      }
    }
    testServer.library().sync().look();
    assertThat(testServer.get("/browse?by=year&value=1950").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsSaidToBeNowhere() {
    assertThat(testServer.get("/browse?in=nowhere").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/browse?by=kind&value=nothing").statusCode()).isEqualTo(404);
    assertThat(page("/browse?by=nonsense").select(".tabs [aria-current]").text()).isEqualTo("Year");
    assertThat(testServer.get("/sitemap-1.xml").body()).contains("/browse</loc>");
  }

  private static void write(String path, String text) throws IOException {
    Path file = testServer.root().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Document page(String path) {
    return Jsoup.parse(testServer.get(path).body());
  }
}
