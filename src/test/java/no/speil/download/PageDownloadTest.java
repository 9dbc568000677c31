package no.speil.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import no.speil.corpus.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDownloadTest {
  private final PageServer other = new PageServer();
  private final PageDownload within = new PageDownload(true, Duration.ofMinutes(5), 1 << 20);
  private final PageDownload outside = new PageDownload(false, Duration.ofMinutes(5), 1 << 20);

  @AfterEach
  void close() {
    other.close();
  }

  @Test
  void aPageComesWithTheAddressWhereItWasInTheEnd() throws Exception {
    other.redirect("/a", "/b?c=æ").redirect("/b", other.at("/d#e"));
    other.put("/d", "Text/HTML; Charset=\"iso-8859-1\"", "tekst".getBytes(UTF_8));

    PageDownload.Page page = within.get(other.at("/a"), "text/html");

    assertThat(page.address()).isEqualTo(other.at("/d"));
    assertThat(page.type()).isEqualTo("text/html");
    assertThat(page.charset()).isEqualTo("iso-8859-1");
    assertThat(page.bytes()).asString(UTF_8).isEqualTo("tekst");
    assertThat(other.asked()).containsExactly("/a", "/b?c=%C3%A6", "/d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1.2.3/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/",
        "http://100.64.0.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[fd12::1]/",
        "http://[ff02::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://localhost/",
        "http://LOCALHOST:8080/"
      })
  void nothingIsFetchedFromThisMachineOrItsNetwork(String address) {
    assertThatThrownBy(() -> outside.get(address, "text/html"))
        .isInstanceOf(DownloadRefusedException.class)
        .hasMessageEndingWith(
            " is this machine or in its own network, where nothing is fetched from unless"
                + " --allow-private says so");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://user:secret@127.0.0.1/",
        "file:///etc/passwd",
        "ftp://x.no/",
        "jar:http://x.no!/",
        "http:///etc/passwd",
        "http://127.0.0.1%2f@x.no/",
        "//x.no/",
        ""
      })
  void otherWaysOfWritingItAreRefusedToo(String address) {
    assertThatThrownBy(() -> outside.get(address, "text/html"))
        .isInstanceOf(DownloadRefusedException.class);
  }

  @Test
  void everyStepOfTheWayIsChecked() throws Exception {
    for (String target : new String[] {"file:///etc/passwd", "javascript:x()", "ftp://x.no/"}) {
      other.redirect("/a", target);
      assertThatThrownBy(() -> within.get(other.at("/a"), "text/html"))
          .hasMessage("it sends on to " + target + ", which is no address of the web");
    }
    var open = new PageDownload(new OnlyFirst(), Duration.ofMinutes(5), 1 << 20);
    other.redirect("/a", other.at("/b")).put("/b", "text/html", new byte[] {'x'});
    assertThatThrownBy(() -> open.get(other.at("/a"), "text/html"))
        .hasMessageContaining("is this machine or in its own network");
    assertThat(other.asked()).doesNotContain("/b");
  }

  /** Takes the first address for one of the web. */
  private static final class OnlyFirst extends AddressGuard {
    private boolean isFirst = true;

    OnlyFirst() {
      super(false);
    }

    @Override
    void check(HttpUrl url) throws DownloadRefusedException {
      if (isFirst) {
        isFirst = false;
      } else {
        super.check(url);
      }
    }
  }

  @Test
  void aRoundOfRedirectsEnds() {
    other.redirect("/a", "/a");
    assertThatThrownBy(() -> within.get(other.at("/a"), "text/html"))
        .hasMessage("it sends on more than 5 times");
    assertThat(other.asked()).hasSize(6);
  }

  @Test
  void aServerThatNeverEndsItsAnswerIsLeft() {
    other.endless("/endless").silent("/silent");
    var hasty = new PageDownload(true, Duration.ofSeconds(2), 1 << 20);
    for (String path : new String[] {"/endless", "/silent"}) {
      assertThatThrownBy(() -> hasty.get(other.at(path), "text/html"))
          .isInstanceOf(DownloadRefusedException.class)
          .hasMessage("localhost did not end its answer within 2 seconds");
    }
  }

  @Test
  void aPageOfTwentyMegabytesIsLeftAtItsLimitAlsoWhenCompressed() throws IOException {
    byte[] large = new byte[20 << 20];
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(large);
    }
    other.put("/large", "text/html", large);
    other.put("/packed", "text/html", "gzip", packed.toByteArray());
    for (String path : new String[] {"/large", "/packed"}) {
      assertThatThrownBy(() -> within.get(other.at(path), "text/html"))
          .isInstanceOf(DownloadRefusedException.class)
          .hasMessage("it is larger than 1 MB, and a page for people is not");
    }
  }

  @Test
  void compressionNobodyAskedForIsUndone() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write("tekst".getBytes(UTF_8));
    }
    other.put("/packed", "text/html", "gzip", packed.toByteArray());
    assertThat(within.get(other.at("/packed"), "text/html").bytes())
        .asString(UTF_8)
        .isEqualTo("tekst");
    other.put("/packed", "text/html", "br", packed.toByteArray());
    assertThatThrownBy(() -> within.get(other.at("/packed"), "text/html"))
        .hasMessage("it is compressed in a way that is not read: br");
  }

  @Test
  void whatDoesNotAnswerIsASentence() throws Exception {
    assertThatThrownBy(() -> within.get(other.at("/x"), "text/html"))
        .hasMessage("localhost answers 404: there is no such page");
    assertThatThrownBy(() -> within.get("http://no.such.server.invalid/", "text/html"))
        .hasMessage("no server is called no.such.server.invalid");
    var hasty = new PageDownload(true, Duration.ofSeconds(2), 1 << 20);
    assertThatThrownBy(() -> hasty.get(other.at("/x").replace("http:", "https:"), "text/html"))
        .isInstanceOf(DownloadRefusedException.class)
        .hasMessageContaining("localhost");
    other.close();
    assertThatThrownBy(() -> within.get(other.at("/x"), "text/html"))
        .hasMessage("localhost does not answer, or hangs up");
  }
}
