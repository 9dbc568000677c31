package no.speil.exchange.convert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.exchange.convert.EnglishWords.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class KeptPageTest {
  private static final String ADDRESS = "https://www.example.no/brev?nr=1";
  private static final String HTML =
      "<html lang=nb><title>Brev</title><main><h1>Brev</h1><p>Vi ber om møte på Åre.</main>";
  private static final KeptPage PAGE = new KeptPage(ADDRESS, "ISO-8859-1", bytes(HTML));

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  @Test
  void whatIsKeptIsReadAgain() throws IOException {
    byte[] warc =
        PAGE.warc(
            Instant.parse("2026-11-24T12:00:00.123Z"),
            Map.of(
                "Content-Type", List.of("text/html; charset=ISO-8859-1"),
                "Content-Encoding", List.of("gzip"),
                "Content-Length", List.of("7"),
                "Set-Cookie", List.of("secret=1"),
                "Last-Modified", List.of("Mon, 24 Aug 2015 12:00:00 GMT")));

    KeptPage read = read(warc);
    assertThat(read.address()).isEqualTo(ADDRESS);
    assertThat(read.charset()).isEqualTo("ISO-8859-1");
    assertThat(read.html()).isEqualTo(bytes(HTML));
    assertThat(read.text().markdown()).isEqualTo("Vi ber om møte på Åre.\n");
    assertThat(
            new String(new GZIPInputStream(new ByteArrayInputStream(warc)).readAllBytes(), UTF_8))
        .startsWith("WARC/1.1\r\n")
        .contains("WARC-Type: warcinfo", "WARC-Type: response", "WARC-Date: 2026-11-24T12:00:00")
        .contains("HTTP/1.1 200 OK", "Last-Modified: Mon, 24 Aug 2015 12:00:00 GMT")
        .doesNotContain("secret", "gzip");
  }

  @Test
  void aPageThatIsNotInAWarcFileIsReadAsItIs() {
    KeptPage page =
        read(bytes(HTML.replace("å", "&aring;").replace("Å", "&Aring;").replace("ø", "&oslash;")));
    assertThat(page.address()).isEmpty();
    assertThat(page.text().markdown()).contains("Vi ber om møte på Åre.");
  }

  @Test
  void whatIsDamagedOrHoldsNoPageIsRefused() {
    byte[] warc = PAGE.warc(Instant.EPOCH, Map.of());
    assertRefused(Arrays.copyOf(warc, warc.length / 2), "damaged");
    assertRefused(bytes("WARC/1.1\r\nnonsense\r\n\r\n"), "damaged");
    assertRefused(bytes("WARC/9.9"), "damaged");
    String none =
        "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <urn:x:1>\r\n"
            + "WARC-Date: 2026-11-24T12:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
    assertRefused(bytes(none), "no page");
  }

  @Test
  void ofWhatUnfoldsToMuchOnlyTheBeginningIsRead() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bomb)) {
      out.write(bytes("WARC/1.0\r\n"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    assertRefused(bomb.toByteArray(), "damaged");

    var endless = new EndlessZeros();
    assertRefusal(
            () ->
                read(new SequenceInputStream(new ByteArrayInputStream(bytes("<p>")), endless))
                    .text())
        .contains("larger than 5 MB");
    assertThat(endless.read).isLessThan(20L << 20);
  }

  /** A stream without an end. */
  private static final class EndlessZeros extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 0;
    }
  }

  private static void assertRefused(byte[] file, String why) {
    assertRefusal(() -> read(file).text()).contains(why);
  }

  private static KeptPage read(byte[] file) {
    return read(new ByteArrayInputStream(file));
  }

  private static KeptPage read(InputStream file) {
    return KeptPage.read(file);
  }
}
