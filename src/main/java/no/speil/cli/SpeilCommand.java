package no.speil.cli;

import static no.speil.cli.ArchiveCommand.wrong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.archive.ArchiveInUseException;
import no.speil.archive.FileAccessException;
import no.speil.archive.UnusableRootException;
import no.speil.archive.backup.BackupException;
import no.speil.corpus.text.SpeilVersion;
import no.speil.messages.RefusalTexts;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.search.execute.SectionIterator;
import no.speil.web.PortInUseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole. Exit codes: 0 fine, 1 found problems, 2 wrong usage, 3 out of
 * memory.
 */
@Command(name = "speil", mixinStandardHelpOptions = true)
public final class SpeilCommand implements Runnable {
  /** A server was started and runs on after this method has returned. */
  public static final int STILL_RUNNING = -1;

  /** Memory has run out; the same as Java's own with {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  static final int FINE = 0;
  static final int FOUND_PROBLEMS = 1;
  static final int WRONG_USAGE = 2;

  private static final String VERSION = "Speil " + SpeilVersion.VERSION;

  /** Packages of Speil itself. */
  private static final String SPEIL = "no.speil";

  private static final Map<String, Level> LEVELS =
      Map.of("debug", Level.DEBUG, "info", Level.INFO, "warn", Level.WARN, "error", Level.ERROR);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--log-level", paramLabel = "LEVEL", scope = ScopeType.INHERIT)
  void setLogLevels(List<String> levels) {
    levels.stream().flatMap(each -> Stream.of(each.split(","))).forEach(this::setLogLevel);
  }

  private void setLogLevel(String text) {
    int equals = text.lastIndexOf('=');
    String name = equals < 0 ? SPEIL : text.substring(0, equals).strip();
    Level level = LEVELS.get(text.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
    if (level == null || name.isEmpty()) {
      throw wrong(
          spec, "--log-level", text + " is none of debug, info, warn and error, or PACKAGE=LEVEL");
    }
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger(name).setLevel(level);
      if (equals < 0 && level.isGreaterOrEqual(Level.WARN)) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(level);
      }
    }
  }

  /**
   * Runs a command to its end.
   *
   * @param env the variables of the environment
   * @return its exit code
   */
  public static int run(String[] args, Map<String, String> env, PrintStream out, PrintStream err) {
    var settings = new Settings(env);
    var command = new CommandLine(new SpeilCommand());
    Map<String, Supplier<Object>> commands = commands(out);
    if (args.length > 0 && commands.containsKey(args[0])) {
      commands.keySet().retainAll(Set.of(args[0])); // setting all up takes its time
    }
    commands.forEach((name, made) -> command.addSubcommand(name, subcommand(made.get())));
    command.getCommandSpec().version(VERSION);
    return command
        .setResourceBundle(ResourceBundle.getBundle("no.speil.cli.commands"))
        .setOut(printer(out))
        .setErr(printer(err))
        .setExecutionStrategy(SpeilCommand::execute)
        .setExecutionExceptionHandler(SpeilCommand::explain)
        .setDefaultValueProvider(settings)
        .setParameterExceptionHandler((e, words) -> sayWrong(e, settings.place(e.getArgSpec())))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static PrintWriter printer(PrintStream stream) {
    var bytes = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    return new PrintWriter(new TerminalWriter(bytes), true);
  }

  /** The commands as help lists them. */
  private static Map<String, Supplier<Object>> commands(PrintStream out) {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("serve", ServeCommand::new);
    commands.put("settings", SettingsCommand::new);
    commands.put("health", HealthCommand::new);
    commands.put("index", IndexCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("progress", ProgressCommand::new);
    commands.put("links", LinksCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("account", AccountCommand::new);
    commands.put("backup", BackupCommand::new);
    commands.put("restore", BackupCommand.RestoreCommand::new);
    commands.put("search", SearchCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("export", () -> new ExportCommand(out));
    return commands;
  }

  private static CommandLine subcommand(Object command) {
    var subcommand = new CommandLine(command);
    subcommand.getCommandSpec().mixinStandardHelpOptions(true).version(VERSION);
    boolean takesQuery = command instanceof SearchCommand || command instanceof ExportCommand;
    // so that "kopi -git" excludes a word
    return subcommand.setUnmatchedOptionsArePositionalParams(takesQuery);
  }

  /** Helps everywhere, and else does the command where every file can be named. */
  private static int execute(ParseResult arguments) {
    Integer helped = CommandLine.executeHelpRequest(arguments);
    if (helped != null) {
      return helped;
    }
    if (!canNameEveryFile()) {
      PrintWriter err = arguments.commandSpec().commandLine().getErr();
      err.printf(
          "The environment allows file names in %s only, so a file such as blåbær.md cannot be"
              + " read: set LC_ALL=C.UTF-8 (in a systemd unit: Environment=LC_ALL=C.UTF-8; in a"
              + " container: ENV LC_ALL=C.UTF-8) and start Speil again.%n",
          System.getProperty("sun.jnu.encoding"));
      return WRONG_USAGE;
    }
    return new CommandLine.RunLast().execute(arguments);
  }

  /** Java takes the encoding of file names from the environment once and for all. */
  private static boolean canNameEveryFile() {
    try {
      return !Path.of("Ærlig – 中.md").toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  /** What people can put right is one sentence; anything else is a bug and says so in full. */
  private static int explain(Exception e, CommandLine command, ParseResult arguments)
      throws Exception {
    return switch (e) {
      case UnusableRootException unusable -> say(command, unusable, WRONG_USAGE);
      case ArchiveInUseException inUse -> say(command, inUse, FOUND_PROBLEMS);
      case BackupException refused -> say(command, refused, FOUND_PROBLEMS);
      case PortInUseException taken ->
          say(command, taken, taken.isForbidden() ? WRONG_USAGE : FOUND_PROBLEMS);
      case AccountRefusedException refused -> say(command, refused, FOUND_PROBLEMS);
      case NameRefusedException refused -> say(command, refused, WRONG_USAGE);
      case SectionIterator.Stopped stopped -> say(command, stopped, FOUND_PROBLEMS);
      case FileAccessException disk -> say(command, disk, FOUND_PROBLEMS);
      case UncheckedIOException disk -> {
        command.getErr().println(disk.getMessage() + ": " + FileAccessException.reason(disk));
        yield FOUND_PROBLEMS;
      }
      default -> throw e;
    };
  }

  private static int sayWrong(ParameterException e, String place) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command
        .getErr()
        .println(
            e instanceof UnmatchedArgumentException unknown
                ? "Speil does not know “" + String.join(" ", unknown.getUnmatched()) + "”."
                : place + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See \"" + name + " --help\".");
    return WRONG_USAGE;
  }

  private static int say(CommandLine command, Exception e, int code) {
    command.getErr().println(RefusalTexts.english(e));
    return code;
  }

  /**
   * Writes control characters and invisible ones as {@code \\uXXXX}, so that no text of an archive
   * moves the cursor, names the window or turns what stands beside it around (CWE-150).
   */
  private static final class TerminalWriter extends FilterWriter {
    TerminalWriter(Writer terminal) {
      super(terminal);
    }

    @Override
    public void write(int c) throws IOException {
      boolean isLayout = c == '\n' || c == '\r' || c == '\t';
      if (!isLayout && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
        out.write("\\u%04X".formatted(c));
      } else {
        out.write(c);
      }
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      for (int i = from; i < from + length; i++) {
        write(characters[i]);
      }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      write(text.toCharArray(), from, length);
    }
  }
}
