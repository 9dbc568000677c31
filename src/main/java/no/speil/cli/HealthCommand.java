package no.speil.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;

/** Asks the server that {@code serve} starts with these settings whether it is ready. */
@Command(name = "health")
final class HealthCommand extends ServeCommand {
  private static final int PATIENCE_MILLIS = 20_000;

  private static final Pattern ALL_ADDRESSES = Pattern.compile("^http://(0(\\.0)*|\\[[0:]+]):");

  @Override
  public Integer call() {
    requirePort(1);
    checkPublicUrl();
    URI ready = ready();
    String problem = problem(ready);
    boolean isWell = problem.isEmpty();
    (isWell ? out() : err()).println(ready + ": " + (isWell ? "ready" : problem));
    return isWell ? SpeilCommand.FINE : SpeilCommand.FOUND_PROBLEMS;
  }

  /** Why a server on this machine does not answer as it should; empty where it does. */
  static String problem(URI page) {
    // Java would look up the machine's own name for the address that stands for all of them.
    String reached = ALL_ADDRESSES.matcher(page.toString()).replaceFirst("http://127.0.0.1:");
    try {
      var connection =
          (HttpURLConnection) URI.create(reached).toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK
          ? ""
          : status == HttpURLConnection.HTTP_UNAVAILABLE ? "not ready yet" : "answer " + status;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
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
