package no.speil.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** How long signing in and marking a section take through a proxy with HTTPS: the medians. */
final class ProxyFigures {
  private static final String PASSWORD = "en lang setning";
  private static final int SIGN_INS = 15;
  private static final int MARKS = 60;

  private ProxyFigures() {}

  /**
   * Prints a line for each proxy.
   *
   * @param arguments names of proxies; nginx and caddy where there are none
   */
  public static void main(String[] arguments) throws IOException {
    for (String program : arguments.length == 0 ? new String[] {"nginx", "caddy"} : arguments) {
      try (var site = new ProxiedSite(Files.createTempDirectory("figures"), program, "")) {
        HttpsClient kari = site.client();
        kari.get(site.invitation());
        kari.submit(kari.page("invitation").expectFirst("main form"), "password", PASSWORD);
        System.out.printf(
            "%s: sign-in %d ms, a marked section %d ms, a page %d ms%n",
            program, signIns(site), marks(kari), pages(kari));
      }
    }
  }

  private static long signIns(ProxiedSite site) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < SIGN_INS; i++) {
      HttpsClient browser = site.client();
      Element form = browser.page("sign-in").expectFirst("main form");
      times.add(time(() -> browser.submit(form, "name", "kari", "password", PASSWORD)));
    }
    return median(times);
  }

  private static long marks(HttpsClient browser) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < MARKS; i++) {
      String state = i % 2 == 0 ? "translated" : "draft";
      Element form =
          browser
              .page("d/2015/brev")
              .expectFirst("form[action$=/state]:has(button[value=" + state + "])");
      times.add(time(() -> browser.submit(form, "state", state)));
    }
    return median(times);
  }

  private static long pages(HttpsClient browser) {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < MARKS; i++) {
      times.add(time(() -> browser.get("d/2015/brev")));
    }
    return median(times);
  }

  private static Duration time(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static long median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2).toMillis();
  }
}
