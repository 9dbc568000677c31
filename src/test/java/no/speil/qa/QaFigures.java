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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.TestCorpora;
import no.speil.archive.Archive;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.TextRole;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.library.sync.BackgroundSync.IndexingListener;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.record.TextSnapshot;
import no.speil.search.analysis.BuiltInDictionary;

/**
 * Prints, for each check, how many warnings 100 good pairs of texts get: sentences of professional
 * translators (NTREX-128), the Universal Declaration of Human Rights, and reliably aligned sections
 * of the National Library's pages; and how many removed words such as "not", "must" and "may" are
 * missed. With a check's code as argument it also prints the findings.
 */
final class QaFigures {
  private static final double SURE = .8;

  private static final Pattern NOT =
      Pattern.compile(
          "\\b(?:not|no|never|none|nobody|nothing|neither|without|cannot)\\b(?!-)(?<!\\.no)"
              + "|n[’']t\\b");
  private static final Pattern IKKE =
      Pattern.compile("\\b(?:ikke|ikkje|ingen|inga|ingenting|aldri|uten|utan|verken)\\b");
  private static final Pattern MUST = Pattern.compile("\\b(?:must|should|shall|may|can|could)\\b");
  private static final Pattern OTHERWISE = Pattern.compile("\\b(?:must|shall|may|can|could)\\b");
  private static final Pattern KAN =
      Pattern.compile("\\b(?:må|måtte|bør|burde|kan|kunne)\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private static final String FROM_TRANSLATION = "taken out of the translation";
  private static final String FROM_ORIGINAL = "taken out of the original";
  private static final List<Slip> SLIPS =
      List.of(
          new Slip(
              FROM_TRANSLATION,
              "negation",
              false,
              IKKE,
              NOT,
              Map.of(
                  "nothing",
                  "something",
                  "nobody",
                  "somebody",
                  "none",
                  "some",
                  "without",
                  "with",
                  "cannot",
                  "can")),
          new Slip(
              FROM_ORIGINAL,
              "negation",
              true,
              NOT,
              IKKE,
              Map.of(
                  "ingen",
                  "noen",
                  "inga",
                  "nokon",
                  "ingenting",
                  "noe",
                  "uten",
                  "med",
                  "utan",
                  "med")),
          new Slip(FROM_TRANSLATION, "modality", false, KAN, MUST, Map.of()),
          new Slip(FROM_ORIGINAL, "modality", true, MUST, KAN, Map.of()),
          new Slip(
              "put for another",
              "modality",
              false,
              KAN,
              OTHERWISE,
              Map.of(
                  "must", "may", "shall", "may", "may", "must", "can", "must", "could", "must")));

  /**
   * An artificial slip.
   *
   * @param kind the beginning of the codes of the checks that should find it
   * @param beside what the other text must contain, so that something is lost
   * @param instead replacement of the word; may be empty
   */
  private record Slip(
      String name,
      String kind,
      boolean inOriginal,
      Pattern beside,
      Pattern words,
      Map<String, String> instead) {}

  private final QaChecks checks =
      new QaChecks(new VisibleMarkdownReader(), BuiltInDictionary.get()::english);
  private final Set<String> shown;

  private QaFigures(Set<String> shown) {
    this.shown = shown;
  }

  public static void main(String[] args) throws Exception {
    var figures = new QaFigures(Set.of(args));
    figures.print("NTREX nb", ntrex("nb"));
    figures.print("NTREX nn", ntrex("nn"));
    figures.print("UDHR", pages("udhr"));
    figures.print("nb-preservation", pages("nb-preservation"));
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
    SLIPS.forEach(slip -> recall(pairs, slip));
  }

  /** Makes the slip in each pair without such a warning, and counts how many are found. */
  private void recall(List<SectionTexts> pairs, Slip slip) {
    int made = 0;
    int found = 0;
    for (SectionTexts pair : pairs) {
      String text = slip.inOriginal() ? pair.original() : pair.translation();
      String beside = slip.inOriginal() ? pair.translation() : pair.original();
      if (warns(pair, slip.kind()) || !slip.beside().matcher(beside).find()) {
        continue;
      }
      Matcher matcher = slip.words().matcher(text);
      while (matcher.find()) {
        String word = matcher.group();
        String other = Objects.requireNonNullElse(slip.instead().get(word), "");
        String slipped = text.substring(0, matcher.start()) + other + text.substring(matcher.end());
        made++;
        found +=
            warns(
                    slip.inOriginal()
                        ? new SectionTexts(slipped, pair.translation(), pair.role(), pair.notes())
                        : new SectionTexts(pair.original(), slipped, pair.role(), pair.notes()),
                    slip.kind())
                ? 1
                : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "  %-18s found of %4d %s: %.0f %%%n",
        slip.kind(),
        made,
        slip.name(),
        made == 0 ? 0 : 100.0 * found / made);
  }

  private boolean warns(SectionTexts pair, String kind) {
    return checks.of(pair).stream().anyMatch(each -> each.check().code().startsWith(kind));
  }

  private static List<SectionTexts> ntrex(String language) throws IOException {
    var pairs = new ArrayList<SectionTexts>();
    for (String line : Files.readAllLines(TestCorpora.path("ntrex/dev.jsonl"))) {
      JsonNode story = new ObjectMapper().readTree(line);
      for (int i = 0; i < story.get("en").size(); i++) {
        pairs.add(
            QaChecksTest.texts(
                story.get(language).get(i).asText(), story.get("en").get(i).asText()));
      }
    }
    return pairs;
  }

  private static List<SectionTexts> pages(String corpus) throws Exception {
    var pairs = new ArrayList<SectionTexts>();
    Path index = Files.createTempDirectory("check-figures");
    try (Library library =
        Library.open(
            Archive.openReadOnly(TestCorpora.path(corpus), Clock.systemUTC()),
            index,
            Clock.systemUTC(),
            IndexingListener.NONE)) {
      library.sync().awaitReady(Duration.ofMinutes(5));
      library
          .catalogue()
          .page(0, 1000)
          .forEach(each -> library.documents().find(each.id()).ifPresent(it -> add(it, pairs)));
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
