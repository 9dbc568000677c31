package no.speil.library.aids;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.speil.corpus.Side;
import no.speil.corpus.text.WordCharacters;
import no.speil.library.aids.TranslationAids.MemoryMatch;
import no.speil.library.documents.DocumentStore;
import no.speil.record.TextSnapshot;
import no.speil.search.StoredSection;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;

/** The archive as a translation memory: what was made of originals like one. */
final class TranslationMemory {
  private static final int LOOKED_AT = 15;
  private static final double LIKE = .5;

  private final SectionIndex index;
  private final DocumentStore documents;

  TranslationMemory(SectionIndex index, DocumentStore documents) {
    this.index = index;
    this.documents = documents;
  }

  private record Candidate(StoredSection found, double likeness) {}

  /** Likest first; of the same texts one only. The texts are read from their files. */
  List<MemoryMatch> of(TrackedSection section, int most) {
    String original = section.section().words(Side.ORIGINAL);
    List<StoredSection> found =
        original.isBlank()
            ? List.of()
            : index.search(searcher -> searcher.translated(section.section().id(), LOOKED_AT));
    List<Candidate> candidates =
        found.stream()
            .map(each -> new Candidate(each, likeness(original, each)))
            .filter(each -> each.likeness() >= LIKE)
            .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
            .toList();
    var matches = new ArrayList<MemoryMatch>();
    var seen = new HashSet<String>();
    for (Candidate each : candidates) {
      if (matches.size() < most) {
        read(each, original, seen, matches);
      }
    }
    return matches;
  }

  private void read(
      Candidate candidate, String original, Set<String> seen, List<MemoryMatch> matches) {
    StoredSection found = candidate.found();
    documents
        .findLoadable(found.documentRef().document())
        .flatMap(
            document ->
                document
                    .section(found.section())
                    .filter(live -> !live.section().translation().isEmpty())
                    .filter(live -> seen.add(texts(live)))
                    .map(live -> new MemoryMatch(document, live, likeness(original, live))))
        .ifPresent(matches::add);
  }

  private static String texts(TrackedSection live) {
    return TextSnapshot.markdown(live.section().original())
        + "\n\0\n"
        + TextSnapshot.markdown(live.section().translation());
  }

  private static double likeness(String original, TrackedSection live) {
    return likeness(original, live.section().words(Side.ORIGINAL));
  }

  private static double likeness(String original, StoredSection found) {
    String other = found.texts().original();
    return other == null ? 0 : likeness(original, other);
  }

  /** How many of their words two texts share (Dice's coefficient). */
  static double likeness(String one, String other) {
    Map<String, Integer> words = new HashMap<>();
    List<String> mine = words(one);
    List<String> theirs = words(other);
    mine.forEach(word -> words.merge(word, 1, Integer::sum));
    int shared = 0;
    for (String word : theirs) {
      if (words.merge(word, -1, Integer::sum) >= 0) {
        shared++;
      }
    }
    return mine.isEmpty() || theirs.isEmpty() ? 0 : 2.0 * shared / (mine.size() + theirs.size());
  }

  private static List<String> words(String text) {
    return WordCharacters.LETTERS_AND_NUMBERS.words(text.toLowerCase(Locale.ROOT));
  }
}
