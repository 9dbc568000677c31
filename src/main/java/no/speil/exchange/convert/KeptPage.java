package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.netpreserve.jwarc.MessageVersion.WARC_1_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import no.speil.corpus.text.Message;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * A page of the web as a server sent it, kept in a WARC file (ISO 28500:2017) or as it is.
 *
 * @param address where it was; empty where that is not kept
 * @param charset as the server said it; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record KeptPage(String address, String charset, byte[] html) {
  /** So far into a file its page is looked for, in bytes when they are not compressed. */
  private static final int FURTHEST = 16 << 20;

  private static final Pattern PAGE = Pattern.compile("text/html|application/xhtml\\+xml");

  /** Headers of how a page came, or of who asked for it, and not of the page. */
  private static final Pattern OF_THE_WAY =
      Pattern.compile("(?i)(?:content|transfer)-encoding|content-length|set-cookie");

  /**
   * The first page of a WARC file, compressed or not, or a file that is the page itself.
   *
   * @throws ConversionRefusedException if there is none, or the file is damaged
   */
  public static KeptPage read(InputStream file) {
    try {
      byte[] bytes = beginning(file);
      if (!new String(bytes, 0, Math.min(5, bytes.length), ISO_8859_1).equals("WARC/")) {
        return new KeptPage("", "", bytes);
      }
      for (WarcRecord each : new WarcReader(new ByteArrayInputStream(bytes))) {
        if (each instanceof WarcResponse answer
            && answer.contentType().base().equals(MediaType.HTTP)
            && answer.http().status() == 200
            && PAGE.matcher(answer.http().contentType().base().toString()).matches()) {
          return of(answer);
        }
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new ConversionRefusedException(Message.of("convert.damaged"));
    }
    throw new ConversionRefusedException(Message.of("convert.no-page"));
  }

  private static KeptPage of(WarcResponse answer) throws IOException {
    byte[] html = answer.http().bodyDecoded().stream().readNBytes(HtmlConverter.MOST_BYTES + 1);
    String charset = answer.http().contentType().parameters().getOrDefault("charset", "");
    return new KeptPage(answer.target(), charset, html);
  }

  private static byte[] beginning(InputStream file) throws IOException {
    var in = new PushbackInputStream(file);
    int first = in.read();
    in.unread(Math.max(0, first));
    return (first == 0x1F ? new GZIPInputStream(in) : in).readNBytes(FURTHEST);
  }

  /** Its main text. Throws as {@link HtmlConverter#convertPage}. */
  public ConvertedText text() {
    return address.isEmpty()
        ? HtmlConverter.convert(html, "page")
        : HtmlConverter.convertPage(html, charset, address).text();
  }

  /**
   * It as a compressed WARC file of version 1.1.
   *
   * @param at when it was fetched
   * @param headers with which the server sent it
   */
  public byte[] warc(Instant at, Map<String, List<String>> headers) {
    HttpResponse.Builder http = new HttpResponse.Builder(200, "OK").body(MediaType.HTML, html);
    headers.forEach(
        (name, values) -> {
          if (!OF_THE_WAY.matcher(name).matches()) {
            http.setHeader(name, String.join(", ", values));
          }
        });
    var bytes = new ByteArrayOutputStream();
    try (var writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      Map<String, List<String>> info = Map.of("software", List.of("Speil"));
      writer.write(new Warcinfo.Builder().version(WARC_1_1).date(at).fields(info).build());
      writer.write(
          new WarcResponse.Builder(address).version(WARC_1_1).date(at).body(http.build()).build());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }
}
