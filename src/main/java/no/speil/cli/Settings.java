package no.speil.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.speil.archive.FileAccessException;
import no.speil.web.http.ServerSettings.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What variables {@code SPEIL_…}, or else a file, say of the options of {@code serve} that are not
 * on its command line. They are read when the first is asked for. An empty value stands for the one
 * that is built in.
 */
final class Settings implements IDefaultValueProvider {
  private static final String PREFIX = "SPEIL_";

  private final Map<String, String> environment;
  private Map<String, Setting> given = Map.of();

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** All that the command would serve with. */
  static List<Setting> of(CommandSpec serve) {
    var settings = (Settings) serve.defaultValueProvider();
    return serve.options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(settings::find)
        .toList();
  }

  /** The names of those that are set. */
  static String names(CommandSpec serve) {
    return of(serve).stream()
        .filter(setting -> !setting.place().equals(Setting.BUILT_IN))
        .map(Setting::name)
        .collect(Collectors.joining(", "));
  }

  private Setting find(OptionSpec option) {
    String name = name(option);
    return option.stringValues().isEmpty()
        ? given.getOrDefault(
            name, new Setting(name, Objects.toString(option.getValue(), ""), Setting.BUILT_IN))
        : new Setting(name, String.join(",", option.originalStringValues()), Setting.COMMAND_LINE);
  }

  private static String name(@Nullable ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName().substring(2) : "";
  }

  /**
   * @throws ParameterException if there is no such option, or the file cannot be read
   */
  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    CommandSpec command = argument.command();
    boolean isOfServe = command.userObject() instanceof ServeCommand;
    if (isOfServe && given.isEmpty() && !command.commandLine().isUsageHelpRequested()) {
      given = read(command); // also once more: picocli passes over errors at first
    }
    Setting setting = given.get(name(argument));
    return setting == null || setting.value().isEmpty() ? null : setting.value();
  }

  /** Where the value of an option comes from, and a colon; empty if from the command line. */
  String place(@Nullable ArgSpec argument) {
    boolean isGiven = argument != null && argument.stringValues().isEmpty();
    Setting setting = isGiven ? given.get(name(argument)) : null;
    return setting == null ? "" : setting.place() + ": ";
  }

  private Map<String, Setting> read(CommandSpec serve) {
    var read = new HashMap<String, Setting>();
    String file = environment.getOrDefault("SPEIL_CONF", "/etc/speil/speil.conf");
    if (environment.containsKey("SPEIL_CONF") || Files.exists(Path.of(file))) {
      read(serve, Path.of(file), read);
    }
    for (Map.Entry<String, String> each : new TreeMap<>(environment).entrySet()) {
      String key = each.getKey();
      if (key.startsWith(PREFIX) && !key.equals("SPEIL_CONF")) {
        String name = key.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
        read.put(name, known(serve, new Setting(name, each.getValue().strip(), key)));
      }
    }
    return read;
  }

  private static void read(CommandSpec serve, Path file, Map<String, Setting> read) {
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        String place = file + ":" + ++number;
        var properties = new Properties();
        properties.load(new StringReader(line.replace("\\", "\\\\")));
        for (String name : properties.stringPropertyNames()) {
          String value = properties.getProperty(name).strip();
          Setting former = read.put(name, known(serve, new Setting(name, value, place)));
          if (former != null) {
            String what = ": “" + name + "” is at " + former.place() + " already.";
            throw new ParameterException(serve.commandLine(), place + what);
          }
        }
      }
    } catch (IOException e) {
      String why = FileAccessException.reason(new UncheckedIOException(e));
      throw new ParameterException(serve.commandLine(), file + ": " + why);
    }
  }

  private static Setting known(CommandSpec serve, Setting setting) {
    OptionSpec option = serve.optionsMap().get("--" + setting.name());
    if (option == null || option.usageHelp() || option.versionHelp()) {
      var unknown = List.of("--" + setting.name(), "(" + setting.place() + ")");
      throw new UnmatchedArgumentException(serve.commandLine(), unknown);
    }
    return setting;
  }
}
