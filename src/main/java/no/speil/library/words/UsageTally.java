package no.speil.library.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.speil.corpus.DocumentId;
import no.speil.lexicon.GlossaryMatcher.GlossaryLine;
import no.speil.library.words.CounterpartFinder.Counterpart;
import no.speil.library.words.CounterpartFinder.Occurrence;
import no.speil.library.words.WordUsage.Breakdown;
import no.speil.library.words.WordUsage.Extent;
import no.speil.library.words.WordUsage.GlossaryUse;
import no.speil.library.words.WordUsage.Line;
import no.speil.library.words.WordUsage.Reading;
import no.speil.library.words.WordUsage.Share;
import no.speil.library.words.WordUsage.Translation;
import no.speil.library.words.WordUsage.UnalignedCounts;
import no.speil.library.words.WordUsage.WordForm;
import no.speil.search.StoredSection;

/** Counts the places of a word. For one thread. */
final class UsageTally {
  private static final int YEAR = 4;

  private final Set<DocumentId> documents = new HashSet<>();
  private final Map<String, Long> forms = new HashMap<>();
  private final Map<String, TranslationTally> translations = new HashMap<>();
  private final Map<String, ShareTally> years = new TreeMap<>();
  private final Map<String, ShareTally> translators = new TreeMap<>();
  private long sections;
  private long unknown;
  private long alone;
  private long stale;
  private long differing;
  private long differingSections;

  /** Why the words of a section are compared with another text or not. */
  enum Comparison {
    ALIGNED,
    ALONE,
    STALE
  }

  private static final class TranslationTally {
    private final Map<String, Long> forms = new HashMap<>();
    private final Set<DocumentId> documents = new HashSet<>();
    private long sections;

    Translation sum(String key) {
      return new Translation(key, mostUsed(forms), times(forms), sections, documents.size());
    }
  }

  private static final class ShareTally {
    private final Map<String, Long> byTranslation = new HashMap<>();
    private long times;
  }

  /** Adds the places of the word in a section; there is at least one. */
  void add(StoredSection section, List<Occurrence> occurrences, Comparison comparison) {
    DocumentId document = section.documentRef().document();
    documents.add(document);
    sections++;
    occurrences.forEach(each -> forms.merge(each.form(), 1L, Long::sum));
    share(years, year(section.documentRef().date()), occurrences);
    switch (comparison) {
      case ALONE -> alone += occurrences.size();
      case STALE -> stale += occurrences.size();
      case ALIGNED -> align(section, document, occurrences);
    }
  }

  private static String year(String date) {
    return date.length() < YEAR ? "" : date.substring(0, YEAR);
  }

  private void align(StoredSection section, DocumentId document, List<Occurrence> occurrences) {
    var keys = new HashSet<String>();
    long different = 0;
    for (Occurrence each : occurrences) {
      Counterpart counterpart = each.counterpart();
      if (counterpart == null) {
        unknown++;
        continue;
      }
      TranslationTally its =
          translations.computeIfAbsent(counterpart.key(), key -> new TranslationTally());
      its.forms.merge(counterpart.form(), 1L, Long::sum);
      its.documents.add(document);
      its.sections += keys.add(counterpart.key()) ? 1 : 0;
      different += each.differs() ? 1 : 0;
    }
    differing += different;
    differingSections += different > 0 ? 1 : 0;
    if (!section.status().translator().isEmpty()) {
      share(translators, section.status().translator(), occurrences);
    }
  }

  private static void share(
      Map<String, ShareTally> shares, String name, List<Occurrence> occurrences) {
    ShareTally its = shares.computeIfAbsent(name, key -> new ShareTally());
    its.times += occurrences.size();
    for (Occurrence each : occurrences) {
      Counterpart counterpart = each.counterpart();
      if (counterpart != null) {
        its.byTranslation.merge(counterpart.key(), 1L, Long::sum);
      }
    }
  }

  long times() {
    return times(forms);
  }

  Extent extent(Reading reading) {
    return new Extent(
        reading, times(), sections, documents.size(), new UnalignedCounts(unknown, alone, stale));
  }

  GlossaryUse glossary(List<GlossaryLine> lines) {
    return new GlossaryUse(
        lines.stream()
            .map(each -> new Line(each.norwegian(), each.english(), each.note()))
            .toList(),
        differing,
        differingSections);
  }

  /** The most used first. */
  List<Translation> translations() {
    return translations.entrySet().stream()
        .map(each -> each.getValue().sum(each.getKey()))
        .sorted(
            Comparator.comparingLong(Translation::times)
                .reversed()
                .thenComparing(Translation::form))
        .toList();
  }

  Breakdown breakdown() {
    var byTimes = new ArrayList<>(shares(translators));
    byTimes.sort(Comparator.comparingLong(Share::times).reversed()); // stable: then by name
    return new Breakdown(
        shares(years),
        byTimes,
        forms.entrySet().stream()
            .map(each -> new WordForm(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparingLong(WordForm::times).reversed().thenComparing(WordForm::form))
            .toList());
  }

  private static List<Share> shares(Map<String, ShareTally> tallies) {
    return tallies.entrySet().stream()
        .map(each -> new Share(each.getKey(), each.getValue().times, each.getValue().byTranslation))
        .toList();
  }

  private static long times(Map<String, Long> forms) {
    return forms.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The form with the most times; of several, the first of the alphabet. */
  private static String mostUsed(Map<String, Long> forms) {
    return forms.entrySet().stream()
        .min(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
