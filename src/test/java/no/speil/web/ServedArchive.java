package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.library.documents.LiveDocument;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import org.jspecify.annotations.Nullable;

/** An archive in a folder, served for real. It writes down all that is done, and bears no 5xx. */
final class ServedArchive implements AutoCloseable {
  private final Path root;
  private final List<String> trail = new ArrayList<>();
  private TestServer server;
  private boolean indexIsDeleted;

  ServedArchive(Path root) {
    this.root = root;
    this.server = served();
  }

  private TestServer served() {
    Archive archive = Archive.open(root, Clock.systemUTC());
    Library library =
        Library.open(
            archive, root.resolve(".speil/index"), Clock.systemUTC(), IndexingListener.NONE);
    try {
      assertThat(library.sync().awaitReady(Duration.ofMinutes(5))).as("ready").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return TestServer.of(root, library);
  }

  Path root() {
    return root;
  }

  Library library() {
    return server.library();
  }

  void note(String what) {
    trail.addFirst(what);
  }

  /** What was done, the latest first. */
  String trail() {
    return String.join("\n", trail);
  }

  /** Sends a request, whose answer may be anything but a fault of the server. */
  HttpResponse<String> ask(String method, String path, @Nullable String body, String... headers) {
    HttpResponse<String> answer = server.send(method, path, body, headers);
    if (!method.equals("GET")) {
      note("  %s %s %s -> %d".formatted(method, path, body, answer.statusCode()));
    }
    if (answer.statusCode() == 503 && indexIsDeleted) { // it may be whole again by now
      return answer;
    }
    assertThat(answer.statusCode())
        .as(() -> "%s %s %s%n%s".formatted(method, path, body, answer.body()))
        .isLessThan(500);
    return answer;
  }

  HttpResponse<String> get(String path) {
    return ask("GET", path, null);
  }

  static String inPath(DocumentId id) {
    return Arrays.stream(id.value().split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  /** Restarts after what was done while nothing ran. */
  void restart(Runnable meanwhile) {
    server.close();
    meanwhile.run();
    server = served();
    indexIsDeleted = false;
  }

  /** Looks for what has changed, and builds the index again where it is lost. */
  void look() {
    server.library().sync().look();
    try {
      assertThat(server.library().trainer().awaitIdle(Duration.ofMinutes(5))).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(server.library().sync().readiness().complete()).isTrue();
    indexIsDeleted = false;
  }

  /** Deletes a folder at once, as the trash of a desktop does; it may be missing. */
  void deleteOwn(String folder) {
    if (!Files.exists(root.resolve(folder))) {
      return;
    }
    indexIsDeleted = true;
    if (folder.equals(".speil")) {
      new TestLibrary(root).deleteOwnFolder();
      return;
    }
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The documents that have a file, as the server reads them. */
  List<LiveDocument> documents() {
    return files().keySet().stream()
        .filter(path -> path.endsWith(".md"))
        .map(path -> path.substring(path.indexOf('/') + 1, path.length() - ".md".length()))
        .distinct()
        .map(DocumentId::new)
        .map(server.library().documents()::find)
        .flatMap(Optional::stream)
        .toList();
  }

  /** All files of both folders by their paths. */
  Map<String, byte[]> files() {
    var files = new TreeMap<String, byte[]>();
    for (String folder : List.of("archive", "translations")) {
      Path path = root.resolve(folder);
      if (!Files.exists(path)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(path)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  FileTime time(String path) {
    try {
      return Files.getLastModifiedTime(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a file as editors do, whole at once.
   *
   * @param time to give it, or null for now
   */
  void write(String path, byte[] bytes, @Nullable FileTime time) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Path temporary = root.resolve("being-written");
      Files.write(temporary, bytes);
      if (time != null) {
        Files.setLastModifiedTime(temporary, time);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
