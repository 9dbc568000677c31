package no.speil.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, follows no redirect by itself, sends forms. */
final class HttpsClient {
  private final URI site;
  private final HttpClient client;

  /** Sent with every request, as name and value by turns. */
  private final List<String> always;

  /**
   * @param site its public address, without a slash at its end
   */
  HttpsClient(String site, SSLContext trust) {
    this(site, trust, List.of());
  }

  HttpsClient(String site, SSLContext trust, List<String> always) {
    this.site = URI.create(site + "/");
    this.always = always;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(trust)
            .cookieHandler(new CookieManager())
            .build();
  }

  /** A browser of a site without HTTPS that sends these headers, as name and value by turns. */
  static HttpsClient plain(String site, String... always) {
    try {
      return new HttpsClient(site, SSLContext.getDefault(), List.of(always));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for an address, absolute or relative to the site's home page. */
  HttpResponse<String> get(String address, String... headers) {
    return send(request(address, headers).GET());
  }

  /** The same as a page. */
  Document page(String address) {
    return Jsoup.parse(get(address).body(), site.toString());
  }

  /** Sends a form with what it holds and these fields, given as name and value by turns. */
  HttpResponse<String> submit(Element form, String... fields) {
    return post(form.attr("action"), filled(form, fields), "Origin", origin());
  }

  /** Sends a form as if it came from another machine. */
  HttpResponse<String> submitClaiming(String address, Element form) {
    return post(form.attr("action"), filled(form, "words", "x"), "X-Forwarded-For", address);
  }

  private static String filled(Element form, String... fields) {
    Map<String, String> all = new LinkedHashMap<>();
    form.select("input[name]:not([type=checkbox]), textarea[name]")
        .forEach(each -> all.put(each.attr("name"), each.val()));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return encoded(all);
  }

  HttpResponse<String> post(String address, String form, String... headers) {
    return send(
        request(address, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> json(String method, String address, String body, String... headers) {
    return send(
        request(address, headers)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** Scheme, host and port of the site. */
  String origin() {
    return site.getScheme() + "://" + site.getAuthority();
  }

  private HttpRequest.Builder request(String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(address)).timeout(Duration.ofMinutes(5));
    String[] all = Stream.concat(always.stream(), Stream.of(headers)).toArray(String[]::new);
    return all.length == 0 ? request : request.headers(all);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + SiteUrls.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }
}
