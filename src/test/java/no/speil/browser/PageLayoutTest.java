package no.speil.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;
import no.speil.record.DocumentVersion;
import no.speil.status.TrackedSection;
import no.speil.web.ShippedPages;
import no.speil.web.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of page of the shipped archive, in both languages, by day and by night, on a screen
 * and on a telephone. With {@code -Dspeil.pictures=true} it keeps them as pictures in {@code
 * target/pictures}, for people to look at.
 */
@NeedsBrowser
class PageLayoutTest {
  private static final boolean PICTURES = Boolean.getBoolean("speil.pictures");
  private static final Path FOLDER = Path.of("target/pictures");

  /** Nobody looks at more of a page as a picture. */
  private static final int DEEPEST = 4_000;

  @TempDir Path root;

  /** How a page of one language is seen: the colours of the system, and the width of the window. */
  private enum Look {
    ENGLISH_DAY("en", false, false),
    ENGLISH_NIGHT_NARROW("en", true, true),
    NORWEGIAN_DAY_NARROW("nb", false, true),
    NORWEGIAN_NIGHT("nb", true, false);

    private final String language;
    private final boolean dark;
    private final boolean narrow;

    Look(String language, boolean dark, boolean narrow) {
      this.language = language;
      this.dark = dark;
      this.narrow = narrow;
    }

    static List<Look> of(String language) {
      return Stream.of(values()).filter(look -> look.language.equals(language)).toList();
    }

    void applyTo(Browser browser) {
      if (dark) {
        browser.dark();
      } else {
        browser.light();
      }
      if (narrow) {
        browser.narrow();
      } else {
        browser.wide();
      }
    }

    String words() {
      return language + (dark ? "-dark" : "-light") + (narrow ? "-360" : "-1280");
    }
  }

  @Test
  void everyPageFitsAndIsInTheLanguageAndColoursOfItsReader() throws IOException {
    try (TestServer testServer = ShippedPages.serve(root);
        Browser browser = Browser.open().signedIn(testServer)) {
      List<String> pages = pages(testServer);
      assertThat(pages).hasSizeGreaterThan(20);
      for (String language : List.of("en", "nb")) {
        browser.visit("/?lang=" + language); // remembered from here on
        for (String page : pages) {
          List<Look> looks = Look.of(language);
          looks.getFirst().applyTo(browser);
          browser.visit(page);
          assertThat(browser.find("html").getDomAttribute("lang")).as(page).isEqualTo(language);
          for (Look look : looks) {
            look.applyTo(browser);
            check(browser, look, page);
            if (PICTURES) {
              keep(browser.picture(DEEPEST), look, page);
            }
          }
          // axe unfolds the page; the journeys see it wide, and in other layouts
          if (looks.getLast() == Look.ENGLISH_NIGHT_NARROW && !page.contains("view=")) {
            assertThat(browser.barriers()).as(page).isEmpty();
          }
        }
      }
    }
  }

  private static void check(Browser browser, Look look, String page) {
    String what = look.words() + " " + page;
    assertThat(browser.overhang()).as(what).isZero();
    assertThat(lightness(browser)).as(what).matches(it -> it < 128 == look.dark);
  }

  private static void keep(byte[] picture, Look look, String page) throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve(look.words()));
    Files.write(folder.resolve(file(page)), picture);
  }

  /** What everybody sees, and the pages of a section in which an error has been reported. */
  private static List<String> pages(TestServer testServer) throws IOException {
    TrackedSection section = testServer.section("handbok/lese", "Du treng ingen");
    String address = "/s/" + section.section().id();
    testServer.post(
        address + "/report", "flaw=meaning&words=Too+much.&side=translation&exact=no+account");
    return Stream.concat(
            ShippedPages.addresses(testServer).stream(),
            Stream.of(
                address + "?v=" + section.version(),
                earlier(testServer),
                address + "/report",
                address + "/report?sent=true",
                "/queue?task=report",
                "/nothing"))
        .toList();
  }

  /** A document as it was cited, before its original was changed. */
  private static String earlier(TestServer testServer) throws IOException {
    String id = "handbok/utveksle";
    String cited = "/d/" + id + "?v=" + version(testServer, id);
    Path original = testServer.root().resolve("archive/" + id + ".md");
    Files.writeString(original, Files.readString(original) + "\nOg litt til.\n");
    return cited;
  }

  private static DocumentVersion version(TestServer testServer, String id) {
    return testServer.library().documents().find(new DocumentId(id)).orElseThrow().version();
  }

  /** Of what the words stand on: 0 for black to 255 for white. */
  private static int lightness(Browser browser) {
    String colour =
        browser.run("return getComputedStyle(document.documentElement).backgroundColor");
    return Integer.parseInt(colour.replaceAll("^rgba?\\((\\d+).*", "$1"));
  }

  private static String file(String page) {
    String name =
        page.replaceAll("^/s/[^/?]+", "/section")
            .replaceAll("[^\\p{L}\\d]+", "-")
            .replaceAll("^-|-$", "");
    return (name.isEmpty() ? "home" : name) + ".png";
  }
}
