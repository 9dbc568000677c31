package no.speil.download;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import no.speil.corpus.HttpUrl;
import org.jsoup.Connection;
import org.jsoup.Jsoup;

/**
 * Fetches one page at a time, within limits that hold for all of it: however slowly a server
 * answers, however often it sends on, and whatever it sends.
 */
public final class PageDownload {
  private static final int MOST_REDIRECTS = 5;
  private static final String NAME = "Speil (imports one page when asked to)";

  private final AddressGuard guard;
  private final Duration patience;
  private final int mostBytes;

  /**
   * @param allowsPrivate whether pages of this machine and its network may be fetched
   * @param patience how long one page may take, with all that it sends on to
   * @param mostBytes how large a page may be
   */
  public PageDownload(boolean allowsPrivate, Duration patience, int mostBytes) {
    this(new AddressGuard(allowsPrivate), patience, mostBytes);
  }

  PageDownload(AddressGuard guard, Duration patience, int mostBytes) {
    this.guard = guard;
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  /**
   * A page as it came.
   *
   * @param address where it was in the end
   * @param type media type in lower case, without parameters; empty if the server did not say
   * @param charset as the server said it; empty if it did not
   * @param headers with which it came
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Page(
      String address,
      String type,
      String charset,
      Map<String, List<String>> headers,
      byte[] bytes) {}

  /**
   * Fetches a page.
   *
   * @param accepted media types, as {@code Accept} has them
   * @throws DownloadRefusedException if it must not be fetched, or cannot be
   */
  public Page get(String address, String accepted) throws DownloadRefusedException {
    long deadline = System.nanoTime() + patience.toNanos();
    HttpUrl here =
        HttpUrl.parse(address)
            .orElseThrow(
                () ->
                    new DownloadRefusedException(
                        "only addresses that begin with http:// or https:// are fetched"));
    for (int redirects = 0; ; redirects++) {
      guard.check(here);
      try {
        Connection.Response answer = request(here, accepted, deadline).execute();
        Optional<String> location = Optional.ofNullable(answer.header("Location"));
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
          return page(here, answer);
        }
        answer.bodyStream().close();
        if (redirects == MOST_REDIRECTS) {
          throw new DownloadRefusedException(
              "it sends on more than %d times".formatted(MOST_REDIRECTS));
        }
        String next = location.get();
        String why = "it sends on to " + next + ", which is no address of the web";
        here = here.onTo(next).orElseThrow(() -> new DownloadRefusedException(why));
      } catch (IOException e) {
        throw new DownloadRefusedException(why(here, e));
      }
    }
  }

  private Connection request(HttpUrl url, String accepted, long deadline) {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    return Jsoup.connect(url.uri().toString())
        .userAgent(NAME)
        .header("Accept", accepted)
        .header("Accept-Language", "nb, nn, no, en;q=0.5")
        .timeout((int) Math.max(1, left))
        .maxBodySize(mostBytes + 1)
        .followRedirects(false) // each is checked before it is followed
        .ignoreHttpErrors(true)
        .ignoreContentType(true);
  }

  private String why(HttpUrl url, IOException failure) {
    return switch (failure) {
      case SocketTimeoutException slow -> tooSlow(url);
      case HttpTimeoutException slow -> tooSlow(url);
      case SSLException insecure ->
          "%s is not who it says it is (%s)".formatted(url.host(), insecure.getMessage());
      case ZipException damaged -> "its compression is damaged";
      default -> url.host() + " does not answer, or hangs up";
    };
  }

  private String tooSlow(HttpUrl url) {
    return "%s did not end its answer within %d seconds"
        .formatted(url.host(), patience.toSeconds());
  }

  private Page page(HttpUrl url, Connection.Response answer)
      throws IOException, DownloadRefusedException {
    if (answer.statusCode() != 200) {
      answer.bodyStream().close();
      String hint = answer.statusCode() == 404 ? ": there is no such page" : "";
      throw new DownloadRefusedException(url.host() + " answers " + answer.statusCode() + hint);
    }
    String coding = requireNonNullElse(answer.header("Content-Encoding"), "");
    if (!coding.matches("(?i)gzip|deflate|identity|")) {
      answer.bodyStream().close();
      throw new DownloadRefusedException("it is compressed in a way that is not read: " + coding);
    }
    byte[] bytes = answer.readFully().bodyAsBytes();
    if (bytes.length > mostBytes) {
      throw new DownloadRefusedException(
          "it is larger than %d MB, and a page for people is not".formatted(mostBytes >> 20));
    }
    String said = requireNonNullElse(answer.contentType(), "");
    String type = said.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    String charset = requireNonNullElse(answer.charset(), "");
    return new Page(url.uri().toString(), type, charset, answer.multiHeaders(), bytes);
  }
}
