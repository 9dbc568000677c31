package no.speil.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The archive that comes with the program, served, and the addresses of its main pages. */
public final class ShippedPages {
  private ShippedPages() {}

  public static TestServer serve(Path folder) {
    for (String side : List.of("archive", "translations")) {
      copy(Path.of(side), folder.resolve(side));
    }
    attach(folder.resolve("archive/2015"), folder.resolve("translations/2015"));
    return TestServer.again(folder);
  }

  /** One of every kind of page, those that show most. */
  public static List<String> addresses(TestServer testServer) {
    String section = testServer.library().catalogue().added(1).getFirst().entry().id().value();
    String id = testServer.section(section, "").section().id().value();
    return List.of(
        "/home",
        "/browse",
        "/browse?by=title",
        "/browse?in=handbok",
        "/search?q=oversettelse",
        "/search?q=translation&group=document",
        "/search?q=&year=2026",
        "/kwic?q=oversettelse",
        "/count",
        "/count/keywords?q=oversettelse",
        "/count/between?q=oversettelse",
        "/count/spread?q=oversettelse",
        "/count/collocates?q=oversettelse",
        "/word/oversettelse",
        "/word/hund",
        "/d/handbok/soke",
        "/d/handbok/soke?view=lines",
        "/d/handbok/lese?view=no",
        "/d/handbok/lese?view=en",
        "/d/2015/amnesty-styret",
        "/d/2015/vedlagt?view=evidence",
        "/cite?document=handbok%2Fsoke",
        "/align/handbok/lese",
        "/mark/handbok/soke",
        "/queue",
        "/work",
        "/people",
        "/people/kari",
        "/sign-in",
        "/progress",
        "/activity",
        "/activity/words",
        "/problems",
        "/missing-words",
        "/glossary",
        "/help",
        "/s/" + id + "/history",
        "/s/" + id + "/cite",
        "/edit/handbok/lese",
        "/s/" + id + "/report",
        "/s/" + id + "?v=an-earlier-one");
  }

  /** A text with two pages and the page of the web that it is from. */
  private static void attach(Path originals, Path translations) {
    String page =
        "<svg xmlns='http://www.w3.org/2000/svg' width='840' height='1188'><path d='M60 60h720'/></svg>";
    String text = "## Et avsnitt\n\nVi ber om et møte med styret snart.\n\n";
    String english = "## A section\n\nWe ask for a meeting with the board soon.\n\n";
    try {
      Files.writeString(originals.resolve("vedlagt-1.svg"), page);
      Files.writeString(originals.resolve("vedlagt-2.svg"), page);
      Files.writeString(
          originals.resolve("vedlagt.html"), "<h1>Et brev</h1><h3>Til styret</h3><p>Hei.");
      Files.writeString(
          originals.resolve("vedlagt.md"),
          """
          ---
          language: nb
          title: Et vedlagt brev
          attachments:
            - {file: vedlagt-1.svg, title: signert original, date: 2015-08-24}
            - vedlagt-2.svg
            - {file: vedlagt.html, title: Slik det ble hentet, sha256: 0}
          ---

          """
              + text.repeat(4)
              + "Den andre siden. {page=2}\n\n"
              + text.repeat(4));
      Files.writeString(
          translations.resolve("vedlagt.md"),
          "---\ntitle: An enclosed letter\n---\n\n"
              + english.repeat(4)
              + "The second page.\n\n"
              + english.repeat(4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
