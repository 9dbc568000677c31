package no.speil.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import no.speil.NeedsPrograms;
import no.speil.Program;
import no.speil.bench.ServerProcess;
import no.speil.corpus.Role;
import no.speil.people.People;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** nginx asks for names and passwords of its own, and tells Speil who has signed in. */
@NeedsPrograms({"nginx", "caddy", "openssl"})
class SingleSignOnTest {
  private static final String HEADER = "Remote-User";

  /** Whence nginx connects; the test itself connects from another address. */
  private static final String PROXY = "127.0.0.3";

  @TempDir private Path folder;

  @Test
  void whomTheProxyNamesIsTrustedAndNobodyElse() throws IOException {
    Path root = folder.resolve("root");
    Program.run(Path.of("."), "cp", "-r", "src/test/cases/letters", root.toString());
    People.of(root, Clock.systemUTC()).add("kari", Role.KEEPER);
    int port = ProxyProcess.freePort();
    String site = "http://localhost:" + port;
    List<String> options =
        List.of("--public-url", site, "--user-header", HEADER, "--trusted-proxy", PROXY);
    try (ServerProcess server = ServerProcess.serve(root, options);
        ProxyProcess nginx = nginx(port, server.address().getPort())) {
      server.awaitAnswer("/readyz", Duration.ofMinutes(10));

      HttpsClient kari = HttpsClient.plain(site, "Authorization", basic("kari"));
      assertThat(kari.get("people").statusCode()).as("a page of keepers").isEqualTo(200);
      assertThat(kari.get("inbox.atom").statusCode()).as("a feed").isEqualTo(200);
      Element form =
          kari.page("d/2015/brev")
              .expectFirst("form[action$=/state]:has(button[value=translated])");
      String row = form.attr("action").replaceAll(".*/s/(.*)/state", "#s-$1");
      assertThat(kari.submit(form, "state", "translated").statusCode()).isEqualTo(303);
      assertThat(kari.page("d/2015/brev").expectFirst(row).text()).contains("kari");

      HttpsClient ola = HttpsClient.plain(site, "Authorization", basic("ola"), HEADER, "kari");
      assertReader(ola, "has no account, and nginx overwrites the header");
      assertThat(HttpsClient.plain(site, HEADER, "kari").get("").statusCode())
          .as("%s: who has not signed in", nginx.said())
          .isEqualTo(401);

      String direct = "http://127.0.0.1:" + server.address().getPort();
      assertReader(HttpsClient.plain(direct, HEADER, "kari"), "past the proxy");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "caddyfile"})
  void configuredAsTheHandbookSaysTheProxyTakesTheCallersOwnHeaderAway(String language)
      throws IOException {
    Path root = folder.resolve("root");
    Program.run(Path.of("."), "cp", "-r", "src/test/cases/letters", root.toString());
    People.of(root, Clock.systemUTC()).add("kari", Role.KEEPER);
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    ProxiedSite.certify(folder, certificate, key);
    SSLContext trust = ProxiedSite.trusting(certificate);
    int port = ProxyProcess.freePort();
    String site = "https://localhost:" + port;
    List<String> options =
        List.of("--public-url", site, "--user-header", HEADER, "--trusted-proxy", "127.0.0.1");
    HttpServer signOn = signOn();
    try (ServerProcess server = ServerProcess.serve(root, options);
        ProxyProcess proxy = proxy(language, port, server.address().getPort(), signOn)) {
      server.awaitAnswer("/readyz", Duration.ofMinutes(10));
      for (String[] forged : new String[][] {{}, {HEADER, "kari"}, {HEADER, "x"}}) {
        assertThat(client(site, trust, "kari", forged).get("people").statusCode()).isEqualTo(200);
        assertReader(client(site, trust, "reader", forged), proxy.said());
        assertThat(client(site, trust, "stranger", forged).get("").statusCode()).isEqualTo(401);
      }
    } finally {
      signOn.stop(0);
    }
  }

  private ProxyProcess proxy(String language, int port, int server, HttpServer signOn) {
    String configuration =
        HandbookBlock.signOn(
            language,
            port,
            folder.resolve("certificate.pem"),
            folder.resolve("key.pem"),
            server,
            signOn.getAddress().getPort());
    return language.equals("nginx")
        ? ProxyProcess.nginx(folder.resolve("nginx"), port, configuration)
        : ProxyProcess.caddy(folder.resolve("caddy"), port, configuration);
  }

  private static HttpsClient client(String site, SSLContext trust, String who, String... forged) {
    List<String> always = new ArrayList<>(List.of("X-Signed-In", who));
    always.addAll(List.of(forged));
    return new HttpsClient(site, trust, always);
  }

  /** A sign-on that believes what X-Signed-In says: kari, a reader without a name, or nobody. */
  private static HttpServer signOn() throws IOException {
    HttpServer signOn =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    signOn.createContext(
        "/",
        exchange -> {
          String who = exchange.getRequestHeaders().getFirst("X-Signed-In");
          if ("kari".equals(who)) {
            exchange.getResponseHeaders().add(HEADER, who);
          }
          exchange.sendResponseHeaders("stranger".equals(who) ? 401 : 200, -1);
          exchange.close();
        });
    signOn.start();
    return signOn;
  }

  private static void assertReader(HttpsClient client, String why) {
    assertThat(client.get("").statusCode()).as(why).isEqualTo(200);
    HttpResponse<String> people = client.get("people");
    assertThat(people.statusCode()).as(why).isEqualTo(303);
    assertThat(people.headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
    assertThat(client.get("inbox.atom").statusCode()).as(why).isEqualTo(401);
  }

  private ProxyProcess nginx(int port, int server) throws IOException {
    Path passwords = folder.resolve("passwords");
    Files.writeString(passwords, "kari:{PLAIN}kari\nola:{PLAIN}ola\n");
    return ProxyProcess.nginx(
        folder.resolve("nginx"),
        port,
        """
        server {
            listen 127.0.0.1:%d;
            auth_basic "Arkiv";
            auth_basic_user_file %s;
            location / {
                proxy_pass http://127.0.0.1:%d;
                proxy_bind %s;
                proxy_set_header Host $http_host;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header %s $remote_user;
            }
        }
        """
            .formatted(port, passwords, server, PROXY, HEADER));
  }

  private static String basic(String name) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(UTF_8));
  }
}
