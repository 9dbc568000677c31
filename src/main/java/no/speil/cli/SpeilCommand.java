package no.speil.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import no.speil.archive.ArchiveInUseException;
import no.speil.archive.FileAccessException;
import no.speil.archive.UnusableRootException;
import no.speil.archive.backup.BackupException;
import no.speil.people.AccountRefusedException;
import no.speil.people.NameRefusedException;
import no.speil.search.execute.SectionIterator;
import no.speil.web.PortInUseException;
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
@Command(
    name = "speil",
    description =
        "A small server for a bilingual archive of Norwegian originals and English translations.",
    mixinStandardHelpOptions = true,
    version = "Speil 0.1.0")
public final class SpeilCommand implements Runnable {
  /** A server was started and runs on after this method has returned. */
  public static final int STILL_RUNNING = -1;

  /** Memory has run out; the same as Java's own with {@code -XX:+ExitOnOutOfMemoryError}. */
  public static final int OUT_OF_MEMORY = 3;

  static final int FINE = 0;
  static final int FOUND_PROBLEMS = 1;
  static final int WRONG_USAGE = 2;

  /** As help lists them. Only one that is named first is set up, since all take their time. */
  private static final List<String> COMMANDS =
      List.of(
          "serve",
          "index",
          "check",
          "progress",
          "links",
          "import",
          "account",
          "backup",
          "restore",
          "search",
          "export");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      scope = ScopeType.INHERIT,
      description = {
        "How much is logged: debug, info, warn or error; info by default.",
        "For a package: no.speil.search=debug. May be given several times."
      })
  void setLogLevels(List<String> levels) {
    for (String level : levels) {
      LogLevels.set(level)
          .ifPresent(
              wrong -> {
                throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--log-level': " + wrong);
              });
    }
  }

  /** Runs a command to its end and answers with its exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    var command = new CommandLine(new SpeilCommand());
    boolean isNamed = args.length > 0 && COMMANDS.contains(args[0]);
    for (String name : isNamed ? List.of(args[0]) : COMMANDS) {
      command.addSubcommand(name, subcommand(name, out));
    }
    return command
        .setOut(printer(out))
        .setErr(printer(err))
        .setExecutionStrategy(SpeilCommand::execute)
        .setExecutionExceptionHandler(SpeilCommand::explain)
        .setParameterExceptionHandler((e, words) -> sayWrong(e))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static PrintWriter printer(PrintStream stream) {
    var bytes = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    return new PrintWriter(new TerminalWriter(bytes), true);
  }

  private static CommandLine subcommand(String name, PrintStream out) {
    return switch (name) {
      case "serve" -> new CommandLine(new ServeCommand());
      case "index" -> new CommandLine(new IndexCommand());
      case "check" -> new CommandLine(new CheckCommand());
      case "progress" -> new CommandLine(new ProgressCommand());
      case "links" -> new CommandLine(new LinksCommand());
      case "import" -> new CommandLine(new ImportCommand());
      case "account" -> new CommandLine(new AccountCommand());
      case "backup" -> new CommandLine(new BackupCommand());
      case "restore" -> new CommandLine(new RestoreCommand());
      // so that "kopi -git" excludes a word
      case "search" ->
          new CommandLine(new SearchCommand()).setUnmatchedOptionsArePositionalParams(true);
      case "export" ->
          new CommandLine(new ExportCommand(out)).setUnmatchedOptionsArePositionalParams(true);
      default -> throw new IllegalArgumentException("no command: " + name);
    };
  }

  /** Helps everywhere, and else does the command where every file can be named. */
  private static int execute(ParseResult arguments) {
    Integer helped = CommandLine.executeHelpRequest(arguments);
    if (helped != null) {
      return helped;
    }
    if (!canNameEveryFile()) {
      arguments
          .commandSpec()
          .commandLine()
          .getErr()
          .printf(
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
      case PortInUseException taken -> say(command, taken, FOUND_PROBLEMS);
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

  private static int sayWrong(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    command
        .getErr()
        .println(
            e instanceof UnmatchedArgumentException unknown
                ? "Speil does not know “" + String.join(" ", unknown.getUnmatched()) + "”."
                : e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See \"" + name + " --help\".");
    return WRONG_USAGE;
  }

  private static int say(CommandLine command, Exception e, int code) {
    command.getErr().println(e.getMessage());
    return code;
  }
}
