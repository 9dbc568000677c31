package no.speil.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.library.scan.ArchiveScan;

/**
 * Measures the real server, in a heap of 512 MB, with the archive of a folder, and beside it bare
 * Lucene and an empty Javalin. The folder itself is only read. Prints a table.
 */
final class SizeFigures {
  /** As in the Debian package. */
  private static final List<String> JAVA =
      List.of("-Xmx512m", "-XX:-G1UseAdaptiveIHOP", "-XX:InitiatingHeapOccupancyPercent=70");

  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final int STARTS = 5;
  private static final int QUERIES = 100;
  private static final int MARKS = 20;
  private static final int PAGES = 30;

  private final ArchiveCopy copy;

  private SizeFigures(ArchiveCopy copy) {
    this.copy = copy;
  }

  /** The folders of the archives, measured one after another. */
  public static void main(String[] args) throws IOException {
    for (String archive : args) {
      System.out.printf(Locale.ROOT, "## %s%n", archive);
      try (ArchiveCopy copy = ArchiveCopy.of(Path.of(archive))) {
        new SizeFigures(copy).measure();
      }
    }
  }

  private void measure() throws IOException {
    double first = first();
    again();
    ServerProcess server = ServerProcess.serve(copy.root(), JAVA.toArray(String[]::new));
    try {
      server.awaitAnswer("/readyz", PATIENCE);
      var client = server.client();
      searches(client);
      marks(client);
      page(client);
      pages(client);
      System.out.printf(Locale.ROOT, "peak resident after all this: %d MB%n", peak(server));
    } finally {
      server.close();
    }
    lucene(first);
  }

  /** Seconds of processor time from the start of the process until everything is indexed. */
  private double first() throws IOException {
    ServerProcess server = ServerProcess.serve(copy.root(), JAVA.toArray(String[]::new));
    try {
      double seconds = seconds(server.awaitAnswer("/readyz", PATIENCE));
      double processor = seconds(server.processorTime());
      JsonNode found = server.client().read("/readyz");
      long documents = found.path("documents").asLong();
      double text = copy.textMegabytes();
      System.out.printf(
          Locale.ROOT,
          "documents %d, sections %d, problems %d, text %.2f MB%n",
          documents,
          found.path("sections").asLong(),
          found.path("problems").asLong(),
          text);
      System.out.printf(
          Locale.ROOT,
          "first start until indexed: %.1f s (%.1f s of processor time), %.2f MB/s, %.0f"
              + " documents/s%n",
          seconds,
          processor,
          text / seconds,
          documents / seconds);
      System.out.printf(Locale.ROOT, "peak resident while indexing: %d MB%n", peak(server));
      server.close();
      double index = copy.megabytes(".speil/index", "");
      System.out.printf(
          Locale.ROOT,
          "index %.2f MB, %.2f a MB of text; records %.2f MB, %.2f a MB of text%n",
          index,
          index / text,
          records(),
          records() / text);
      return processor;
    } finally {
      server.close();
    }
  }

  private double records() throws IOException {
    return copy.megabytes("translations", ".jsonl");
  }

