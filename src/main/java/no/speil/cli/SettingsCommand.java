package no.speil.cli;

import no.speil.web.http.ServerSettings.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * Tells with which settings {@code serve} would start; what it prints is a file of them. That they
 * do not go together is a comment in it, since that may depend on the folder, and on who asks.
 */
@Command(name = "settings")
final class SettingsCommand extends ServeCommand {
  @Override
  public Integer call() {
    for (Setting each : Settings.of(spec)) {
      String start = each.place().equals(Setting.BUILT_IN) ? "#" : "";
      out().printf("# %s%n%s%s = %s%n", each.place(), start, each.name(), each.value());
    }
    checkAddresses();
    try {
      settings();
      git.settings(readOnly);
    } catch (ParameterException e) {
      out().println("# serve does not start with these here: " + e.getMessage());
    }
    return SpeilCommand.FINE;
  }
}
