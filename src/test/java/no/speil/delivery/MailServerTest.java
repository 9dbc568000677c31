package no.speil.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import no.speil.NeedsPrograms;
import no.speil.corpus.Problem;
import no.speil.delivery.Outbox.RefusedException;
import org.junit.jupiter.api.Test;

/** Together with Exim. */
@NeedsPrograms({"exim4", "openssl"})
class MailServerTest {
  private static final Mail MAIL =
      new Mail(
          "Kari Nordmann",
          "kari@example.org",
          "Tre avsnitt venter på deg",
          "Rødgrød på «Å»",
          "<p>Rødgrød på «Å»</p>",
          "https://archive.example.org/digest/abc");

  @Test
  void mailIsHandedOverByTlsWithNameAndPassword() throws Exception {
    try (var exim = new EximServer()) {
      exim.tls(EximServer.PASSWORD, exim.certificates()).send(MAIL);
      exim.starttls(EximServer.PASSWORD, exim.certificates()).send(MAIL);
      exim.local().send(MAIL);

      List<MimeMessage> mails = exim.mails(3);
      assertThat(mails).hasSize(3);
      for (MimeMessage mail : mails) {
        assertThat(mail.getSubject()).isEqualTo("Tre avsnitt venter på deg");
        assertThat(mail.getHeader("List-Unsubscribe"))
            .containsExactly("<https://archive.example.org/digest/abc>");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
            .containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString().strip())
            .isEqualTo("Rødgrød på «Å»");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
      }
      assertThat(mails)
          .extracting(mail -> mail.getFrom()[0].toString())
          .containsExactlyInAnyOrder(
              "archive@example.org", "archive@example.org", "Arkivet <archive@example.org>");
    }
  }

  @Test
  void nothingIsSentToAServerWithoutACertificateThatHolds() throws Exception {
    var others = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (var exim = new EximServer()) {
      for (MailServer server :
          List.of(
              exim.tls(EximServer.PASSWORD, others), exim.starttls(EximServer.PASSWORD, others))) {
        assertThatThrownBy(() -> server.send(MAIL))
            .isInstanceOf(IOException.class)
            .isNotInstanceOf(RefusedException.class);
      }
      assertThat(exim.mails(0)).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsTriedAgainAndAnAddressThatIsRefusedIsNot() throws Exception {
    try (var exim = new EximServer()) {
      assertThatThrownBy(() -> exim.tls("feil", exim.certificates()).send(MAIL))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(RefusedException.class);
      var nobody = new Mail("Per", "per@example.org", "Hei", "Hei", "<p>Hei</p>", "");
      assertThatThrownBy(() -> exim.tls(EximServer.PASSWORD, exim.certificates()).send(nobody))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("there is no such mailbox");
    }
  }

  /** Nobody waits for it but the thread that sends. */
  @Test
  void aServerThatIsAwayOrSilentIsTriedAgainAndTold() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("smtp://127.0.0.1:" + silent.getLocalPort());
      var certificates = (SSLSocketFactory) SSLSocketFactory.getDefault();
      var server = new MailServer(address, true, null, "a@example.org", certificates, 100);
      assertThatThrownBy(() -> server.send(MAIL))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(RefusedException.class);
      try (var outbox = new Outbox(server, null, List.of(Duration.ofMillis(10)))) {
        outbox.send(MAIL);
        while (outbox.problems((person, mail) -> true).isEmpty()) {
          Thread.sleep(5);
        }
        Problem problem = outbox.problems((person, mail) -> true).getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.MAIL_FAILED);
        assertThat(problem.details()).first().isEqualTo("Kari Nordmann");
      }
    }
  }

  @Test
  void whatIsNoAddressIsRefusedAtTheStart() {
    URI address = URI.create("smtp://127.0.0.1:25");
    assertThatThrownBy(() -> new MailServer(address, true, null, "Arkivet"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
