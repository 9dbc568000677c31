package no.speil.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import no.speil.Program;
import no.speil.bench.ServerProcess;
import no.speil.corpus.Role;
import no.speil.people.People;

/** A real server behind a real proxy with HTTPS, as the handbook says, and its first keeper. */
final class ProxiedSite implements AutoCloseable {
  private final String address;
  private final String invitation;
  private final SSLContext trust;
  private final ServerProcess server;
  private final ProxyProcess proxy;

  /**
   * Serves the case letters.
   *
   * @param folder an empty one
   * @param program {@code nginx} or {@code caddy}
   * @param path below which it is served; may be empty
   */
  ProxiedSite(Path folder, String program, String path) {
    Path root = folder.resolve("root");
    Program.run(Path.of("."), "cp", "-r", "src/test/cases/letters", root.toString());
    int port = ProxyProcess.freePort();
    this.address = "https://localhost:" + port + path;
    this.invitation = People.of(root, Clock.systemUTC()).add("kari", Role.KEEPER);
    Path certificate = folder.resolve("certificate.pem");
    Path key = folder.resolve("key.pem");
    certify(folder, certificate, key);
    this.trust = trusting(certificate);
    this.server = ServerProcess.serve(root, List.of("--public-url", address, "--reports"));
    int port7070 = server.address().getPort();
    this.proxy =
        switch (program) {
          case "nginx" ->
              ProxyProcess.nginx(
                  folder.resolve("nginx"),
                  port,
                  HandbookBlock.nginx(port, certificate, key, port7070, path));
          case "caddy" ->
              ProxyProcess.caddy(
                  folder.resolve("caddy"),
                  port,
                  HandbookBlock.caddy(port, certificate, key, port7070, path));
          default -> throw new IllegalArgumentException(program);
        };
    server.awaitAnswer(path + "/readyz", Duration.ofMinutes(10));
  }

  /** The public address, without a slash at its end. */
  String address() {
    return address;
  }

  /** The link by which kari chooses a password. */
  String invitation() {
    return address + "/invitation?token=" + invitation;
  }

  /** A browser that trusts its certificate and nobody's else. */
  HttpsClient client() {
    return new HttpsClient(address, trust);
  }

  static void certify(Path folder, Path certificate, Path key) {
    Program.run(
        folder,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-out",
        certificate.toString(),
        "-keyout",
        key.toString());
  }

  static SSLContext trusting(Path certificate) {
    try (InputStream file = Files.newInputStream(certificate)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "site", CertificateFactory.getInstance("X.509").generateCertificate(file));
      var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    proxy.close();
    server.close();
  }
}
