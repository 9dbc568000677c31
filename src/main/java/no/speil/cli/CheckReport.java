package no.speil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.cli.CheckCommand.Finding;
import no.speil.corpus.Block;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.text.Normalization;
import no.speil.library.documents.DocumentChecks.FailedCheck;
import no.speil.library.documents.LiveDocument;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.record.ReportEvent;
import no.speil.record.TrackedReport;
import no.speil.status.TrackedSection;

/** What a check has found, as lines for people and as JSON for programs. */
record CheckReport(
    long documents,
    long sections,
    List<Problem> problems,
    Map<Finding, List<Place>> places,
    List<GlossaryContradiction> contradictions) {

  /**
   * A section that somebody should look at.
   *
   * @param file where its text stands, with {@code /}
   * @param line from 1; 1 for a title
   */
  record Place(String document, String section, String file, int line, String words) {
    private static final int SHOWN = 60;

    static Place of(LiveDocument document, TrackedSection tracked) {
      boolean isOriginal = !tracked.section().original().isEmpty();
      return of(document, tracked, isOriginal ? Side.ORIGINAL : Side.TRANSLATION);
    }

    /** Where the translation stands that fails a check, and what the check says, on one line. */
    static Place failing(LiveDocument document, TrackedSection tracked, FailedCheck failed) {
      String message = CheckTexts.message(Messages.ENGLISH, failed.warning());
      return of(document, tracked, Side.TRANSLATION)
          .saying(failed.code() + ". " + Normalization.normalize(message));
    }

    private static Place of(LiveDocument document, TrackedSection tracked, Side side) {
      Block block = tracked.section().side(side).getFirst();
      var file = document.file(side);
      String words = block.text();
      return new Place(
          document.id().value(),
          tracked.section().id().value(),
          file == null ? "" : file.path(),
          block.source().line(),
          words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…");
    }

    private String line(Finding finding) {
      return "%s:%s: %s (/s/%s): %s".formatted(file, line, code(finding), section, words);
    }

    private Place saying(String other) {
      return new Place(document, section, file, line, other);
    }

    /** The same place with what a reader has reported there, on one line. */
    Place reported(TrackedReport tracked) {
      ReportEvent report = tracked.report();
      String quoted = report.textQuote().exact();
      String said =
          Stream.of(
                  "%s (%s)"
                      .formatted(
                          report.reportContent().reportCategory().code(), report.signature().by()),
                  quoted.isEmpty() ? "" : "“" + quoted + "”",
                  Normalization.normalize(report.reportContent().words()))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      return saying(said);
    }
  }

  boolean found(Finding finding) {
    return finding == Finding.PROBLEMS ? !problems.isEmpty() : places.containsKey(finding);
  }

  /** Problems, each with its file and line. */
  static List<String> lines(List<Problem> problems) {
    var lines = new ArrayList<String>();
    for (ProblemLine problem : ProblemLine.all(Messages.ENGLISH, problems, "")) {
      String where = problem.line() > 0 ? ":" + problem.line() : "";
      lines.add(problem.file() + where + ": " + problem.what() + " " + problem.remedy());
    }
    return lines;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.addAll(lines(problems));
    places.forEach(
        (finding, found) -> {
          if (finding != Finding.UNTRANSLATED) { // the rule in a young archive, so only counted
            found.forEach(place -> lines.add(place.line(finding)));
          }
        });
    for (GlossaryContradiction each : contradictions) {
      lines.add(
          "%s:%s: note: \"%s\" %s (lines %s)"
              .formatted(
                  Archive.GLOSSARY,
                  each.lines().getFirst(),
                  each.term(),
                  each.kind().words(),
                  each.lines().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    lines.add(summary());
    return lines;
  }

  String json() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    report.put("documents", documents).put("sections", sections);
    ArrayNode listed = report.putArray("problems");
    for (ProblemLine problem : ProblemLine.all(Messages.ENGLISH, problems, "")) {
      listed
          .addObject()
          .put("file", problem.file())
          .put("line", problem.line())
          .put("kind", problem.kind())
          .put("what", problem.what())
          .put("remedy", problem.remedy());
    }
    for (Finding finding : Finding.values()) {
      if (finding != Finding.PROBLEMS) {
        ArrayNode found = report.putArray(code(finding));
        places.getOrDefault(finding, List.of()).forEach(place -> add(found, finding, place));
      }
    }
    ArrayNode glossary = report.putArray("glossary");
    for (GlossaryContradiction each : contradictions) {
      ArrayNode lines =
          glossary
              .addObject()
              .put("kind", each.kind().code())
              .put("term", each.term())
              .putArray("lines");
      each.lines().forEach(lines::add);
    }
    return report.toString();
  }

  private static void add(ArrayNode array, Finding finding, Place place) {
    ObjectNode node =
        array
            .addObject()
            .put("document", place.document())
            .put("section", place.section())
            .put("file", place.file())
            .put("line", place.line());
    if (finding == Finding.REPORT || finding == Finding.CHECK) {
      node.put("words", place.words());
    }
  }

  private String summary() {
    var summary = new StringBuilder(CountLine.amount(documents, "document"));
    summary.append(", ").append(CountLine.amount(sections, "section"));
    summary.append(": ").append(CountLine.amount(problems.size(), "problem"));
    for (Finding finding : Finding.values()) {
      if (finding != Finding.PROBLEMS) {
        int count = places.getOrDefault(finding, List.of()).size();
        summary.append(", ").append(count).append(' ').append(code(finding));
      }
    }
    return summary.toString();
  }

  private static String code(Finding finding) {
    return finding.name().toLowerCase(Locale.ROOT);
  }
}
