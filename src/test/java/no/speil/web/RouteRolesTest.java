package no.speil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.web.http.Authenticator;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.oai.OaiHandler;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks every route as everybody. What a role may do, the table of {@link Routes} says. */
@Tag("slow")
class RouteRolesTest {
  private static final String READER = "nobody";

  /** Answers of the guard, and of nothing else. */
  private static final Set<Integer> REFUSED = Set.of(401, 403);

  @TempDir private Path folder;
  @AutoClose private TestServer testServer;
  private List<Route> table;
  private String id;

  @BeforeEach
  void serve() {
    testServer = TestServer.copyOf("letters", folder);
    id = testServer.section("2015/brev", "Styret må gå").section().id().value();
    var site =
        SiteContext.of(testServer.library(), new MarkdownRenderer(), TestServer.local(), null);
    table = TestServer.routes(site);
    assertThat(table).hasSizeGreaterThan(90);
  }

  @Test
  void everyRouteIsForItsRoleAndThoseAboveItOnly() {
    Map<String, String[]> people = people();
    var wrong = new ArrayList<String>();
    for (Route route : table) {
      for (Map.Entry<String, String[]> person : people.entrySet()) {
        int status = ask(route, person.getValue()).statusCode();
        int wanted = wanted(route, person.getKey());
        boolean isRight = wanted == 0 ? !REFUSED.contains(status) : status == wanted;
        if (!isRight && !isAboutPasswords(route, status)) {
          wrong.add("%s %s as %s: %d".formatted(route.method(), route.path(), person, status));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noPageOfTheServerIsTakenForADeadLink() throws IOException {
    var text = new StringBuilder();
    for (Route route : table) {
      String path =
          route
              .path()
              .replace("{section}", id)
              .replace("/d/<id>", "/d/2015/brev")
              .replaceAll("^/files/.*", "/files/archive/2015/merke.png")
              .replaceAll("[{<]\\w+[>}]", "1");
      if (route.method().equals(HandlerType.GET) && !path.startsWith("/sitemap-")) {
        text.append("[x](").append(path).append(")\n\n");
      }
    }
    Files.writeString(folder.resolve("archive/sider.md"), text);
    testServer.library().sync().look();

    assertThat(testServer.library().problems())
        .noneMatch(problem -> problem.kind() == Problem.Kind.DEAD_LINK);
  }

  /** Nobody, one of each role, and those whose secret is none: what they are sent as. */
  private Map<String, String[]> people() {
    var people = new LinkedHashMap<String, String[]>();
    people.put(READER, TestServer.asReader());
    people.put("wrong token", new String[] {"Authorization", "Bearer speil_abc"});
    people.put("old session", new String[] {"Authorization", "none", "Cookie", "speil-x=abc"});
    people.put(
        "behind a proxy that adds no header",
        new String[] {"Authorization", "none", "X-Forwarded-For", "127.0.0.1", "X-User", "kari"});
    for (Role role : List.of(Role.TRANSLATOR, Role.REVIEWER, Role.KEEPER)) {
      people.put(role.code(), testServer.as("a " + role.code(), role));
    }
    return people;
  }

  /** The status of a refusal; 0 for none. */
  private static int wanted(Route route, String person) {
    Role role = Role.parse(person).orElse(null);
    if (role == null) {
      boolean isOpen = route.role() == Role.READER && !route.signedIn();
      boolean isPage =
          route.method().equals(HandlerType.GET)
              && !route.path().startsWith("/api/")
              && !route.path().equals(Authenticator.PRIVATE_FEED);
      return isOpen ? 0 : isPage ? 303 : 401;
    }
    return role.includes(route.role()) ? 0 : 403;
  }

  /** A wrong password is answered with the same status as none, and reports only to some. */
  private static boolean isAboutPasswords(Route route, int status) {
    return (route.path().startsWith("/sign-in") && status == 401)
        || (route.path().endsWith("/report") && status == 403)
        || (route.path().endsWith("/reports") && route.role() == Role.READER && status == 403);
  }

  @Test
  void aForeignPageIsRefusedWhoeverIsSignedIn() {
    String[] keeper = testServer.as("kari", Role.KEEPER);
    var wrong = new ArrayList<String>();
    for (Route route : table) {
      if (!route.method().equals(HandlerType.GET)) {
        int status =
            ask(route, keeper[0], keeper[1], "Origin", "https://evil.example").statusCode();
        if (status != 403) {
          wrong.add("%s %s: %d".formatted(route.method(), route.path(), status));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void servedForReadingOnlyNothingIsWrittenAndNobodySignsIn(@TempDir Path other) throws Exception {
    var settings = TestServer.settings("127.0.0.1", 0, null, "kari", AccessMode.READ_ONLY);
    String[] keeper = testServer.as("kari", Role.KEEPER);
    Files.copy(folder.resolve("accounts.json"), other.resolve("accounts.json"));
    try (TestServer reading = TestServer.copyOf("letters", other, settings)) {
      var statuses = new TreeSet<Integer>();
      for (Route route : table) {
        boolean writes = !route.method().equals(HandlerType.GET);
        if (writes && !List.of("/sign-out", OaiHandler.PATH).contains(route.path())) {
          statuses.add(send(reading, route, keeper).statusCode());
        }
      }
      assertThat(statuses).containsExactly(403);
      assertThat(other.resolve(".speil/token")).doesNotExist();
    }
  }

  private HttpResponse<String> ask(Route route, String... headers) {
    return send(testServer, route, headers);
  }

  private HttpResponse<String> send(TestServer server, Route route, String... headers) {
    String path =
        route
            .path()
            .replace("{section}", id)
            .replace("<id>", "2015/brev")
            .replace("<file>", "2015/brev.csv")
            .replace("{format}", "txt")
            .replace("{name}", "nobody-of-that-name")
            .replace("<word>", "styret")
            .replaceAll("[{<]\\w+[>}]", "1");
    boolean isApi = path.startsWith("/api/");
    @Nullable String body = route.method().equals(HandlerType.GET) ? null : isApi ? "{}" : "a=b";
    var all = new ArrayList<>(List.of(headers));
    if (body != null) {
      all.addAll(
          List.of(
              "Content-Type", isApi ? "application/json" : "application/x-www-form-urlencoded"));
    }
    return server.send(route.method().name(), path, body, all.toArray(String[]::new));
  }
}
