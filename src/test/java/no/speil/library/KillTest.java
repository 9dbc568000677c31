package no.speil.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import no.speil.bench.ApiClient;
import no.speil.bench.ArchiveGenerator;
import no.speil.bench.ServerProcess;
import no.speil.corpus.Role;
import no.speil.library.WriteAttempt.Seen;
import no.speil.people.Account.AccessToken;
import no.speil.people.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the server has said yes to is there after it was killed, whenever that was. Run with {@code
 * -Dspeil.kills=200} for a long look, and {@code -Dspeil.seed} for other moments.
 */
@Tag("slow")
class KillTest {
  private static final @Nullable Integer ASKED = Integer.getInteger("speil.kills");
  private static final int KILLS = ASKED == null ? 3 : ASKED;
  private static final long SEED = Long.getLong("speil.seed", 4);
  private static final Duration LONGEST_SHIFT = Duration.ofSeconds(3);
  private static final int MOST_ANSWERS = 60;
  private static final int MOST_ROUNDS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final List<String> NAMES = List.of("kari", "ola", "per");
  private static final List<String> STATES =
      List.of("untranslated", "draft", "translated", "reviewed");

  @TempDir private Path root;
  private final Random random = new Random(SEED);
  private final AtomicLong answers = new AtomicLong();

  /** Of the people, in the order of their names. */
  private final List<String> tokens = new ArrayList<>();

  private final Map<String, WriteAttempt> attempts = new ConcurrentHashMap<>();

  /** Titles that no file says, so that they follow a heading or the file's name. */
  private final Set<String> derived = new TreeSet<>();

  private @Nullable ServerProcess running;

