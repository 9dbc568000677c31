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
    return TestServer.again(folder);
  }

  /** One of every kind of page, those that show most. */
  public static List<String> addresses(TestServer testServer) {
    String section = testServer.library().catalogue().added(1).getFirst().id().value();
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
        "/word/oversettelse",
        "/word/hund",
        "/d/handbok/soke",
        "/d/handbok/soke?view=lines",
        "/d/handbok/lese?view=no",
        "/d/handbok/lese?view=en",
        "/d/2015/amnesty-styret",
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
        "/problems",
        "/glossary",
        "/help",
        "/s/" + id + "/history",
        "/s/" + id + "/cite",
        "/edit/handbok/lese",
        "/s/" + id + "/report",
        "/s/" + id + "?v=an-earlier-one");
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
