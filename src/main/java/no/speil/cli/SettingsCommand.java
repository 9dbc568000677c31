package no.speil.cli;

import no.speil.web.http.ServerSettings.Setting;
import picocli.CommandLine.Command;

/** Tells with which settings {@code serve} would start; what it prints is a file of them. */
@Command(name = "settings")
final class SettingsCommand extends ServeCommand {
  @Override
  public Integer call() {
    for (Setting each : Settings.of(spec)) {
      String start = each.place().equals(Setting.BUILT_IN) ? "#" : "";
      out().printf("# %s%n%s%s = %s%n", each.place(), start, each.name(), each.value());
    }
    return SpeilCommand.FINE;
  }
}