  @BeforeEach
  void makeAnArchive() {
    ArchiveGenerator.generate(root, 6, SEED);
    People people = People.of(root, Clock.systemUTC());
    for (String name : NAMES) {
      people.add(name, Role.KEEPER);
      tokens.add(people.addToken(name, "test", AccessToken.LONGEST));
    }
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.kill();
    }
  }

  @Test
  void acknowledgedActionsSurviveAKillAtAnyMoment() throws Exception {
    long start = System.nanoTime();
    ApiClient client = start();
    int kills = 0;
    while (kills < KILLS) {
      workUntilKilled(client, kills);
      kills++;
      if (kills < KILLS && random.nextInt(4) == 0) {
        killWhileStarting();
        kills++;
      }
      client = start();
      checkAgainstFilesAndIndex(client, Set.of());
    }
    System.out.printf(
        "%d kills, %d actions acknowledged, %.0f s%n",
        kills, answers.get(), (System.nanoTime() - start) / 1e9);
  }

  @Test
  void tornLastLineCostsNothingAndIsCutByTheNextAction() throws Exception {
    ApiClient client = start();
    workUntilKilled(client, 0);
    List<Path> records = files(".jsonl");
    Path record = records.get(random.nextInt(records.size()));
    String whole = Files.readString(record);
    String last = whole.lines().toList().getLast();
    String torn = last.substring(0, last.length() / 2);
    Files.writeString(record, torn, StandardOpenOption.APPEND);

    client = start();
    String name = "translations/" + root.resolve("translations").relativize(record);
    checkAgainstFilesAndIndex(client, Set.of(name));
    comment(client, name.substring("translations/".length(), name.length() - ".jsonl".length()));

    assertThat(Files.readString(record)).startsWith(whole).doesNotContain(torn + "{");
    assertThat(problems(client, Set.of("edit-carried-out"))).isEmpty();
  }

  /**
   * Kills at the moment when the record has grown: the text, which is large, is then not written
   * yet.
   */
  @Test
  void anEditKilledBetweenRecordAndTextIsCarriedOutHoweverOftenTheNextStartIsKilledToo()
      throws Exception {
    Path record = root.resolve("translations/large.jsonl");
    Path translation = root.resolve("translations/large.md");
    Files.writeString(root.resolve("archive/large.md"), "# Et brev\n\nStyret må gå.\n");
    Files.writeString(
        translation, "# A letter\n\nText 0\n\n```\n" + "code\n".repeat(1 << 19) + "```\n");
    long start = System.nanoTime();
    int between = 0;
    for (int round = 1; round <= MOST_ROUNDS && (between == 0 || ASKED != null); round++) {
      String typed = "Text " + round;
      ApiClient client = start();
      saveUntilTheRecordGrows(client, typed, record);
      boolean isInRecord = Files.readString(record).contains(typed);
      boolean isBetween = isInRecord && !Files.readString(translation).contains(typed);
      between += isBetween ? 1 : 0;
      if (isBetween && random.nextBoolean()) {
        killWhileStarting();
      }
      client = start();
      assertThat(Files.readString(translation).contains(typed)).isEqualTo(isInRecord);
      assertThat(text(large(client)))
          .isEqualTo(Files.readString(translation).lines().toList().get(2));
      Objects.requireNonNull(running).kill();
    }
    System.out.printf(
        "killed between record and text: %d, %.0f s%n", between, (System.nanoTime() - start) / 1e9);
    assertThat(between).isPositive();
  }

  private void saveUntilTheRecordGrows(ApiClient client, String typed, Path record)
      throws Exception {
    JsonNode section = large(client);
    String path = "/api/v1/sections/" + section.path("id").asText() + "/translation";
    long size = Files.exists(record) ? Files.size(record) : 0;
    Thread saving =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    client.put(path, Map.of("markdown", typed), section.path("version").asText());
                  } catch (UncheckedIOException e) {
                    // the server is gone, as it was meant to be
                  }
                });
    while (saving.isAlive() && (Files.exists(record) ? Files.size(record) : 0) == size) {
      Thread.onSpinWait();
    }
    Objects.requireNonNull(running).kill();
    saving.join();
  }

  private static JsonNode large(ApiClient client) {
    for (JsonNode section : client.read("/api/v1/documents/large").path("sections")) {
      if (text(section).startsWith(ConcurrentEditor.TYPED)) {
        return section;
      }
    }
    throw new AssertionError("nothing begins with " + ConcurrentEditor.TYPED);
  }

  private static String text(JsonNode section) {
    return section.path("translation").path("blocks").path(0).path("markdown").asText();
  }

  @Test
  void deletedIndexLosesNothing() throws Exception {
    workUntilKilled(start(), 0);
    delete(root.resolve(".speil"));

    checkAgainstFilesAndIndex(start(), Set.of(), false);
  }

  private ApiClient start() {
    ServerProcess server = ServerProcess.serve(root, List.of());
    running = server;
    server.awaitAnswer("/readyz", PATIENCE);
    return new ApiClient(server.address(), tokens.getFirst());
  }

  private void workUntilKilled(ApiClient client, int round) throws Exception {
    ServerProcess server = Objects.requireNonNull(running);
    if (attempts.isEmpty()) {
      derived.addAll(untranslatedTitles(client));
      attempts.putAll(asServed(client));
    }
    List<String> sections = attempts.keySet().stream().sorted().toList();
    var surprises = new ConcurrentLinkedQueue<String>();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < NAMES.size(); i++) {
      var own = new ArrayList<String>();
      for (int at = (i + round) % NAMES.size(); at < sections.size(); at += NAMES.size()) {
        own.add(sections.get(at));
      }
      var concurrentEditor =
          new ConcurrentEditor(
              new ApiClient(server.address(), tokens.get(i)),
              own,
              new Random(random.nextLong()),
              attempts,
              surprises,
              answers);
      threads.add(Thread.ofPlatform().start(concurrentEditor));
    }
    awaitAnswers(random.nextInt(MOST_ANSWERS));
    Thread.sleep(random.nextInt(20));
    server.kill();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(surprises).isEmpty();
  }

  /** Waits for so many answers, but not for long. */
  private void awaitAnswers(int wanted) throws InterruptedException {
    long enough = answers.get() + wanted;
    long end = System.nanoTime() + LONGEST_SHIFT.toNanos();
    while (answers.get() < enough && System.nanoTime() < end) {
      Thread.sleep(1);
    }
  }

  private void killWhileStarting() throws InterruptedException {
    ServerProcess server = ServerProcess.serve(root, List.of());
    running = server;
    Thread.sleep(300 + random.nextInt(1500));
    server.kill();
  }

  private void checkAgainstFilesAndIndex(ApiClient client, Set<String> torn) throws IOException {
    checkAgainstFilesAndIndex(client, torn, true);
  }

  /**
   * Also takes over what turned out of the requests that were cut off. Without the journal, the
   * text of such a request may be in the record alone, and is told then.
   */
  private void checkAgainstFilesAndIndex(ApiClient client, Set<String> torn, boolean hasJournal)
      throws IOException {
    BiPredicate<WriteAttempt, Seen> allows =
        hasJournal ? WriteAttempt::allows : WriteAttempt::allowsWithoutJournal;
    Set<String> told =
        hasJournal ? Set.of("edit-carried-out") : Set.of("edit-carried-out", "text-overwritten");
    assertThat(problems(client, told)).isEqualTo(torn);
    Map<String, WriteAttempt> now = asServed(client);
    assertThat(now.keySet()).isEqualTo(attempts.keySet());
    attempts.forEach(
        (id, writeAttempt) -> {
          Seen seen = Objects.requireNonNull(now.get(id)).acknowledged();
          assertThat(allows.test(writeAttempt, seen))
              .as("%s is %s after %s", id, seen, writeAttempt)
              .isTrue();
        });
    checkRecords(now);
    attempts.putAll(now);
    checkFiles(now);
    for (String state : STATES) {
      assertThat(found(client, state)).as(state).isEqualTo(inState(now, state));
    }
  }

  /** A text that was cut off is in its record whenever the history has it. */
  private void checkRecords(Map<String, WriteAttempt> now) throws IOException {
    var all = new StringBuilder();
    for (Path file : files(".jsonl")) {
      all.append(Files.readString(file));
    }
    String records = all.toString();
    now.forEach(
        (id, seen) ->
            Objects.requireNonNull(attempts.get(id))
                .typedInHistory(seen.acknowledged())
                .flatMap(text -> text.lines().findFirst())
                .ifPresent(typed -> assertThat(records).contains(typed)));
  }

  /** Reads the files with nothing of the server's own; each text typed is there, and once. */
  private void checkFiles(Map<String, WriteAttempt> now) throws IOException {
    var all = new StringBuilder();
    for (Path file : files(".md")) {
      all.append(Files.readString(file)).append('\n');
    }
    String texts = all.toString();
    now.values().stream()
        .map(each -> each.acknowledged().text())
        .flatMap(text -> text.lines().limit(1))
        .filter(line -> line.contains(ConcurrentEditor.TYPED))
        .forEach(typed -> assertThat(texts).containsOnlyOnce(typed));
  }

  /**
   * The files that something is wrong with.
   *
   * @param told kinds of what is no problem after a kill
   */
  private static Set<String> problems(ApiClient client, Set<String> told) {
    var files = new TreeSet<String>();
    client
        .read("/api/v1/problems")
        .path("problems")
        .forEach(
            problem -> {
              if (!told.contains(problem.path("kind").asText())) {
                files.add(problem.path("file").asText());
              }
            });
    return files;
  }

  private static Set<String> untranslatedTitles(ApiClient client) {
    var titles = new TreeSet<String>();
    for (JsonNode entry : client.read("/api/v1/documents").path("documents")) {
      String document = "/api/v1/documents/" + entry.path("id").asText();
      JsonNode title = client.read(document).path("sections").path(0);
      if (title.path("translation").isNull()) {
        titles.add(title.path("id").asText());
      }
    }
    return titles;
  }

  private Map<String, WriteAttempt> asServed(ApiClient client) {
    var sections = new TreeMap<String, WriteAttempt>();
    for (JsonNode entry : client.read("/api/v1/documents").path("documents")) {
      JsonNode document = client.read("/api/v1/documents/" + entry.path("id").asText());
      for (JsonNode section : document.path("sections")) {
        String id = section.path("id").asText();
        JsonNode whole = client.read("/api/v1/sections/" + id);
        sections.put(id, new WriteAttempt(Seen.of(whole), null));
      }
    }
    sections.keySet().removeAll(derived);
    return sections;
  }

  private static Set<String> inState(Map<String, WriteAttempt> sections, String state) {
    var ids = new TreeSet<String>();
    sections.forEach(
        (id, each) -> {
          if (each.acknowledged().state().equals(state)) {
            ids.add(id);
          }
        });
    return ids;
  }

  private Set<String> found(ApiClient client, String state) {
    var ids = new TreeSet<String>();
    for (int page = 1; ; page++) {
      JsonNode result = client.read("/api/v1/search?q=state:" + state + "&size=100&page=" + page);
      result.path("hits").forEach(hit -> ids.add(hit.path("section").asText()));
      if (page * 100 >= result.path("total").asInt()) {
        ids.removeAll(derived);
        return ids;
      }
    }
  }

  private static void comment(ApiClient client, String document) {
    JsonNode first = client.read("/api/v1/documents/" + document).path("sections").get(0);
    String path = "/api/v1/sections/" + first.path("id").asText();
    assertThat(client.post(path + "/comments", Map.of("text", "Seen.")).statusCode())
        .isEqualTo(201);
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("translations"))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
