package no.speil.browser;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.speil.Program;

/**
 * Glewlwyd (https://github.com/babelouest/glewlwyd), as Debian packs it: a provider of OpenID
 * Connect with its own pages, which signs with ES256, and its own people, in a folder of its own.
 */
final class GlewlwydServer implements AutoCloseable {
  private static final String PACKAGE = "/usr/lib/glewlwyd";
  private static final String PAGES = "/usr/share/glewlwyd/webapp";
  private static final String TABLES = "/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3";
  private static final long PATIENCE_MILLIS = 5 * 60 * 1000;

  private final Path folder;
  private final int port = Program.freePort();
  private final Process process;
  private final HttpClient admin =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  GlewlwydServer() throws IOException, InterruptedException, JOSEException {
    folder = Files.createTempDirectory("glewlwyd");
    Files.createDirectory(folder.resolve("none"));
    copyPages();
    Program.run(
        folder, "sqlite3", "data", "PRAGMA synchronous=OFF", "BEGIN", ".read " + TABLES, "COMMIT");
    Files.writeString(folder.resolve("glewlwyd.conf"), configuration());
    var builder = new ProcessBuilder("glewlwyd", "-c", "glewlwyd.conf").directory(folder.toFile());
    File log = folder.resolve("log").toFile();
    process = builder.redirectErrorStream(true).redirectOutput(log).start();
    await();
    setUp();
  }

  /** With what they are set up by, which Debian's link puts one folder too deep. */
  private void copyPages() throws IOException {
    Program.run(folder, "cp", "-rL", PAGES, "pages");
    Path settings = folder.resolve("pages/config.json");
    if (Files.isDirectory(settings)) {
      Files.move(settings.resolve("config.json"), folder.resolve("config.json"));
      Files.delete(settings);
      Files.move(folder.resolve("config.json"), settings);
    }
  }

  private String configuration() {
    return """
    port = %1$d
    bind_address = "127.0.0.1"
    external_url = "http://localhost:%1$d"
    login_url = "login.html"
    api_prefix = "api"
    static_files_path = "%2$s/pages/"
    log_mode = "console"
    log_level = "DEBUG"
    cookie_secure = 0
    cookie_same_site = "lax"
    admin_scope = "g_admin"
    profile_scope = "g_profile"
    user_module_path = "%3$s/user"
    user_middleware_module_path = "%2$s/none"
    client_module_path = "%3$s/client"
    user_auth_scheme_module_path = "%3$s/scheme"
    plugin_module_path = "%3$s/plugin"
    hash_algorithm = "SHA512"
    database = { type = "sqlite3", path = "%2$s/data" }
    static_files_mime_types = (
      { extension = ".html", mime_type = "text/html" },
      { extension = ".css", mime_type = "text/css" },
      { extension = ".js", mime_type = "application/javascript" },
      { extension = ".json", mime_type = "application/json" }
    )
    """
        .formatted(port, folder, PACKAGE);
  }

  private void await() throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Program.listens(port)) {
      if (!process.isAlive() || System.currentTimeMillis() > end) {
        throw new IllegalStateException(
            "glewlwyd does not listen: " + Files.readString(folder.resolve("log")));
      }
      Thread.sleep(20);
    }
  }

  private void setUp() throws IOException, InterruptedException, JOSEException {
    ask("POST", "/auth/", "{'username': 'admin', 'password': 'password'}");
    keepsOf(
        "user",
        """
        'email_verified': {'read': true, 'write': true},
        'groups': {'multiple': true, 'read': true, 'write': true}
        """);
    keepsOf(
        "client",
        """
        'client_secret': {'read': true, 'write': true},
        'redirect_uri': {'multiple': true, 'read': true, 'write': true},
        'authorization_type': {'multiple': true, 'read': true, 'write': true},
        'token_endpoint_auth_method': {'multiple': true, 'read': true, 'write': true},
        'post_logout_redirect_uris': {'multiple': true, 'read': true, 'write': true}
        """);
    for (String scope : List.of("profile", "email")) {
      ask(
          "POST",
          "/scope/",
          "{'name': '%1$s', 'display_name': '%1$s', 'password_required': true}".formatted(scope));
    }
    var key = new ECKeyGenerator(Curve.P_256).keyID("1").algorithm(JWSAlgorithm.ES256).generate();
    ask(
        "POST",
        "/mod/plugin/",
        """
        {'module': 'oidc', 'name': 'oidc', 'display_name': 'oidc', 'order_rank': 0, 'parameters': {
          'iss': '%s',
          'jwks-private': '%s',
          'jwks-show': true,
          'subject-type': 'public',
          'auth-type-code-enabled': true,
          'oauth-as-iss-id': true,
          'pkce-allowed': true,
          'pkce-method-plain-allowed': false,
          'code-duration': 600,
          'access-token-duration': 3600,
          'refresh-token-duration': 3600,
          'session-management-allowed': true,
          'front-channel-logout-allowed': true,
          'session-cookie-name': 'GLEWLWYD_OIDC',
          'session-cookie-expiration': 3600,
          'name-claim': 'mandatory', 'name-claim-scope': ['profile'],
          'email-claim': 'mandatory', 'email-claim-scope': ['email'],
          'claims': [
            {'name': 'email_verified', 'user-property': 'email_verified', 'type': 'boolean',
              'boolean-value-true': 'yes', 'boolean-value-false': 'no',
              'mandatory': true, 'scope': ['email']},
            {'name': 'groups', 'user-property': 'groups', 'type': 'string',
              'mandatory': true, 'scope': ['profile']}]}}
        """
            .formatted(issuer(), new JWKSet(key).toString(false).replace("\"", "\\'")));
  }

  /** What it keeps of users or clients, besides what it needs itself. */
  private void keepsOf(String kind, String properties) throws IOException, InterruptedException {
    ask(
        "PUT",
        "/mod/" + kind + "/database",
        """
        {'display_name': 'database', 'order_rank': 0, 'readonly': false, 'parameters': {
          'use-glewlwyd-connection': true, 'data-format': {%s}}}
        """
            .formatted(properties));
    ask("PUT", "/mod/" + kind + "/database/reset", "");
  }

  URI issuer() {
    return URI.create("http://localhost:" + port + "/api/oidc");
  }

  /** Takes that archive for a client of its own, which has that secret. */
  void addClient(String client, String secret, URI archive)
      throws IOException, InterruptedException {
    ask(
        "POST",
        "/client/",
        """
        {'client_id': '%s', 'name': 'Arkivet', 'client_secret': '%s', 'confidential': true,
          'redirect_uri': ['%3$s/sign-in/organization/back'],
          'post_logout_redirect_uris': ['%3$s/'],
          'authorization_type': ['code'],
          'token_endpoint_auth_method': ['client_secret_basic'],
          'scope': []}
        """
            .formatted(client, secret, archive));
  }

  /**
   * Adds a person, or changes all that it knows of one.
   *
   * @param more what it knows besides the name, as members of JSON in single quotation marks
   */
  void putUser(String username, String password, String name, String more)
      throws IOException, InterruptedException {
    boolean isNew = send("GET", "/user/" + username, "").statusCode() == 404;
    ask(
        isNew ? "POST" : "PUT",
        isNew ? "/user/" : "/user/" + username,
        """
        {'username': '%s', 'password': '%s', 'name': '%s',
          'scope': ['openid', 'profile', 'email'], %s}
        """
            .formatted(username, password, name, more));
  }

  private void ask(String method, String path, String json)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, json);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + port + "/api" + path);
    var body = HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    return admin.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
