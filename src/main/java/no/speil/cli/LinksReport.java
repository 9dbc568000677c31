package no.speil.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.StoredJson;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.LinkCheckResult;
import no.speil.corpus.LinkOutcome;
import no.speil.library.documents.SourceUrls;

/**
 * What is known of every address that the archive's files name, for people and for programs.
 *
 * @param sources the files that name each address
 * @param others what they name that is no address of the web
 */
record LinksReport(
    SourceUrls sources, SortedMap<String, LinkCheckResult> answers, List<String> others) {

  /** Whether something could not be read where it is said to be. */
  boolean lost() {
    return answers.values().stream().anyMatch(answer -> answer.outcome().isLost());
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    for (LinkCheckResult answer : answers.values()) {
      if (answer.outcome() != LinkOutcome.ANSWERED || !answer.moved().isEmpty()) {
        lines.add(line(answer));
      }
    }
    for (String other : others) {
      String why =
          HttpUrl.parse(other).isEmpty()
              ? "is no address of the web; it was not asked."
              : "is in this network; it was not asked (--allow-private asks it).";
      lines.add("%s: %s %s".formatted(where(other), other, why));
    }
    lines.add(summary());
    return lines;
  }

  String json() {
    ObjectNode report = new ObjectMapper().createObjectNode();
    ArrayNode listed = report.putArray("answers");
    for (LinkCheckResult answer : answers.values()) {
      ObjectNode node = StoredJson.MAPPER.valueToTree(answer);
      files(answer.address()).forEach(node.putArray("files")::add);
      kept(answer).forEach(node.putArray("kept")::add);
      listed.add(node);
    }
    others.forEach(report.putArray("others")::add);
    return report.toString();
  }

  private String line(LinkCheckResult answer) {
    String words =
        switch (answer.outcome()) {
          case ANSWERED -> "has moved for good to " + answer.moved();
          case DENIED -> "lets no programs in";
          case MISSING -> "is missing";
          case FRONT_PAGE -> "leads to the front page of its site";
          case FAILING -> "fails";
          case ASTRAY -> "leads astray";
          case TIMEOUT -> "did not answer in time";
          case UNREACHABLE -> "cannot be reached";
          case INSECURE -> "has no connection that is safe";
        };
    String status = answer.status() == 0 ? "" : " (" + answer.status() + ")";
    String files = String.join(", ", kept(answer));
    String kept = files.isEmpty() ? "" : "; kept as it was fetched: " + files;
    return "%s: %s %s%s%s%s"
        .formatted(where(answer.address()), answer.address(), words, status, before(answer), kept);
  }

  private static String before(LinkCheckResult answer) {
    Instant answered = answer.answered();
    return answered == null || answer.outcome() == LinkOutcome.ANSWERED
        ? ""
        : "; it answered last on " + answered.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private String where(String address) {
    return String.join(", ", files(address));
  }

  /** Where the page is kept that an address led to and is lost. */
  private SortedSet<String> kept(LinkCheckResult answer) {
    return answer.outcome().isLost()
        ? sources.kept().getOrDefault(answer.address(), Collections.emptySortedSet())
        : Collections.emptySortedSet();
  }

  private SortedSet<String> files(String address) {
    return sources.named().getOrDefault(address, Collections.emptySortedSet());
  }

  private String summary() {
    String counts =
        Stream.of(LinkOutcome.values())
            .map(outcome -> count(outcome) + " " + outcome.code().replace('-', ' '))
            .filter(count -> !count.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return (answers.size() == 1 ? "1 address" : answers.size() + " addresses")
        + (counts.isEmpty() ? "" : ": " + counts);
  }

  private long count(LinkOutcome outcome) {
    return answers.values().stream().filter(each -> each.outcome() == outcome).count();
  }
}
