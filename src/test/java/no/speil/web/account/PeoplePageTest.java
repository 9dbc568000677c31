package no.speil.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import no.speil.corpus.Role;
import no.speil.people.People;
import no.speil.people.UserAgent;
import no.speil.web.Served;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PeoplePageTest {
  private static final String PASSWORD = "en+god+lang+setning";

  @Served("letters")
  private TestServer testServer;

  private People people() {
    return People.of(testServer.root(), Clock.systemUTC());
  }

  private HttpResponse<String> post(String path, String form, String... sender) {
    return testServer.send(
        "POST",
        path,
        form,
        "Content-Type",
        "application/x-www-form-urlencoded",
        sender[0],
        sender[1]);
  }

  @Test
  void thePersonAtTheMachineInvitesThemselvesAndIsAPersonLikeOthersFromThenOn() {
    assertThat(testServer.get("/people").body()).contains("Invite yourself first");
    HttpResponse<String> refused = testServer.post("/people", "name=ola&role=translator");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("The first account must be an administrator’s");
    Document page = Jsoup.parse(testServer.post("/people", "name=kari&role=keeper").body());
    String link = page.select("input#link").val();
    assertThat(link).startsWith(testServer.address() + "/invitation?token=");
    assertThat(testServer.get("/people").statusCode())
        .as("the token of the machine, while no administrator has a password")
        .isEqualTo(200);
    String secret = link.substring(link.indexOf('=') + 1);
    assertThat(people().invited(secret)).isEqualTo("kari");
    people()
        .accept(secret, "tre gule hester", new UserAgent("Firefox", "192.0.2.1", "192.0.2", ""));
    assertThat(testServer.get("/people").statusCode())
        .as("the token of the machine")
        .isEqualTo(303);
  }

  @Test
  void keepersInviteGiveRolesDisableAndEnable() {
    String[] kari = testServer.as("kari", Role.KEEPER);
    String invited = post("/people", "name=%C3%98yvind+%C3%85s&role=translator", kari).body();
    assertThat(Jsoup.parse(invited).select("input#link").val()).contains("/invitation?token=");
    assertThat(Jsoup.parse(invited).select("td").eachText())
        .contains(
            "invited, not yet signed in", "New link Øyvind Ås Withdraw Øyvind Ås", "now", "you");
    String path = "/people/%C3%98yvind%20%C3%85s";
    assertThat(post(path, "do=role&role=reviewer", kari).statusCode()).isEqualTo(303);
    assertThat(people().find("Øyvind Ås").orElseThrow().role()).isEqualTo(Role.REVIEWER);
    assertThat(post(path, "do=disable", kari).statusCode()).isEqualTo(303);
    assertThat(people().find("Øyvind Ås").orElseThrow().isOpen()).isFalse();
    assertThat(testServer.get("/people").body()).contains("disabled");
    assertThat(post(path, "do=enable", kari).statusCode()).isEqualTo(303);
    assertThat(post(path, "do=invite", kari).body()).contains("Send this link to Øyvind Ås");
    assertThat(post(path, "do=withdraw", kari).statusCode()).isEqualTo(303);
    assertThat(people().find("Øyvind Ås")).isEmpty();
    assertThat(post(path, "do=nonsense", kari).statusCode()).isEqualTo(400);
    assertThat(post("/people/nobody", "do=disable", kari).statusCode()).isEqualTo(400);
    assertThat(post("/people/kari", "do=disable", kari).body()).contains("the only administrator");
  }

  @Test
  void whatEachPersonHasMarkedOrWrittenIsCountedAndLeadsToTheirActivity() {
    String[] kari = testServer.as("kari", Role.KEEPER);
    testServer.as("ola", Role.TRANSLATOR);
    assertThat(Jsoup.parse(testServer.get("/people", kari).body()).select(".people a")).isEmpty();
    for (String state : List.of("translated", "draft")) {
      var section = testServer.section("2015/brev", "Styret må gå");
      post(
          "/s/" + section.section().id() + "/state",
          "state=" + state + "&version=" + section.version(),
          kari);
    }
    var other = testServer.section("2015/brev", "Kvinners rettigheter");
    post("/s/" + other.section().id() + "/comments", "text=Hm", kari);
    assertThat(counted(kari)).as("one section, whatever was done to it").isEqualTo("1 section");
    post(
        "/s/" + other.section().id() + "/translation",
        "markdown=Human+rights.&version=" + other.version(),
        kari);
    assertThat(counted(kari)).isEqualTo("2 sections");
    Document page = Jsoup.parse(testServer.get("/people", kari).body());
    assertThat(page.select(".people a").eachAttr("href")).containsExactly("/people/kari");
    assertThat(testServer.get("/people/kari", kari).body()).contains("kari");
  }

  private String counted(String[] kari) {
    return Jsoup.parse(testServer.get("/people", kari).body()).select(".people a").text();
  }

  @Test
  void namesThatWillNotDoAreRefusedInWords() {
    String[] kari = testServer.as("kari", Role.KEEPER);
    for (String name : new String[] {"", "a%0Ab", "a%E2%80%AEb", "x".repeat(61), "Speil"}) {
      HttpResponse<String> refused = post("/people", "role=reader&name=" + name, kari);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text()).isNotEmpty();
    }
    assertThat(post("/people", "role=reader&name=%D0%9Aari", kari).body())
        .contains("That name looks like kari");
    assertThat(post("/people", "role=king&name=ola", kari).statusCode()).isEqualTo(400);
  }

  @Test
  void theLogSaysWhoSignedInWhoCouldNotAndWhoMadeWhomAnAdministrator() {
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var logger = (Logger) LoggerFactory.getLogger("no.speil");
    logger.addAppender(lines);
    try {
      String[] kari = testServer.as("kari", Role.KEEPER);
      testServer.as("ola", Role.TRANSLATOR);
      testServer.signedOut();
      session("ola");
      testServer.post("/sign-in", "name=ola&password=x");
      post("/people/ola", "do=role&role=keeper", kari);
      post("/people/ola", "do=disable", kari);
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains(
            "ola took up an invitation from 127.0.0.1",
            "wrong password for ola from 127.0.0.1",
            "kari: role ola keeper",
            "kari: disable ola ");
  }

  @Test
  void everybodyLooksAfterTheirOwnAccount() {
    String[] ola = testServer.as("ola", Role.TRANSLATOR);
    assertThat(testServer.get("/people", ola).statusCode()).isEqualTo(403);
    assertThat(testServer.get("/account", TestServer.asReader()).statusCode()).isEqualTo(303);
    assertThat(testServer.get("/account", ola).body()).contains("Translator");
    testServer.signedOut();
    String[] browser = {"Cookie", session("ola")};
    String form = "label=skript&days=30&password=";
    for (String[] refused : new String[][] {ola, browser}) {
      assertThat(post("/account/tokens", form + "wrong", refused).statusCode()).isEqualTo(400);
    }
    assertThat(post("/account/tokens", form + PASSWORD, ola).body())
        .contains("A token cannot make other tokens");
    Document made = Jsoup.parse(post("/account/tokens", form + PASSWORD, browser).body());
    String token = made.select("input#made").val();
    assertThat(made.select("form:contains(skript)").text()).contains("valid until", "never used");
    assertThat(testServer.get("/queue", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);
    Document page = Jsoup.parse(testServer.get("/account", ola).body());
    assertThat(page.body().html()).doesNotContain(token);
    assertThat(page.select("form:contains(skript)").text()).contains("last used");
    String end = page.select("form:contains(skript)").attr("action");
    assertThat(post(end, "", ola).statusCode()).isEqualTo(303);
    assertThat(testServer.get("/queue", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(303);
    assertThat(post("/account/password", "old=x&password=et+nytt+passord", ola).body())
        .contains("The name or the password is wrong.");
    String change = "old=" + PASSWORD + "&password=en+annen+tekst";
    assertThat(post("/account/password", change + "&tokens=end", ola).statusCode()).isEqualTo(303);
    assertThat(testServer.get("/queue", ola).statusCode()).as("his other token").isEqualTo(303);
  }

  @Test
  void whoeverChoosesANewPasswordMayEndTheTokensOfTheirPrograms() {
    String[] program = testServer.as("ola", Role.TRANSLATOR);
    session("ola");
    assertThat(testServer.get("/queue", program).statusCode()).isEqualTo(200);
    session("ola", "&tokens=end");
    assertThat(testServer.get("/queue", program).statusCode()).isEqualTo(303);
  }

  private String session(String name) {
    return session(name, "");
  }

  /** The cookie of a session that begins with an invitation. */
  private String session(String name, String choices) {
    String link =
        testServer
            .get(
                "/invitation?token=" + People.of(testServer.root(), Clock.systemUTC()).invite(name))
            .headers()
            .firstValue("set-cookie")
            .orElseThrow();
    return post(
            "/invitation", "password=" + PASSWORD + choices, "Cookie", link.replaceFirst(";.*", ""))
        .headers()
        .firstValue("set-cookie")
        .orElseThrow()
        .replaceFirst(";.*", "");
  }

  @Test
  void aNameInLettersAndMarksApartIsInvitedAsTheNameItIs() {
    String[] kari = testServer.as("kari", Role.KEEPER);
    HttpResponse<String> invited = post("/people", "role=translator&name=A%CC%8Ase", kari);
    assertThat(invited.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(invited.body()).select(".notice.link").text()).contains("\u00c5se");
  }
}
