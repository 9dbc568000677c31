package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.archive.BrokenFile;
import no.speil.archive.UnprivilegedProcess;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.actions.Actor;
import no.speil.library.documents.ActionRefusedException;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.status.TrackedSection;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A save that fails on its way: what people are told is so, and the fault can be found again. */
@Tag("slow")
class UncertainSaveTest {
  private static final String CLOSED = "-wx-wx-wx";
  private static final String OPEN = "rwxr-xr-x";

  @TempDir private Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger("no.speil.web");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @BeforeEach
  void make() throws IOException {
    put("archive/brev.md", "# Brev\n\nStyret må gå.\n");
    put("translations/brev.md", "# Letter\n\nThe board must go.\n");
  }

  @Test
  void originalThatFailsAfterTheSaveIsNoSaveThatWasRefused() throws Exception {
    var clock = new BreakingClock(() -> BrokenFile.over(folder.resolve("archive/brev.md")));
    try (TestServer testServer = TestServer.of(folder, library(folder, clock))) {
      for (String language : List.of("en", "nb", "json")) {
        TrackedSection section = testServer.section("brev", "Styret må gå");
        String text = "The board has to go, says " + language + ".";
        HttpResponse<String> answer;
        try (clock) {
          clock.arm();
          answer = save(testServer, section, text, language);
        }
        assertThat(answer.statusCode()).as(language).isEqualTo(507);
        assertThat(Jsoup.parse(answer.body()).text())
            .doesNotContainIgnoringCase("nothing was changed", "ingenting ble endret")
            .doesNotContain(folder.toString())
            .contains(
                switch (language) {
                  case "nb" -> "Det kan likevel være lagret. Last siden på nytt og se etter";
                  case "en" -> "It may have been saved all the same. Reload the page and check";
                  default -> "it may have been saved all the same; load the page again to see.";
                });
        assertThat(Files.readString(folder.resolve("translations/brev.md"))).contains(text);
        assertThat(testServer.get("/s/" + section.section().id()).statusCode()).isEqualTo(303);
        assertThat(testServer.section("brev", text).section().id())
            .isEqualTo(section.section().id());
      }
    }
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .hasSize(3)
        .allMatch(line -> line.contains(": reading archive/brev.md: "));
  }

  @Test
  void errorIsAnsweredWithAReferenceThatIsInTheLog() throws Exception {
    var clock =
        new BreakingClock(
            () -> {
              throw new LinkageError("meant to fail");
            });
    try (TestServer testServer = TestServer.of(folder, library(folder, clock))) {
      for (String language : List.of("en", "nb", "json")) {
        TrackedSection section = testServer.section("brev", "Styret må gå");
        clock.arm();
        HttpResponse<String> answer = save(testServer, section, "The board goes.", language);
        assertThat(answer.statusCode()).as(language).isEqualTo(500);
        ILoggingEvent last = log.list.getLast();
        assertThat(last.getFormattedMessage()).contains("/" + section.section().id() + "/");
        assertThat(last.getThrowableProxy().getCause().getMessage()).isEqualTo("meant to fail");
        String reference = last.getFormattedMessage().split(" ", 2)[0];
        assertThat(answer.body()).as(language).contains(reference);
      }
    }
    assertThat(log.list).hasSize(3);
  }

  @Test
  void failuresOfTheIndexAreToldWithoutAPathOfTheMachine() {
    var cause = new UncheckedIOException(new NoSuchFileException("/srv/brev/.speil/index/_1.cfs"));
    assertThat(new ActionRefusedException.StorageUncertain(cause).getMessage())
        .endsWith("load the page again to see.");
    assertThat(new ActionRefusedException.StorageRefused(cause).getMessage())
        .endsWith("nothing was changed.");
  }

