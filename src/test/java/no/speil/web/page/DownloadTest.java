package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.util.function.ThrowingConsumer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void bodyThatCannotBeEndedBreaksTheConnection() {
    ThrowingConsumer<OutputStream, IOException> failing =
        out -> {
          send(out, 1_000);
          throw new IllegalStateException("the index is gone");
        };
    assertThatThrownBy(() -> received(failing)).isInstanceOf(IOException.class);
  }

  @Test
  void wholeBodyArrives() throws Exception {
    assertThat(received(out -> send(out, 1_000))).hasSize(100_000);
  }

  private static void send(OutputStream out, int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      out.write(("x".repeat(99) + "\n").getBytes(UTF_8));
    }
  }

  private static String received(ThrowingConsumer<OutputStream, IOException> body)
      throws Exception {
    Javalin server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.startup.showOldJavalinVersionWarning = false;
                  config.routes.get("/file", context -> Download.send(context, body));
                })
            .start("127.0.0.1", 0);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/file");
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } finally {
      server.stop();
    }
  }
}
