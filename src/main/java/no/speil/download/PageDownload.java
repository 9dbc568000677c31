package no.speil.download;

import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
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
      HttpResponse<InputStream> answer =
          await(client.sendAsync(request(here, accepted), ofInputStream()), here, deadline);
      try (InputStream body = answer.body()) {
        Optional<String> location = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
          return page(here, answer, body, deadline);
        }
        if (redirects == MOST_REDIRECTS) {
          throw new DownloadRefusedException(
              "it sends on more than %d times".formatted(MOST_REDIRECTS));
        }
        here = next(here, location.get());
      } catch (IOException e) {
        throw new DownloadRefusedException(why(here, e));
      }
    }
  }

  private static HttpUrl next(HttpUrl here, String location) throws DownloadRefusedException {
    return here.onTo(location)
        .orElseThrow(
            () ->
                new DownloadRefusedException(
                    "it sends on to " + location + ", which is no address of the web"));
  }

  private static HttpRequest request(HttpUrl url, String accepted) {
    return HttpRequest.newBuilder(url.uri())
        .header("User-Agent", NAME)
        .header("Accept", accepted)
        .header("Accept-Language", "nb, nn, no, en;q=0.5")
        .build();
  }

  private <T> T await(CompletableFuture<T> coming, HttpUrl url, long deadline)
      throws DownloadRefusedException, InterruptedException {
    try {
      return coming.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new DownloadRefusedException(
          "%s did not end its answer within %d seconds"
              .formatted(url.host(), patience.toSeconds()));
    } catch (ExecutionException e) {
      throw new DownloadRefusedException(why(url, e.getCause() == null ? e : e.getCause()));
    }
  }

  private static String why(HttpUrl url, Throwable failure) {
    return switch (failure) {
      case HttpTimeoutException slow -> url.host() + " cannot be reached in time";
      case SSLException insecure ->
          "%s is not who it says it is (%s)".formatted(url.host(), insecure.getMessage());
      case ZipException damaged -> "its compression is damaged";
      case IOException unreachable -> url.host() + " does not answer, or hangs up";
      default -> throw new IllegalStateException("fetching " + url.uri(), failure);
    };
  }

  private Page page(HttpUrl url, HttpResponse<InputStream> answer, InputStream body, long deadline)
      throws DownloadRefusedException, InterruptedException {
    if (answer.statusCode() != 200) {
      throw new DownloadRefusedException(
          "%s answers %d%s"
              .formatted(
                  url.host(),
                  answer.statusCode(),
                  answer.statusCode() == 404 ? ": there is no such page" : ""));
    }
    String coding = answer.headers().firstValue("Content-Encoding").orElse("").strip();
    boolean isPacked = coding.toLowerCase(Locale.ROOT).matches("(x-)?gzip");
    if (!isPacked && !coding.isEmpty() && !coding.equalsIgnoreCase("identity")) {
      throw new DownloadRefusedException("it is compressed in a way that is not read: " + coding);
    }
    byte[] bytes =
        await(
            CompletableFuture.supplyAsync(() -> read(body, isPacked), Thread::startVirtualThread),
            url,
            deadline);
    if (bytes.length > mostBytes) {
      throw new DownloadRefusedException(
          "it is larger than %d MB, and a page for people is not".formatted(mostBytes >> 20));
    }
    String said = answer.headers().firstValue("Content-Type").orElse("");
    Matcher charset = CHARSET.matcher(said);
    return new Page(
        url.uri().toString(),
        said.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        charset.matches() ? charset.group(1) : "",
        bytes);
  }

  /** Up to a byte more than is allowed. Some servers compress though they are not asked to. */
  private byte[] read(InputStream body, boolean isPacked) {
    try {
      byte[] came = body.readNBytes(mostBytes + 1);
      return isPacked && came.length <= mostBytes ? unpacked(came) : came;
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readNBytes(mostBytes + 1);
    } catch (EOFException e) {
      throw new ZipException("it ends too soon");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
