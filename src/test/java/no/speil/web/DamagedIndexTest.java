package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** The index is made from the files: what becomes of it costs time, and never an answer. */
@Tag("slow")
class DamagedIndexTest {
  private static final String QUESTION = "/api/v1/search?q=styret";
  private static final List<String> QUESTIONS =
      List.of(
          QUESTION,
          "/search?q=styret",
          "/api/v1/suggest?q=sty",
          "/api/v1/kwic?q=styret",
          "/count",
          "/search.csv?q=styret",
          "/queue",
          "/feed.atom",
          "/d/2015/brev",
          "/word/styret",
          "/work");

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String BUILT_ANEW =
      "WARN The index is damaged or was made by another version; it is built anew.";

  @TempDir private Path folder;
  @TempDir private Path kept;
  private String editPage = "";
  private final Logger logger = (Logger) LoggerFactory.getLogger("no.speil");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  /** What can become of a file. */
  enum Damage {
    TRUNCATED,
    EMPTIED,
    ZEROED,
    /** One byte, so that only its checksum tells. */
    ALTERED,
    DELETED;

    void to(Path path) throws IOException {
      if (this == DELETED) {
        Files.delete(path);
        return;
      }
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        long length = file.length();
        switch (this) {
          case TRUNCATED -> file.setLength(length / 2);
          case EMPTIED -> file.setLength(0);
          case ZEROED -> file.write(new byte[Math.toIntExact(length)]);
          case ALTERED -> {
            file.seek(length / 2);
            int before = file.read();
            file.seek(length / 2);
            file.write(~before);
          }
          case DELETED -> throw new IllegalStateException();
        }
      }
    }
  }

  @BeforeEach
  void listen() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
  }

  @ParameterizedTest
  @EnumSource
  void whatHappenedToItWhileTheServerWasDownIsMendedAtTheStartAndSaidOnce(Damage damage)
      throws Exception {
    String expected = makeIndex();
    for (String file : files()) {
      restore();
      damage.to(index().resolve(file));
      log.list.clear();
      try (TestServer testServer = TestServer.again(folder)) {
        assertThat(unscored(testServer.get(QUESTION))).as(file).isEqualTo(expected);
        assertThat(testServer.library().trainer().awaitIdle(LONG)).isTrue();
      }
      assertThat(said())
          .as(file)
          .isEqualTo(isHarmless(damage, file) ? List.of() : List.of(BUILT_ANEW));
    }
  }

  /** What is overwritten in place is noticed at the next look: Lucene reads it as it finds it. */
  @ParameterizedTest
  @EnumSource(names = {"TRUNCATED", "EMPTIED", "ZEROED"})
  void whatHappensToItWhileTheServerRunsIsTemporaryWhateverAsksFirst(Damage damage)
      throws Exception {
    String expected = makeIndex();
    String largest = largest();
    for (String question : Stream.concat(QUESTIONS.stream(), Stream.of(editPage)).toList()) {
      restore();
      log.list.clear();
      try (TestServer testServer = TestServer.again(folder)) {
        damage.to(index().resolve(largest));
        for (String asked : List.of(question, QUESTION)) {
          HttpResponse<String> answer = testServer.get(asked);
          assertThat(answer.statusCode()).as(question + ", " + asked).isIn(200, 503);
          if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
            assertThat(answer.body()).doesNotContain(folder.toString());
          } else if (asked.equals(QUESTION) && damage != Damage.ZEROED) {
            assertThat(unscored(answer)).as(question).isEqualTo(expected);
          }
        }
        testServer.library().sync().look();
        assertThat(testServer.library().trainer().awaitIdle(LONG)).isTrue();
        testServer.library().sync().look();
        assertThat(unscored(testServer.get(QUESTION))).as(question).isEqualTo(expected);
        assertThat(testServer.get(question).statusCode()).as(question).isEqualTo(200);
      }
      assertThat(said()).as(question).noneMatch(line -> line.contains("trace"));
    }
  }

  @Test
  void whatWasOverwrittenWhileTheServerRanIsMendedAtTheNextStart() throws Exception {
    String expected = makeIndex();
    restore();
    try (TestServer testServer = TestServer.again(folder)) {
      testServer.library().sync().look();
      assertThat(testServer.library().trainer().awaitIdle(LONG)).isTrue();
      testServer.library().sync().look(); // all is written
      Damage.ALTERED.to(index().resolve(largest()));
    }
    try (TestServer testServer = TestServer.again(folder)) {
      assertThat(unscored(testServer.get(QUESTION))).isEqualTo(expected);
    }
    assertThat(said()).contains(BUILT_ANEW);
  }

  /** Answers the question with an index as a server leaves it that was closed in order. */
  private String makeIndex() throws Exception {
    try (TestServer testServer = TestServer.copyOf("letters", folder)) {
      editPage = testServer.editPage("2015/brev", "Styret");
      assertThat(testServer.library().trainer().awaitIdle(LONG)).isTrue();
    }
    String answer;
    try (TestServer testServer = TestServer.again(folder)) {
      answer = unscored(testServer.get(QUESTION));
    }
    assertThat(answer).contains("2015/brev");
    copy(index(), kept);
    return answer;
  }

  /** The hits in their order; a document that was read twice weighs more until segments merge. */
  private static String unscored(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"score\":[^,]+,", "");
  }

  private void restore() throws IOException {
    delete(index());
    copy(kept, index());
  }

  private Path index() {
    return folder.resolve(".speil/index");
  }

  /**
   * Some files hold what is learned again in a moment, or say only that the index need not be read;
   * and a number without its line end is still the number.
   */
  private static boolean isHarmless(Damage damage, String file) {
    return file.endsWith("seal")
        || file.endsWith("lexicon")
        || (file.equals("current") && damage == Damage.TRUNCATED);
  }

  private String largest() throws IOException {
    return files().stream()
        .filter(file -> file.contains("sections"))
        .max(Comparator.comparingLong(file -> index().resolve(file).toFile().length()))
        .orElseThrow();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(
              file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void delete(Path doomed) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(doomed)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private List<String> said() {
    return log.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(
            event ->
                event.getLevel()
                    + " "
                    + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null ? "" : " with a trace"))
        .toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(index())) {
      return all.filter(Files::isRegularFile)
          .map(file -> index().relativize(file).toString())
          .filter(file -> !file.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }
}