  /** Starts with an index, until everything is known to be as it was. */
  private void again() {
    long[] alive = new long[STARTS];
    long[] ready = new long[STARTS];
    long[] processor = new long[STARTS];
    long[] empty = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      ServerProcess server = ServerProcess.serve(copy.root(), JAVA.toArray(String[]::new));
      try {
        alive[i] = server.awaitAnswer("/healthz", PATIENCE).toNanos();
        ready[i] = server.awaitAnswer("/readyz", PATIENCE).toNanos();
        processor[i] = server.processorTime().toNanos();
      } finally {
        server.close();
      }
      try (ServerProcess other =
          ServerProcess.launch(JAVA, List.of(EmptyJavalin.class.getName()))) {
        empty[i] = other.awaitAnswer("/healthz", PATIENCE).toNanos();
      }
    }
    double healthy = new Timings(alive).medianMillis();
    double bare = new Timings(empty).medianMillis();
    System.out.printf(
        Locale.ROOT,
        "later start until /healthz answers: %.0f ms; %.1f times an empty Javalin's %.0f ms%n",
        healthy,
        healthy / bare,
        bare);
    double whole = new Timings(ready).medianMillis();
    System.out.printf(
        Locale.ROOT,
        "later start until /readyz is 200: %.0f ms (%.1f s of processor time)%n",
        whole,
        new Timings(processor).medianMillis() / 1e3);
  }

  private void searches(ApiClient client) {
    var asked = new LinkedHashMap<String, List<String>>();
    for (QuerySample.Kind kind : QuerySample.Kind.values()) {
      asked.put("no " + kind, copy.norwegian().queries(kind, QUERIES));
      asked.put("en " + kind, copy.english().queries(kind, QUERIES));
    }
    asked.values().forEach(queries -> search(client, queries)); // until the code is compiled
    System.out.printf(
        Locale.ROOT,
        "an answer of /healthz: %s%n",
        timings(client, Collections.nCopies(200, "/healthz")).summary());
    asked.forEach(
        (kind, queries) ->
            System.out.printf(
                Locale.ROOT, "search %s: %s%n", kind, search(client, queries).summary()));
  }

  private static Timings search(ApiClient client, List<String> queries) {
    return timings(
        client,
        queries.stream()
            .map(query -> "/api/v1/search?size=10&q=" + ApiClient.encoded(query))
            .toList());
  }

  /** Each once to warm up, then each once. */
  private static Timings timings(ApiClient client, List<String> paths) {
    paths.forEach(client::read);
    return Timings.of(paths.size(), i -> client.read(paths.get(i)));
  }

  private static void marks(ApiClient client) {
    List<JsonNode> sections = translated(client);
    var put = new ArrayList<Long>();
    var found = new ArrayList<Long>();
    for (JsonNode section : sections) {
      String id = section.path("id").asText();
      String state = section.path("state").asText().equals("translated") ? "draft" : "translated";
      long start = System.nanoTime();
      var answer =
          client.put(
              "/api/v1/sections/" + id + "/state",
              Map.of("state", state),
              section.path("version").asText());
      put.add(System.nanoTime() - start);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("marking: " + answer.body());
      }
      String query = "state:" + state + " doc:\"" + section.path("document").asText() + "\"";
      int looks = 0;
      while (!finds(client, query, id)) {
        if (++looks > 1000) {
          throw new IllegalStateException("not found after marking: " + query);
        }
      }
      found.add(System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "marking: %s%n", timings(put).summary());
    System.out.printf(Locale.ROOT, "marking until found: %s%n", timings(found).summary());
  }

  private static Timings timings(List<Long> nanos) {
    return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
  }

  private static boolean finds(ApiClient client, String query, String id) {
    JsonNode hits =
        client.read("/api/v1/search?size=100&q=" + ApiClient.encoded(query)).path("hits");
    for (JsonNode hit : hits) {
      if (hit.path("section").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** A translated section of each of some documents, then of the same again, up to so many. */
  private static List<JsonNode> translated(ApiClient client) {
    var sections = new ArrayList<JsonNode>();
    for (JsonNode entry : client.read("/api/v1/documents?size=100").path("documents")) {
      String path = "/api/v1/documents/" + path(entry.path("id").asText());
      int taken = 0;
      for (JsonNode section : client.read(path).path("sections")) {
        boolean isTaken = section.path("translation").isObject() && taken < MARKS / 4;
        if (isTaken && sections.size() < MARKS) {
          sections.add(section);
          taken++;
        }
      }
    }
    // One document's sections do not change each other's versions.
    return sections;
  }

  private void page(ApiClient client) {
    String path = "/d/" + path(copy.largest());
    long start = System.nanoTime();
    int size = client.get(path).body().length();
    double first = (System.nanoTime() - start) / 1e6;
    Timings later = Timings.of(PAGES, i -> client.get(path));
    System.out.printf(
        Locale.ROOT,
        "page of the largest document (%d kB, page %d kB): first %.0f ms, then %s%n",
        copy.largestBytes() / 1000,
        size / 1000,
        first,
        later.summary());
  }

  /** What may grow with the archive. */
  private static void pages(ApiClient client) {
    for (String path :
        List.of(
            "/",
            "/browse",
            "/browse?by=author",
            "/progress",
            "/queue",
            "/activity",
            "/word/people",
            "/kwic?q=people")) {
      long start = System.nanoTime();
      int status = client.get(path).statusCode();
      double first = (System.nanoTime() - start) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "%s: %d, first %.0f ms, then %s%n",
          path,
          status,
          first,
          Timings.of(PAGES, i -> client.get(path)).summary());
    }
  }

  private void lucene(double processor) throws IOException {
    Path folder = Files.createTempDirectory("bare-lucene");
    try {
      Path sections = folder.resolve("sections");
      Path index = folder.resolve("index");
      try (var entries = new BareLuceneIndexing.Entries(sections);
          Archive archive = Archive.openReadOnly(copy.root(), Clock.systemUTC())) {
        ArchiveScan.of(archive, Clock.systemUTC(), entries::add);
      }
      try (ServerProcess bare =
          ServerProcess.launch(
              JAVA,
              List.of(BareLuceneIndexing.class.getName(), sections.toString(), index.toString()))) {
        bare.awaitEnd(PATIENCE);
        String[] took = bare.said().lines().toList().getLast().split(" ", -1);
        System.out.printf(
            Locale.ROOT,
            "bare Lucene: %s s (%s s of processor time), index %.2f a MB of text%n",
            took[0],
            took[1],
            size(index) / 1e6 / copy.textMegabytes());
        System.out.printf(
            Locale.ROOT,
            "processor time of the first index / bare Lucene's: %.1f%n",
            processor / Double.parseDouble(took[1]));
      }
      compare(index);
    } finally {
      delete(folder);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Searches here and in bare Lucene over HTTP. */
  private void compare(Path bareIndex) {
    try (ServerProcess server = ServerProcess.serve(copy.root(), JAVA.toArray(String[]::new));
        ServerProcess bare =
            ServerProcess.launch(
                JAVA, List.of(BareLuceneServer.class.getName(), bareIndex.toString()))) {
      server.awaitAnswer("/readyz", PATIENCE);
      var rounds = new SearchRounds(copy.norwegian(), copy.english());
      rounds.add("Speil", server, "/api/v1/search?size=10&q=");
      rounds.add("bare Lucene", bare, "/search?q=");
      rounds.print();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String path(String id) {
    return String.join("/", Stream.of(id.split("/", -1)).map(ApiClient::encoded).toList());
  }

  /** Most memory that the process has ever had, in millions of bytes; -1 where nobody says. */
  private static long peak(ServerProcess server) throws IOException {
    Path status = Path.of("/proc", String.valueOf(server.pid()), "status");
    if (!Files.isReadable(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1_000_000)
        .findFirst()
        .orElse(-1);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
