package no.speil.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.NeedsPrograms;
import no.speil.corpus.Role;
import no.speil.delivery.EximServer;
import no.speil.people.People;
import no.speil.people.Preferences.Digest.Every;
import no.speil.people.UserAgent;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Together with Exim. */
@NeedsPrograms({"exim4", "openssl"})
class MailPageTest {
  private static final String PASSWORD = "tre gule hester";
  private static final Pattern LINK = Pattern.compile("https://archive\\.example\\.org(/\\S+)");
  private static final UserAgent BROWSER = new UserAgent("Firefox", "192.0.2.1", "192.0.2", "");

  @TempDir private Path folder;
  private EximServer exim;
  private TestServer testServer;
  private String[] keeper;

  @BeforeEach
  void start() throws Exception {
    exim = new EximServer();
    testServer = TestServer.copyOf("letters", folder, TestServer.telling(exim.local(), null));
    keeper = testServer.as("Sjefen", Role.KEEPER);
    testServer.signedOut();
  }

  @AfterEach
  void stop() throws Exception {
    testServer.close();
    exim.close();
  }

  private People people() {
    return People.of(folder, Clock.systemUTC());
  }

  private HttpResponse<String> post(String path, String form, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = "application/x-www-form-urlencoded";
    return testServer.send("POST", path, form, all);
  }

