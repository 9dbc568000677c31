package no.speil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Role;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.delivery.MailServer;
import no.speil.delivery.Webhook;
import no.speil.library.Library;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.people.Account.AccessToken;
import no.speil.people.People;
import no.speil.status.TrackedSection;
import no.speil.web.admin.Metrics;
import no.speil.web.http.Monitoring;
import no.speil.web.http.ServerSettings;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** A copy of a small archive, served for real on a free port of this machine. */
public final class TestServer implements AutoCloseable {
  private static final String BOUNDARY = "x7";

  /** When everything in these tests happens. */
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** Stands for the token of a keeper of that name, among the headers of {@link #send}. */
  public static final String AS = "as";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final Path root;
  private final Library library;
  private final WebServer server;

  /** By which requests are sent unless they say otherwise; empty where nobody may write. */
  private String token;

  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private TestServer(Path root, ServerSettings settings) {
    this(root, settings, IndexingListener.NONE);
    await(library);
  }

  private TestServer(Path root, ServerSettings settings, IndexingListener listener) {
    this.root = root;
    Archive archive =
        settings.readOnly()
            ? Archive.openReadOnly(root, Clock.systemUTC())
            : Archive.open(root, Clock.systemUTC());
    this.library =
        Library.open(
            archive, root.resolve(".speil/index"), Clock.fixed(NOW, ZoneOffset.UTC), listener);
    this.server = server(library, settings).start();
    this.token = machineToken();
  }

  private TestServer(Path root, Library library) {
    this.root = root;
    this.library = library;
    this.server = server(library, local()).start();
    this.token = machineToken();
  }

  /** One that is not started yet, in no git, and kept watch on by nobody. */
  static WebServer server(Library library, ServerSettings settings) {
    return new WebServer(
        library, new MarkdownRenderer(), settings, new Monitoring(null, null), null);
  }

  private String machineToken() {
    return server
        .signInAddress()
        .map(address -> address.getQuery().substring("token=".length()))
        .orElse("");
  }

  /** What an archive is called that says nothing of itself. */
  public String archiveName() {
    return root.getFileName().toString();
  }

  /** Sends requests as a reader from now on. */
  public TestServer signedOut() {
    token = "";
    return this;
  }

  /** The address that signs the person at the machine in with a browser. */
  public URI signIn() {
    return server.signInAddress().orElseThrow();
  }

  /**
   * The token of an account of that name and role, which is made where it is missing. From the
   * first on, kari is a keeper with an account, and requests are sent as her.
   */
  public String tokenOf(String name, Role role) {
    People people = People.of(root, Clock.systemUTC());
    if (!people.hasAccounts()) {
      people.add("kari", Role.KEEPER);
      token = people.addToken("kari", "test", AccessToken.LONGEST);
    }
    if (people.find(name).isEmpty()) {
      people.add(name, role);
    } else if (people.find(name).orElseThrow().role() != role) {
      people.changeRole(name, role);
    }
    return people.addToken(name, "test", AccessToken.LONGEST);
  }

  private String newToken(String name) {
    return tokenOf(name, Role.KEEPER);
  }

  /** The header by which somebody with that account sends a request, as name and value. */
  public String[] as(String name, Role role) {
    return new String[] {"Authorization", "Bearer " + tokenOf(name, role)};
  }

  /** The same for somebody who is not signed in. */
  public static String[] asReader() {
    return new String[] {"Authorization", "none"};
  }

  /** The header by which the usual sender of requests is known. */
  String authorization() {
    return "Bearer " + token;
  }

  /** Serves a library that is open, and closes it. */
  public static TestServer of(Path root, Library library) {
    return new TestServer(root, library);
  }

  /** Serves a copy of {@code src/test/cases/<name>} below that folder, to its own machine. */
  public static TestServer copyOf(String name, Path folder) {
    return copyOf(Path.of("src/test/cases", name), folder, local());
  }

  public static TestServer copyOf(String name, Path folder, ServerSettings settings) {
    return copyOf(Path.of("src/test/cases", name), folder, settings);
  }

  /** Copies it and serves nothing yet, for an archive that more is put into. */
  public static void copyFiles(String name, Path folder) {
    copy(Path.of("src/test/cases", name), folder);
  }

  public static TestServer copyOf(Path from, Path folder, ServerSettings settings) {
    copy(from, folder);
    return new TestServer(folder, settings);
  }

  /** Serves what is in that folder, as after a restart. */
  public static TestServer again(Path folder) {
    return again(folder, local());
  }

  /** The same in another way. */
  public static TestServer again(Path folder, ServerSettings settings) {
    return new TestServer(folder, settings);
  }

  /** Serves what is in that folder at once, while it is still being read. */
  static TestServer whileIndexing(Path folder, IndexingListener listener) {
    return new TestServer(folder, local(), listener);
  }

  public static ServerSettings local() {
    return settings("127.0.0.1", 0, null, "kari", false);
  }

  /** Settings without a command that drafts, and without a proxy that signs people in. */
  public static ServerSettings settings(
      String host, int port, @Nullable URI publicUrl, String as, ServerSettings.AccessMode mode) {
    return settings(host, port, publicUrl, as, mode, null);
  }

  /** The same, where nobody writes or only the person at the machine. */
  public static ServerSettings settings(
      String host, int port, @Nullable URI publicUrl, String as, boolean readOnly) {
    var mode = readOnly ? ServerSettings.AccessMode.READ_ONLY : ServerSettings.AccessMode.KEEPER;
    return settings(host, port, publicUrl, as, mode);
  }

  /** The same with a proxy. */
  public static ServerSettings settings(
      String host,
      int port,
      @Nullable URI publicUrl,
      String as,
      ServerSettings.AccessMode mode,
      ServerSettings.@Nullable TrustedProxy proxy) {
    return new ServerSettings(
        host, port, publicUrl, as, mode, proxy, List.of(), null, null, null, List.of());
  }

  /** A server of this machine's own where an organisation signs people in, too. */
  public static ServerSettings signingIn(ServerSettings.Oidc oidc) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        null,
        "kari",
        ServerSettings.AccessMode.KEEPER,
        null,
        List.of(),
        oidc,
        null,
        null,
        List.of());
  }

  /** Of a server that sends mail, and tells a webhook. */
  public static ServerSettings telling(@Nullable MailServer mailServer, @Nullable Webhook webhook) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        URI.create("https://archive.example.org"),
        "kari",
        ServerSettings.AccessMode.KEEPER,
        null,
        List.of(),
        null,
        mailServer,
        webhook,
        List.of());
  }

  static List<Route> routes(SiteContext site) {
    return new Routes(site, new Metrics(site, new Monitoring(null, null))).table();
  }

  public URI address() {
    return server.address();
  }

  public Library library() {
    return library;
  }

  public Path root() {
    return root;
  }

  public int port() {
    return server.port();
  }

  /** Asks for a path, with headers given as name and value by turns. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  /** The same as it comes over the wire. */
  public HttpResponse<byte[]> bytes(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(address().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) {
    return sendBytes(
        method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /** Sends a form with files, as a browser does (RFC 7578). */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, Map<String, byte[]> files) {
    var body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> addPart(body, "name=\"" + name + "\"", value.getBytes(UTF_8)));
    files.forEach(
        (name, content) -> addPart(body, "name=\"files\"; filename=\"" + name + "\"", content));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return sendBytes(
        "POST",
        path,
        body.toByteArray(),
        "Content-Type",
        "multipart/form-data; boundary=" + BOUNDARY);
  }

  private static void addPart(ByteArrayOutputStream body, String names, byte[] content) {
    String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n";
    body.writeBytes(head.getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  /** The same with any bytes. */
  public HttpResponse<String> sendBytes(
      String method, String path, byte @Nullable [] body, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
    String sender = token;
    for (int i = 0; i < headers.length; i += 2) {
      switch (headers[i]) {
        case AS -> sender = tokens.computeIfAbsent(headers[i + 1], this::newToken);
        case "Authorization" -> {
          sender = "";
          request.header(headers[i], headers[i + 1]);
        }
        default -> request.header(headers[i], headers[i + 1]);
      }
    }
    if (!sender.isEmpty()) {
      request.header("Authorization", "Bearer " + sender);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends these very lines, for what a decent client does not send; answers with the status. */
  public int head(String... lines) {
    return raw("", lines);
  }

  /** The same with a body. */
  int raw(String body, String... lines) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n";
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      String request =
          head + (length == 0 ? "" : "Content-Length: " + length + "\r\n") + "\r\n" + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the page where a document is translated, at the section with that text. */
  public String editPage(String document, String text) {
    SectionId id = section(document, text).section().id();
    return "/edit/" + document + "?s=" + id;
  }

  /** The section of a document that holds that text on either side. */
  public TrackedSection section(String document, String text) {
    return library.documents().find(new DocumentId(document)).orElseThrow().sections().stream()
        .filter(
            each ->
                Stream.of(Side.values())
                    .flatMap(side -> each.section().side(side).stream())
                    .anyMatch(block -> block.markdown().contains(text)))
        .findFirst()
        .orElseThrow();
  }

  /** Posts a form as a browser does. */
  public HttpResponse<String> post(String path, String form) {
    return send("POST", path, form, "Content-Type", "application/x-www-form-urlencoded");
  }

  @Override
  public void close() {
    server.close();
    library.close();
  }

  private static void await(Library library) {
    try {
      if (!library.sync().awaitReady(Duration.ofMinutes(5))) {
        throw new IllegalStateException("the index is not ready");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies a folder with all that is in it. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("copying " + from, e);
    }
  }
}
