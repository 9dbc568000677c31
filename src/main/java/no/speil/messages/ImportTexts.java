package no.speil.messages;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.library.imports.UnitImport;

/** What an import would do, in words. */
public final class ImportTexts {
  private ImportTexts() {}

  /** How many steps of each kind there are. */
  public static List<String> counts(Messages t, Stream<ImportStep> steps) {
    var counts = new EnumMap<Kind, Integer>(Kind.class);
    steps.forEach(step -> counts.merge(step.kind(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(each -> t.of("import.count." + each.getKey().code(), each.getValue()))
        .toList();
  }

  /** What is done with a section. */
  public static String kind(Messages t, ImportStep step) {
    return t.of("import.kind." + step.kind().code());
  }

  /** Why, in a sentence. */
  public static String reason(Messages t, ImportStep step) {
    return t.of("import.reason." + step.reason().code());
  }

  /** What is wrong with a file, in a sentence. */
  public static String problem(Messages t, UnreadableFileException problem) {
    return t.of("import.file." + problem.reason().code());
  }

  /** The same with the file's name and the line. */
  public static String problem(Messages t, String file, UnreadableFileException problem) {
    String why = problem(t, problem);
    return problem.line() > 0
        ? t.of("import.file.line", file, problem.line(), why)
        : t.of("import.file", file, why);
  }

  /** How many units belong to no section, where there are such, in a sentence. */
  public static String unknown(Messages t, UnitImport.Plan plan) {
    return t.of("import.unknown", plan.unknown().size(), plan.unknown().getFirst());
  }
}