  /** Makes an account of ola's with an address, and signs in. */
  private String[] ola() {
    String secret = people().add("ola", Role.TRANSLATOR, "ola@example.org");
    people().accept(secret, PASSWORD, BROWSER);
    String cookie =
        post("/sign-in", "name=ola&password=tre+gule+hester")
            .headers()
            .allValues("Set-Cookie")
            .stream()
            .map(each -> each.split(";", 2)[0])
            .collect(Collectors.joining("; "));
    return new String[] {"Cookie", cookie};
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  private static String path(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(text(mail));
    assertThat(link.find()).as(text(mail)).isTrue();
    return link.group(1);
  }

  @Test
  void anInvitationGoesToTheAddressThatIsGiven() throws Exception {
    String page =
        post(
                "/people?lang=nb",
                "name=Kari+%C3%85s&role=translator&email=kari%40example.org",
                keeper)
            .body();

    assertThat(Jsoup.parse(page).select(".notice.link b").text())
        .isEqualTo(
            "Invitasjonen er på vei til kari@example.org. Den samme lenken, hvis den ikke kommer frem:");
    MimeMessage mail = exim.mails(1).getFirst();
    assertThat(mail.getSubject()).isEqualTo("Invitasjon til " + testServer.archiveName());
    assertThat(text(mail)).startsWith("Kari Ås, du er invitert til å arbeide i ");
    String link = path(mail);
    assertThat(Jsoup.parse(page).select("input#link").val()).endsWith(link);
    assertThat(people().invited(link.substring(link.indexOf('=') + 1))).isEqualTo("Kari Ås");
    assertThat(post("/people", "name=per&role=reader&email=per", keeper).body())
        .contains("“per” is not an e-mail address.");
  }

  @Test
  void whoeverHasForgottenThePasswordIsSentALinkAndNobodyLearnsWhoHasAnAccount() throws Exception {
    ola();
    assertThat(testServer.get("/sign-in").body()).contains("href=\"/forgotten\"");

    HttpResponse<String> nobody = post("/forgotten?lang=en", "name=nobody");
    HttpResponse<String> known = post("/forgotten?lang=en", "name=OLA%40example.org");

    assertThat(known.body()).isEqualTo(nobody.body()).contains("If there is such an account");
    assertThat(known.statusCode()).isEqualTo(nobody.statusCode()).isEqualTo(200);
    MimeMessage mail = exim.mails(1).getFirst();
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ola@example.org");
    assertThat(people().signIn("ola", PASSWORD, false, BROWSER)).as("the old one").isNotNull();
    String link = path(mail);
    people().accept(link.substring(link.indexOf('=') + 1), "fire nye hester", BROWSER);
    assertThat(people().signIn("ola", "fire nye hester", false, BROWSER)).isNotNull();
  }

  @Test
  void aClosedAccountIsSentNothingAndNobodyIsSentLinksAllTheTime() throws Exception {
    ola();
    people().disable("ola");
    post("/forgotten", "name=ola");
    people().enable("ola");
    for (int i = 0; i < 5; i++) {
      post("/forgotten", "name=ola");
    }
    post("/people", "name=Siri&role=translator&email=kari%40example.org", keeper);

    assertThat(exim.mails(4))
        .extracting(mail -> mail.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder(
            "ola@example.org", "ola@example.org", "ola@example.org", "kari@example.org");
    for (int i = 0; i < 4; i++) {
      post("/forgotten", "name=ola");
    }
    assertThat(post("/forgotten", "name=ola").statusCode()).isEqualTo(429);
  }

  @Test
  void anotherAddressHoldsOnceItsOwnerHasOpenedTheLinkThatIsSentThere() throws Exception {
    String[] ola = ola();

    HttpResponse<String> wrong =
        post("/account/mail", "email=kari%40example.org&password=feil&digest=week", ola);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(people().find("ola").orElseThrow().preferences().digest()).isNull();
    HttpResponse<String> asked =
        post("/account/mail", "email=kari%40example.org&password=tre+gule+hester&digest=week", ola);

    assertThat(asked.body()).contains("A link was sent to kari@example.org.");
    assertThat(people().find("ola").orElseThrow().email()).isEqualTo("ola@example.org");
    assertThat(people().find("ola").orElseThrow().preferences().digest().every())
        .isEqualTo(Every.WEEK);
    String link = path(exim.mails(1).getFirst());
    assertThat(testServer.get(link, keeper).statusCode()).as("somebody else").isEqualTo(400);
    assertThat(testServer.get(link).statusCode()).as("nobody").isEqualTo(303);
    assertThat(people().find("ola").orElseThrow().email()).isEqualTo("ola@example.org");
    assertThat(testServer.get(link, ola).statusCode()).isEqualTo(303);
    assertThat(people().find("ola").orElseThrow().email()).isEqualTo("kari@example.org");
    assertThat(testServer.get(link, ola).statusCode()).as("again").isEqualTo(400);
    assertThat(post("/account/mail", "email=&password=tre+gule+hester", ola).statusCode())
        .isEqualTo(303);
    assertThat(people().find("ola").orElseThrow().email()).isEmpty();
  }

  /** A POST without a cookie, as RFC 8058 has it; programs that look at links end nothing. */
  @Test
  void theDigestEndsByOneClick() throws Exception {
    people().add("ola", Role.TRANSLATOR, "ola@example.org");
    people().changeDigest("ola", Every.DAY, "nb");
    assertThat(Files.readString(folder.resolve("accounts.json")))
        .as("the name that the secret has in files")
        .containsPattern("\"stop\"\\s*:");
    String path =
        "/digest?secret="
            + people().find("ola").orElseThrow().preferences().digest().unsubscribeSecret();

    people().changeDigest("ola", Every.WEEK, "en"); // the link of an earlier mail still ends it
    assertThat(testServer.get(path).body()).contains("Stop these e-mails");
    assertThat(people().find("ola").orElseThrow().preferences().digest()).isNotNull();
    assertThat(post("/digest?secret=other", "List-Unsubscribe=One-Click").statusCode())
        .isEqualTo(200);
    assertThat(people().find("ola").orElseThrow().preferences().digest()).isNotNull();
    HttpResponse<String> ended = post(path, "List-Unsubscribe=One-Click");
    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.body()).contains("You will get no more");
    assertThat(people().find("ola").orElseThrow().preferences().digest()).isNull();
  }

  @Test
  void whereNoMailIsSentNothingIsPromised() {
    testServer.close();
    testServer = TestServer.again(folder).signedOut();
    ola();
    assertThat(testServer.get("/forgotten").statusCode()).isEqualTo(404);
    assertThat(testServer.get("/sign-in").body())
        .doesNotContain("/forgotten")
        .contains("Ask whoever invited you for a new link.");
    assertThat(testServer.get("/people", keeper).body()).doesNotContain("name=\"email\"");
    assertThat(testServer.get("/account", keeper).body()).doesNotContain("/account/mail");
  }
}
