package no.speil.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a server on this machine whether it is ready, as whoever keeps it running does. */
@Command(name = "health")
final class HealthCommand implements Callable<Integer> {
  private static final int PATIENCE_MILLIS = 20_000;

  @Option(names = "--host", paramLabel = "H")
  private String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "N")
  private int port = 7070;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws URISyntaxException {
    if (port < 1 || port > 65_535) {
      throw ArchiveCommand.wrong(spec, "--port", port + " is no port");
    }
    var ready = new URI("http", null, host, port, "/readyz", null, null);
    String said;
    try {
      var connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK) {
        spec.commandLine().getOut().println(ready + ": ready");
        return SpeilCommand.FINE;
      }
      said = status == HttpURLConnection.HTTP_UNAVAILABLE ? "not ready yet" : "answer " + status;
    } catch (IOException e) {
      said = e.getMessage();
    }
    spec.commandLine().getErr().println(ready + ": " + said);
    return SpeilCommand.FOUND_PROBLEMS;
  }
}