  @Test
  void documentThatIsDeletedAfterTheRecordIsWrittenIsNoFaultOfTheProgram() throws Exception {
    var clock = new BreakingClock(this::deleteTexts);
    try (TestServer testServer = TestServer.of(folder, library(folder, clock))) {
      Path record = folder.resolve("translations/brev.jsonl");
      Files.writeString(record, "{\"torn", StandardOpenOption.APPEND);
      String id = testServer.section("brev", "Styret må gå").section().id().value();

      clock.arm();
      HttpResponse<String> answer = testServer.post("/s/" + id + "/comments", "text=Se+her.");

      assertThat(answer.statusCode()).isEqualTo(507);
      assertThat(Files.readString(record)).contains("Se her.").doesNotContain("torn");
    }
  }

  private Closeable deleteTexts() throws IOException {
    Files.delete(folder.resolve("archive/brev.md"));
    Files.delete(folder.resolve("translations/brev.md"));
    return () -> {};
  }

  @Test
  void folderThatCannotBeForcedLeavesTextAndRecordAtOne() throws Exception {
    library(folder, Clock.systemUTC()).close();
    Path translations = folder.resolve("translations");
    Files.setPosixFilePermissions(translations, PosixFilePermissions.fromString(CLOSED));
    String told;
    try {
      told = UnprivilegedProcess.run("022", getClass(), folder.toString());
    } finally {
      Files.setPosixFilePermissions(translations, PosixFilePermissions.fromString(OPEN));
    }
    assertThat(told)
        .contains("it may have been saved all the same", "(writing translations/brev.md: ")
        .doesNotContain("nothing was changed");
    assertThat(Files.readString(translations.resolve("brev.md"))).contains("The board has left.");
    assertThat(Files.readString(translations.resolve("brev.jsonl")))
        .contains("The board has left.");
  }

  /** Saves a text into the archive that is named, and prints what comes of it. */
  public static void main(String[] arguments) {
    try (Library library = library(Path.of(arguments[0]), Clock.systemUTC())) {
      TrackedSection section =
          library.documents().find(new DocumentId("brev")).orElseThrow().sections().stream()
              .filter(each -> !each.section().isTitle())
              .reduce((first, second) -> second)
              .orElseThrow();
      library
          .edits()
          .edit(
              section.section().id(),
              "The board has left.",
              section.version(),
              new Actor("kari", "web"));
      System.out.println("saved");
    } catch (RuntimeException e) {
      System.out.println(e.getMessage());
    }
  }

  private static HttpResponse<String> save(
      TestServer testServer, TrackedSection section, String text, String language) {
    String path = "/s/" + section.section().id();
    String version = section.version().toString();
    return language.equals("json")
        ? testServer.send(
            "PUT",
            "/api/v1/sections/" + section.section().id() + "/translation",
            "{\"markdown\":\"" + text + "\"}",
            "Content-Type",
            "application/json",
            "If-Match",
            "\"" + version + "\"")
        : testServer.send(
            "POST",
            path + "/translation",
            "version=" + version + "&markdown=" + text.replace(' ', '+'),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Accept-Language",
            language);
  }

  private static Library library(Path root, Clock clock) {
    Library library =
        Library.open(
            Archive.open(root, clock), root.resolve(".speil/index"), clock, IndexingListener.NONE);
    try {
      assertThat(library.sync().awaitReady(Duration.ofMinutes(5))).isTrue();
      return library;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  /**
   * Breaks something when an action asks the time for the second time: when it begins, and when the
   * document has been read and the action is signed.
   */
  private static final class BreakingClock extends Clock implements AutoCloseable {
    private final Fault fault;
    private int left;
    private @Nullable Closeable broken;

    BreakingClock(Fault fault) {
      this.fault = fault;
    }

    /** What breaks, until it is closed. */
    interface Fault {
      Closeable start() throws IOException;
    }

    void arm() {
      left = 2;
    }

    @Override
    public synchronized Instant instant() {
      if (left > 0 && --left == 0) {
        try {
          broken = fault.start();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return TestServer.NOW;
    }

    @Override
    public long millis() {
      return System.currentTimeMillis();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public void close() throws IOException {
      if (broken != null) {
        broken.close();
        broken = null;
      }
    }
  }
}
