package no.speil.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Command;

/** Asks the server that {@code serve} starts with these settings whether it is ready. */
@Command(name = "health")
final class HealthCommand extends ServeCommand {
  private static final int PATIENCE_MILLIS = 20_000;

  @Override
  public Integer call() {
    requirePort(1);
    checkPublicUrl();
    URI ready = ready();
    String said;
    try {
      var connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK) {
        out().println(ready + ": ready");
        return SpeilCommand.FINE;
      }
      said = status == HttpURLConnection.HTTP_UNAVAILABLE ? "not ready yet" : "answer " + status;
    } catch (IOException e) {
      said = e.getMessage();
    }
    err().println(ready + ": " + said);
    return SpeilCommand.FOUND_PROBLEMS;
  }

  private URI ready() {
    String path = publicUrl == null ? "" : publicUrl.getPath();
    try {
      return new URI("http", null, host, port, path + "/readyz", null, null);
    } catch (URISyntaxException e) {
      throw wrong(spec, "--host", host + " is no host");
    }
  }
}
