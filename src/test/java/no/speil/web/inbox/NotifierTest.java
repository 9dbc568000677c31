package no.speil.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import no.speil.NeedsPrograms;
import no.speil.archive.backup.Backup;
import no.speil.archive.backup.BackupException;
import no.speil.corpus.Role;
import no.speil.corpus.State;
import no.speil.delivery.EximServer;
import no.speil.delivery.Webhook;
import no.speil.library.actions.Actor;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.people.People;
import no.speil.people.Preferences.Digest.Every;
import no.speil.status.TrackedSection;
import no.speil.web.TestServer;
import no.speil.web.http.ServerSettings;
import no.speil.web.page.Notices;
import no.speil.web.page.SiteContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Together with Exim. */
@NeedsPrograms({"exim4", "openssl"})
class NotifierTest {
  private static final Actor OLA = new Actor("ola", "web", Role.TRANSLATOR);

  /** A Tuesday, at noon; the archive's clock is there, too. */
  private static final ZonedDateTime NOW = TestServer.NOW.atZone(ZoneId.systemDefault());

  @TempDir private Path folder;
  private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
  private HttpServer program;
  private EximServer exim;
  private TestServer testServer;
  private Notifier notifier;
  private SiteContext site;

  @BeforeEach
  void start() throws Exception {
    program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    program.createContext(
        "/",
        exchange -> {
          told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    program.start();
    exim = new EximServer();
    URI hook = URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/");
    ServerSettings settings = TestServer.telling(exim.local(), new Webhook(hook, "key"));
    testServer = TestServer.copyOf("letters", folder, settings);
    People people = People.of(folder, Clock.systemUTC());
    people.add("kari", Role.KEEPER, "kari@example.org");
    people.add("ola", Role.TRANSLATOR, "ola@example.org");
    people.changeDigest("ola", Every.DAY, "nb");
    site = SiteContext.of(testServer.library(), new MarkdownRenderer(), settings, null);
    notifier = new Notifier(site);
  }

  @AfterEach
  void stop() throws Exception {
    notifier.close();
    site.notices().outbox().close();
    testServer.close();
    exim.close();
    program.stop(0);
  }

  private void look(ZonedDateTime at) {
    notifier.look(at.toInstant());
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  /** Makes an original that ola has translated say something else. */
  private void changeOriginal(String before, String after) throws Exception {
    Path file = folder.resolve("archive/2015/brev.md");
    Files.writeString(file, Files.readString(file).replace(before, after));
    testServer.library().sync().look();
  }

  @Test
  void whatWaitsIsSentInTheMorningWithHowTheOriginalHasChanged() throws Exception {
    TrackedSection section = testServer.section("2015/brev", "Kvinners");
    testServer
        .library()
        .marks()
        .mark(section.section().id(), State.TRANSLATED, section.version(), OLA);
    look(NOW.minusHours(1));
    assertThat(told).as("nothing waits yet").isEmpty();

    changeOriginal("er menneskerettigheter", "er ikke menneskerettigheter");
    look(NOW.plusHours(1));
    assertThat(told).as("until the next morning").isEmpty();
    look(NOW.plusDays(1).withHour(7));

    MimeMessage mail = exim.mails(1).getFirst();
    assertThat(mail.getSubject())
        .isEqualTo("Ett avsnitt venter på deg i " + testServer.archiveName());
    String words = text(mail).replaceAll("\\s+", " ");
    assertThat(words)
        .startsWith("Venter på deg ")
        .contains("Kvinners rettigheter er ikke menneskerettigheter.")
        .contains("https://archive.example.org/s/" + section.section().id() + "/edit");
    String secret =
        People.of(folder, Clock.systemUTC())
            .find("ola")
            .orElseThrow()
            .preferences()
            .digest()
            .unsubscribeSecret();
    assertThat(mail.getHeader("List-Unsubscribe")[0])
        .isEqualTo("<https://archive.example.org/digest?secret=" + secret + ">");
    assertThat(words).contains("https://archive.example.org/digest?secret=" + secret);
    JsonNode notice = told.poll(5, TimeUnit.MINUTES);
    assertThat(notice.path("event").asText()).isEqualTo("digest");
    assertThat(notice.path("person").asText()).isEqualTo("ola");
    assertThat(notice.toString()).doesNotContain(secret);

    look(NOW.plusDays(1).withHour(8));
    look(NOW.plusDays(2).withHour(7));
    new Notifier(site).look(NOW.plusDays(3).withHour(7).toInstant());
    assertThat(told).as("nothing new").isEmpty();
  }

  @Test
  void whereTheDiskRefusesNobodyIsSentTheSameAgain() throws Exception {
    Files.createDirectories(folder.resolve(".speil/notices.json/in the way"));
    TrackedSection section = testServer.section("2015/brev", "Kvinners");
    testServer
        .library()
        .marks()
        .mark(section.section().id(), State.TRANSLATED, section.version(), OLA);
    changeOriginal("er menneskerettigheter", "er ikke menneskerettigheter");

    look(NOW.plusHours(1));
    assertThat(told.poll(5, TimeUnit.MINUTES).path("event").asText()).isEqualTo("digest");
    look(NOW.plusHours(1).plusMinutes(5));
    look(NOW.plusHours(1).plusMinutes(10));
    assertThat(exim.mails(1)).hasSize(1);
    assertThat(told).filteredOn(each -> each.path("event").asText().equals("digest")).isEmpty();
  }

  @Test
  void whatIsWrongForSomeMinutesIsToldToKeepersOnce() throws Exception {
    Path backup = folder.resolve("nowhere/backup.zip");
    assertThatThrownBy(() -> Backup.write(folder, backup, Clock.systemUTC()))
        .isInstanceOf(BackupException.class);

    look(NOW);
    assertThat(told).as("it may pass").isEmpty();
    look(NOW.plusMinutes(5));

    JsonNode notice = told.poll(5, TimeUnit.MINUTES);
    assertThat(notice.path("event").asText()).isEqualTo("problems");
    assertThat(notice.path("problems").findValuesAsText("kind")).contains("backup-failed");
    MimeMessage mail = exim.mails(1).getFirst();
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("kari@example.org");
    assertThat(text(mail)).contains("The last backup failed: There is no folder");
    look(NOW.plusMinutes(10));
    new Notifier(site).look(NOW.plusMinutes(15).toInstant());
    assertThat(told.poll()).as("of the mail").isNotNull();
    assertThat(told).as("once").isEmpty();

    Backup.write(folder, folder.resolve("backup.zip"), Clock.systemUTC());
    look(NOW.plusMinutes(20));
    assertThat(Backup.failure(folder)).isEmpty();
  }

  @Test
  void anAlarmThatCannotBeMadeForOneKeeperIsToldToTheOthersAndToldOnce() throws Exception {
    People people = People.of(folder, Clock.systemUTC());
    people.add("liv", Role.KEEPER);
    var broken = new Notices(site.notices().outbox(), null, site.notices().publicUrl());
    var failing = new Notifier(with(broken)); // for whoever has an address
    Path backup = folder.resolve("nowhere/backup.zip");
    assertThatThrownBy(() -> Backup.write(folder, backup, Clock.systemUTC()))
        .isInstanceOf(BackupException.class);

    for (int minutes = 0; minutes <= 15; minutes += 5) {
      failing.look(NOW.plusMinutes(minutes).toInstant());
    }
    failing.close();
    site.notices().tell(Map.of("event", "end"));

    var events = new ArrayList<String>();
    while (!events.contains("end")) {
      JsonNode notice = told.poll(5, TimeUnit.MINUTES);
      events.add(notice.path("event").asText() + notice.path("person").asText());
    }
    assertThat(events).containsExactly("problems", "alarmkari", "alarmliv", "end");
  }

  private SiteContext with(Notices notices) {
    return new SiteContext(
        site.source(),
        site.renderer(),
        site.clock(),
        site.started(),
        site.access(),
        site.people(),
        site.authenticator(),
        site.assets(),
        site.pages(),
        site.settings(),
        site.git(),
        notices);
  }

  @Test
  void whoHasNoAccountAnyMoreIsSentNothing() {
    People.of(folder, Clock.systemUTC()).disable("ola");
    look(NOW.plusDays(1));
    assertThat(told).isEmpty();
  }
}
