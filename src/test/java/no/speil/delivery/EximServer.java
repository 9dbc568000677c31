package no.speil.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import no.speil.Program;

/**
 * A real mail server with the mailboxes kari and ola. It wants the name archive and its password,
 * which it takes by TLS only, but at one port for this machine.
 */
public final class EximServer implements AutoCloseable {
  static final String PASSWORD = "hemmelig";
  private static final long PATIENCE_MILLIS = 5 * 60 * 1000;

  private final Path folder;
  private final int local = Program.freePort();
  private final int submission = Program.freePort();
  private final int tls = Program.freePort();

  public EximServer() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("exim");
    boolean isRoot = System.getProperty("user.name").equals("root");
    for (String name : List.of("spool", "log", "mail")) {
      Files.createDirectory(folder.resolve(name));
    }
    Program.run(
        folder,
        ("openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2"
                + " -subj /CN=localhost -addext subjectAltName=DNS:localhost")
            .split(" "));
    if (isRoot) {
      Program.run(folder.getParent(), "chown", "-R", "Debian-exim", folder.toString());
    }
    Path configuration = Files.writeString(folder.resolve("exim.conf"), configuration());
    Program.run(folder, "exim4", "-C", configuration.toString(), "-bd");
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Program.listens(tls)) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("exim does not listen");
      }
      Thread.sleep(20);
    }
  }

  private String configuration() {
    return """
    primary_hostname = mail.example.org
    spool_directory = %1$s/spool
    log_file_path = %1$s/log/%%slog
    pid_file_path = %1$s/exim.pid
    local_interfaces = 127.0.0.1
    daemon_smtp_ports = %2$d : %3$d : %4$d
    tls_on_connect_ports = %4$d
    tls_advertise_hosts = *
    tls_certificate = %1$s/cert.pem
    tls_privatekey = %1$s/key.pem
    acl_smtp_rcpt = recipients
    keep_environment =
    begin acl
    recipients:
      deny message = there is no such mailbox
           !local_parts = kari : ola
      accept condition = ${if eq{$received_port}{%2$d}}
      accept authenticated = *
      deny message = who are you
    begin routers
    all:
      driver = accept
      transport = mailbox
    begin transports
    mailbox:
      driver = appendfile
      directory = %1$s/mail
      maildir_format
    begin authenticators
    plain:
      driver = plaintext
      public_name = PLAIN
      server_condition = ${if and{{eq{$auth2}{archive}}{eq{$auth3}{%5$s}}}}
      server_advertise_condition = ${if def:tls_in_cipher}
    """
        .formatted(folder, local, submission, tls, PASSWORD);
  }

  /** As from this machine. */
  public MailServer local() {
    return new MailServer(
        URI.create("smtp://127.0.0.1:" + local), true, null, "Arkivet <archive@example.org>");
  }

  /** As from another machine, by a command within a connection in the clear. */
  MailServer starttls(String password, SSLSocketFactory certificates) {
    URI address = URI.create("smtp://archive@localhost:" + submission);
    return new MailServer(address, false, password, "archive@example.org", certificates, 20_000);
  }

  /** By TLS from the beginning. */
  MailServer tls(String password, SSLSocketFactory certificates) {
    URI address = URI.create("smtps://archive@localhost:" + tls);
    return new MailServer(address, false, password, "archive@example.org", certificates, 20_000);
  }

  /** Knows the certificate of this server only. */
  SSLSocketFactory certificates() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(folder.resolve("cert.pem"))) {
      store.setCertificateEntry(
          "exim", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /** All that has been delivered, the oldest first, once there is so much of it. */
  public List<MimeMessage> mails(int count)
      throws IOException, MessagingException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    List<Path> files = delivered();
    while (files.size() < count && System.currentTimeMillis() < end) {
      Thread.sleep(20);
      files = delivered();
    }
    var mails = new ArrayList<MimeMessage>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
      }
    }
    return mails;
  }

  private List<Path> delivered() throws IOException {
    Path box = folder.resolve("mail/new");
    if (!Files.isDirectory(box)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(box)) {
      return files.sorted(Comparator.comparing(Path::getFileName)).toList();
    }
  }

  @Override
  public void close() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("exim.pid")).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
