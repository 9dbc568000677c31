package no.speil.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import no.speil.corpus.HttpUrl;

/**
 * Fetches one page at a time, within limits that hold for all of it: however slowly a server
 * answers, however often it sends on, and whatever it sends.
 */
public final class PageDownload implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final String NAME = "Speil (imports one page when asked to)";
  private static final Pattern CHARSET =
      Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([\\w.:-]+).*");

  private final HttpClient client;
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
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER) // each is checked before it is followed
            .build();
  }

  /**
   * A page as it came.
   *
   * @param address where it was in the end
   * @param type media type in lower case, without parameters; empty if the server did not say
   * @param charset as the server said it; empty if it did not
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Page(String address, String type, String charset, byte[] bytes) {}

  /**
   * Fetches a page.
   *
   * @param accepted media types, as {@code Accept} has them
   * @throws DownloadRefusedException if it must not be fetched, or cannot be
   */
  public Page get(String address, String accepted)
      throws DownloadRefusedException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    HttpUrl here =
        HttpUrl.parse(address)
            .orElseThrow(
                () ->
                    new DownloadRefusedException(
                        "only addresses that begin with http:// or https:// are fetched"));
    for (int redirects = 0; ; redirects++) {
      guard.check(here);
      HttpResponse<byte[]> answer = send(here, accepted, deadline);
      Optional<String> location = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
        return page(here, answer);
      }
      if (redirects == MOST_REDIRECTS) {
        throw new DownloadRefusedException(
            "it sends on more than %d times".formatted(MOST_REDIRECTS));
      }
      here = next(here, location.get());
    }
  }

  private static HttpUrl next(HttpUrl here, String location) throws DownloadRefusedException {
    return here.onTo(location)
        .orElseThrow(
            () ->
                new DownloadRefusedException(
                    "it sends on to " + location + ", which is no address of the web"));
  }

  private HttpResponse<byte[]> send(HttpUrl url, String accepted, long deadline)
      throws DownloadRefusedException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url.uri())
            .header("User-Agent", NAME)
            .header("Accept", accepted)
            .header("Accept-Language", "nb, nn, no, en;q=0.5")
            .build();
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, head -> new LimitedBody(mostBytes));
    try {
      return sent.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new DownloadRefusedException(
          "%s did not end its answer within %d seconds"
              .formatted(url.host(), patience.toSeconds()));
    } catch (ExecutionException e) {
      throw new DownloadRefusedException(why(url, e.getCause() == null ? e : e.getCause()));
    }
  }

  private String why(HttpUrl url, Throwable failure) {
    return switch (failure) {
      case LimitedBody.TooLargeException large -> tooLarge();
      case HttpTimeoutException slow -> url.host() + " cannot be reached in time";
      case SSLException insecure ->
          "%s is not who it says it is (%s)".formatted(url.host(), insecure.getMessage());
      case IOException unreachable -> url.host() + " does not answer, or hangs up";
      default -> throw new IllegalStateException("fetching " + url.uri(), failure);
    };
  }

  private String tooLarge() {
    return "it is larger than %d MB, and a page for people is not".formatted(mostBytes >> 20);
  }

  private Page page(HttpUrl url, HttpResponse<byte[]> answer) throws DownloadRefusedException {
    if (answer.statusCode() != 200) {
      throw new DownloadRefusedException(
          "%s answers %d%s"
              .formatted(
                  url.host(),
                  answer.statusCode(),
                  answer.statusCode() == 404 ? ": there is no such page" : ""));
    }
    String said = answer.headers().firstValue("Content-Type").orElse("");
    Matcher charset = CHARSET.matcher(said);
    return new Page(
        url.uri().toString(),
        said.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        charset.matches() ? charset.group(1) : "",
        unpacked(answer));
  }

  /** Some servers compress though they are not asked to. */
  private byte[] unpacked(HttpResponse<byte[]> answer) throws DownloadRefusedException {
    String coding = answer.headers().firstValue("Content-Encoding").orElse("identity").strip();
    if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
      return answer.body();
    }
    if (!coding.toLowerCase(Locale.ROOT).matches("(x-)?gzip")) {
      throw new DownloadRefusedException("it is compressed in a way that is not read: " + coding);
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new DownloadRefusedException(tooLarge());
      }
      return bytes;
    } catch (IOException e) {
      throw new DownloadRefusedException("its compression is damaged");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
