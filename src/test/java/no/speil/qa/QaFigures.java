package no.speil.qa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.TextRole;
import no.speil.library.IndexingListener;
import no.speil.library.Library;
import no.speil.library.LiveDocument;
import no.speil.markdown.VisibleMarkdownReader;
import no.speil.tracking.TextSnapshot;

/**
 * Prints how many warnings 100 good pairs of texts get, check by check: sentences of professional
 * translators (NTREX-128) and sections of the National Library's pages that are surely aligned.
 * With a check's code as argument also what it found.
 */
final class QaFigures {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final double SURE = .8;

  private final QaChecks checks =
      new QaChecks(new VisibleMarkdownReader(), new StarterDictionary());
  private final Set<String> shown;

  private QaFigures(Set<String> shown) {
    this.shown = shown;
  }

  public static void main(String[] args) throws Exception {
    var figures = new QaFigures(Set.of(args));
    figures.print("NTREX nb", ntrex("nb"));
    figures.print("NTREX nn", ntrex("nn"));
    figures.print("nb-preservation", pages());
  }

  private void print(String name, List<SectionTexts> pairs) {
    var counts = new EnumMap<QaCheck, Integer>(QaCheck.class);
    int touched = 0;
    for (SectionTexts pair : pairs) {
      List<QaWarning> found = checks.of(pair);
      touched += found.isEmpty() ? 0 : 1;
      for (QaWarning each : found) {
        counts.merge(each.check(), 1, Integer::sum);
        if (shown.contains(each.check().code())) {
          System.out.printf("%s%n  %s%n  %s%n", each, pair.original(), pair.translation());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d pairs, %.1f %% with a warning%n",
        name,
        pairs.size(),
        100.0 * touched / pairs.size());
    counts.forEach(
        (check, count) ->
            System.out.printf(
                Locale.ROOT,
                "  %-18s %4d  %.2f per 100%n",
                check.code(),
                count,
                100.0 * count / pairs.size()));
  }

  private static List<SectionTexts> ntrex(String language) throws IOException {
    var pairs = new ArrayList<SectionTexts>();
    for (String line : Files.readAllLines(CORPORA.resolve("ntrex/dev.jsonl"))) {
      JsonNode story = new ObjectMapper().readTree(line);
      for (int i = 0; i < story.get("en").size(); i++) {
        pairs.add(
            SectionTexts.of(story.get(language).get(i).asText(), story.get("en").get(i).asText()));
      }
    }
    return pairs;
  }

  private static List<SectionTexts> pages() throws Exception {
    var pairs = new ArrayList<SectionTexts>();
    Path index = Files.createTempDirectory("check-figures");
    try (Library library =
        Library.open(
            Archive.openReadOnly(CORPORA.resolve("nb-preservation"), Clock.systemUTC()),
            index,
            Clock.systemUTC(),
            IndexingListener.NONE)) {
      library.awaitReady(Duration.ofMinutes(2));
      library
          .documents(0, 1000)
          .forEach(each -> library.document(each.id()).ifPresent(it -> add(it, pairs)));
    }
    return pairs;
  }

  private static void add(LiveDocument document, List<SectionTexts> pairs) {
    var translation = document.translation();
    Set<String> notes = translation == null ? Set.of() : notes(translation.text());
    document.sections().stream()
        .map(each -> each.section())
        .filter(each -> !each.original().isEmpty() && !each.translation().isEmpty())
        .filter(each -> each.alignment().confidence() >= SURE)
        .forEach(each -> pairs.add(texts(each, notes)));
  }

  private static SectionTexts texts(Section section, Set<String> notes) {
    return new SectionTexts(
        TextSnapshot.markdown(section.original()),
        TextSnapshot.markdown(section.translation()),
        TextRole.of(section.original()),
        notes);
  }

  private static Set<String> notes(DocumentText text) {
    return text.blocks().stream()
        .map(block -> block.markdown())
        .filter(markdown -> markdown.startsWith("[^"))
        .map(markdown -> markdown.substring(2, markdown.indexOf(']')))
        .collect(Collectors.toSet());
  }
}
