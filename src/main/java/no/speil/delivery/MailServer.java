package no.speil.delivery;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import no.speil.delivery.Outbox.RefusedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A server that takes mail for others. All but one on this machine is spoken to by TLS only. */
public final class MailServer {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int SMTPS = 465;
  private static final int SUBMISSION = 587;
  private static final int REFUSED = 500;

  private final Session session;
  private final InternetAddress from;
  private final @Nullable String user;
  private final @Nullable String password;

  /**
   * @param server {@code smtps://} or {@code smtp://}, perhaps a name and {@code @}, host and port
   * @param isLocal whether it is on this machine
   * @param password null where it asks for none
   * @param from the address of the archive, perhaps with a name before it
   * @throws IllegalArgumentException if that is no address
   */
  public MailServer(URI server, boolean isLocal, @Nullable String password, String from) {
    this(
        server,
        isLocal,
        password,
        from,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        PATIENCE_MILLIS);
  }

  MailServer(
      URI server,
      boolean isLocal,
      @Nullable String password,
      String from,
      SSLSocketFactory certificates,
      int patienceMillis) {
    boolean isTls = server.getScheme().equals("smtps");
    int port = server.getPort() >= 0 ? server.getPort() : isTls ? SMTPS : SUBMISSION;
    var properties = new Properties();
    properties.put("mail.smtp.host", server.getHost());
    properties.put("mail.smtp.port", String.valueOf(port));
    properties.put("mail.smtp.ssl.enable", String.valueOf(isTls));
    properties.put("mail.smtp.ssl.socketFactory", certificates);
    properties.put("mail.smtp.starttls.required", String.valueOf(!isTls && !isLocal));
    properties.put("mail.smtp.auth", String.valueOf(server.getUserInfo() != null));
    for (String step : List.of("connectiontimeout", "timeout", "writetimeout")) {
      properties.put("mail.smtp." + step, String.valueOf(patienceMillis));
    }
    this.session = Session.getInstance(properties);
    this.user = server.getUserInfo();
    this.password = password;
    try {
      this.from = new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException(from + " is no mail address", e);
    }
  }

  /**
   * Hands a mail over.
   *
   * @throws RefusedException if the server will not take it later either
   * @throws IOException if it cannot be reached, or does not take it now
   */
  void send(Mail mail) throws IOException {
    try {
      MimeMessage message = message(mail);
      Transport.send(message, user, password);
    } catch (MessagingException e) {
      throw isFinal(e) ? new RefusedException(reason(e)) : new IOException(reason(e), e);
    }
  }

  private MimeMessage message(Mail mail) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(mail.text(), "UTF-8");
    var html = new MimeBodyPart();
    html.setText(mail.html(), "UTF-8", "html");
    var message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipient(RecipientType.TO, new InternetAddress(mail.address(), true));
    message.setSubject(mail.subject(), "UTF-8");
    message.setHeader("Date", RFC_1123_DATE_TIME.format(OffsetDateTime.now(ZoneOffset.UTC)));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!mail.unsubscribe().isEmpty()) { // RFC 8058
      message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }

  /** Whether the server has said no to the address or the mail. */
  private static boolean isFinal(@Nullable Exception failure) {
    return (failure instanceof SMTPAddressFailedException address
            && address.getReturnCode() >= REFUSED)
        || (failure instanceof SMTPSendFailedException mail && mail.getReturnCode() >= REFUSED)
        || (failure instanceof MessagingException more && isFinal(more.getNextException()));
  }

  /** What is said where it went wrong first. */
  private static String reason(MessagingException failure) {
    return failure.getNextException() instanceof MessagingException cause
        ? reason(cause)
        : String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
  }
}
