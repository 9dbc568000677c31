package no.speil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

/**
 * What a check has found, as lines for people and as JSON for programs.
 *
 * @param places of every kind that is found in sections, also where nothing was found
 */
record CheckReport(
    long documents,
    long sections,
    List<Problem> problems,
    Map<Finding, List<Place>> places,
    List<GlossaryContradiction> contradictions) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
      String path = file == null ? "" : file.path();
      String text = block.text();
      String words = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
      String section = tracked.section().id().value();
      return new Place(document.id().value(), section, path, block.source().line(), words);
    }

    private String line(Finding finding) {
      return "%s:%s: %s (/s/%s): %s".formatted(file, line, finding.code(), section, words);
    }

    private Place saying(String other) {
      return new Place(document, section, file, line, other);
    }

    /** The same place with what a reader has reported there, on one line. */
    Place reported(TrackedReport tracked) {
      ReportEvent report = tracked.report();
      String quoted = report.textQuote().exact();
      String category = report.reportContent().reportCategory().code();
      String said =
          Stream.of(
                  category + " (" + report.signature().by() + ")",
                  quoted.isEmpty() ? "" : "“" + quoted + "”",
                  Normalization.normalize(report.reportContent().words()))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" "));
      return saying(said);
    }
  }

  boolean found(Finding finding) {
    return switch (finding) {
      case PROBLEMS -> !problems.isEmpty();
      case GIT -> problems.stream().anyMatch(each -> each.kind().code().startsWith("git-"));
      default -> !places.getOrDefault(finding, List.of()).isEmpty();
    };
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
    var lines = new ArrayList<>(lines(problems));
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
    var report = new LinkedHashMap<String, Object>();
    report.put("documents", documents);
    report.put("sections", sections);
    report.put("problems", ProblemLine.all(Messages.ENGLISH, problems, ""));
    places.forEach((finding, found) -> report.put(finding.code(), nodes(finding, found)));
    report.put(
        "glossary",
        contradictions.stream()
            .map(each -> new Contradiction(each.kind().code(), each.term(), each.lines()))
            .toList());
    return MAPPER.valueToTree(report).toString();
  }

  private record Contradiction(String kind, String term, List<Integer> lines) {}

  private static List<ObjectNode> nodes(Finding finding, List<Place> found) {
    List<ObjectNode> nodes = found.stream().map(MAPPER::<ObjectNode>valueToTree).toList();
    if (finding != Finding.REPORT && finding != Finding.CHECK) {
      nodes.forEach(node -> node.remove("words"));
    }
    return nodes;
  }

  private String summary() {
    var summary = new StringBuilder(ArchiveCommand.amount(documents, "document"));
    summary.append(", ").append(ArchiveCommand.amount(sections, "section"));
    summary.append(": ").append(ArchiveCommand.amount(problems.size(), "problem"));
    places.forEach(
        (finding, found) ->
            summary.append(", ").append(found.size()).append(' ').append(finding.code()));
    return summary.toString();
  }
}
