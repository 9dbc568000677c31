package no.speil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import no.speil.library.catalogue.Catalogue.ArchiveCounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command about one archive. */
abstract class ArchiveCommand implements Callable<Integer> {
  @Mixin RootOption root = new RootOption();
  @Spec CommandSpec spec = CommandSpec.create();

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  void print(List<String> lines) {
    lines.forEach(out()::println);
  }

  /**
   * A usage error, to be printed by picocli.
   *
   * @param why in a sentence
   */
  ParameterException usageError(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  static ParameterException wrong(CommandSpec spec, String option, String why) {
    String words = "Invalid value for option '" + option + "': " + why;
    return new ParameterException(spec.commandLine(), words, spec.optionsMap().get(option), "");
  }

  /** The secret in a file; null where no file is named. */
  static @Nullable String secret(CommandSpec spec, String option, @Nullable Path file) {
    if (file == null) {
      return null;
    }
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw wrong(spec, option, file + " is empty");
      }
      return secret;
    } catch (IOException e) {
      throw wrong(spec, option, "cannot read " + e.getMessage());
    }
  }

  static int exitCode(boolean isFine) {
    return isFine ? SpeilCommand.FINE : SpeilCommand.FOUND_PROBLEMS;
  }

  /** What an archive holds, in one line. */
  static String line(ArchiveCounts counts, long startNanos) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s (%.1f s)",
        amount(counts.documents(), "document"),
        amount(counts.sections(), "section"),
        amount(counts.problems(), "problem"),
        (System.nanoTime() - startNanos) / 1e9);
  }

  static String amount(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}
