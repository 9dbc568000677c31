package no.speil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import no.speil.web.http.Monitoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a server is watched. */
final class MonitoringOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description =
          "The file that holds the token by which other machines read /metrics. Without it only"
              + " this machine may.")
  private @Nullable Path metricsTokenFile;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append a line for every request to that file; - prints them.")
  private @Nullable String accessLog;

  Monitoring monitoring() {
    return new Monitoring(metricsToken(), accessLog());
  }

  private @Nullable String metricsToken() {
    if (metricsTokenFile == null) {
      return null;
    }
    try {
      String token = Files.readString(metricsTokenFile).strip();
      if (token.isEmpty()) {
        throw wrong("--metrics-token-file", metricsTokenFile + " is empty");
      }
      return token;
    } catch (IOException e) {
      throw wrong("--metrics-token-file", "cannot read " + e.getMessage());
    }
  }

  private @Nullable Consumer<String> accessLog() {
    if (accessLog == null) {
      return null;
    }
    if (accessLog.equals("-")) {
      PrintWriter out = spec.commandLine().getOut();
      return out::println;
    }
    try {
      return new AccessLogFile(Path.of(accessLog));
    } catch (IOException e) {
      throw wrong("--access-log", "cannot write to " + e.getMessage());
    }
  }

  private ParameterException wrong(String option, String why) {
    return new ParameterException(
        spec.commandLine(), "Invalid value for option '" + option + "': " + why);
  }
}
