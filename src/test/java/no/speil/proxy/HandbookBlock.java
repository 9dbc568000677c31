package no.speil.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration that the handbook shows for a proxy, the same in both languages. */
final class HandbookBlock {
  static final Path ORIGINAL = Path.of("archive/handbok/drifte.md");
  static final Path TRANSLATION = Path.of("translations/handbok/drifte.md");

  private HandbookBlock() {}

  /** The first block of code in that language. */
  static String of(Path chapter, String language) {
    try {
      Matcher block =
          Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
              .matcher(Files.readString(chapter));
      if (!block.find()) {
        throw new IllegalStateException("no block of " + language + " in " + chapter);
      }
      return block.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The chapter that shows them for a single sign-on. */
  static final Path SIGN_ON = Path.of("archive/handbok/samarbeide.md");

  static final Path SIGN_ON_TRANSLATION = Path.of("translations/handbok/samarbeide.md");

  /**
   * For a single sign-on: with another port, certificate, server and sign-on, and no path.
   *
   * @param language {@code nginx} or {@code caddyfile}
   */
  static String signOn(
      String language, int port, Path certificate, Path key, int server, int signOn) {
    String block =
        replaced(
            of(SIGN_ON, language),
            "127.0.0.1:9091",
            "127.0.0.1:" + signOn,
            "127.0.0.1:7070",
            "127.0.0.1:" + server);
    return language.equals("nginx")
        ? ofNginx(block, port, certificate, key)
        : ofCaddy(block, port, certificate, key, "");
  }

  /** For nginx: with another port, certificate and server, and below a path where one is given. */
  static String nginx(int port, Path certificate, Path key, int server, String path) {
    return replaced(
        ofNginx(of(ORIGINAL, "nginx"), port, certificate, key),
        "listen 80;",
        "listen 127.0.0.1:" + ProxyProcess.freePort() + ";",
        "127.0.0.1:7070",
        "127.0.0.1:" + server,
        "location / {",
        "location " + path + "/ {");
  }

  private static String ofNginx(String block, int port, Path certificate, Path key) {
    return replaced(
        block,
        "listen 443 ssl",
        "listen 127.0.0.1:" + port + " ssl",
        "arkiv.example.org;",
        "localhost;",
        "/etc/ssl/arkiv.example.org.pem",
        certificate.toString(),
        "/etc/ssl/arkiv.example.org.key",
        key.toString());
  }

  /** The same for Caddy, which may change nothing of the machine. */
  static String caddy(int port, Path certificate, Path key, int server, String path) {
    String proxy = path.isEmpty() ? "reverse_proxy" : "reverse_proxy " + path + "/*";
    String redirect = path.isEmpty() ? "" : "    redir " + path + " " + path + "/\n";
    String block =
        replaced(
            of(ORIGINAL, "caddyfile"),
            "reverse_proxy",
            proxy,
            "127.0.0.1:7070",
            "127.0.0.1:" + server);
    return ofCaddy(block, port, certificate, key, redirect);
  }

  private static String ofCaddy(
      String block, int port, Path certificate, Path key, String redirect) {
    return "{\n    admin off\n    skip_install_trust\n    auto_https disable_redirects\n}\n"
        + replaced(
            block,
            "arkiv.example.org {\n",
            "https://localhost:%d {\n    tls %s %s\n%s"
                .formatted(port, certificate, key, redirect));
  }

  /** Each text must be there, so that the test is about what the handbook says. */
  private static String replaced(String block, String... pairs) {
    String changed = block;
    for (int i = 0; i < pairs.length; i += 2) {
      if (!changed.contains(pairs[i])) {
        throw new IllegalStateException("the handbook has no “" + pairs[i] + "”");
      }
      changed = changed.replace(pairs[i], pairs[i + 1]);
    }
    return changed;
  }
}
