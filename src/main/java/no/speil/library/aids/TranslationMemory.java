package no.speil.library.aids;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.align.dp.Pairing;
import no.speil.align.dp.Pairing.Span;
import no.speil.align.dp.SentenceAligner;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.TextRole;
import no.speil.corpus.text.WordCharacters;
import no.speil.library.aids.MemoryMatch.FileSource;
import no.speil.library.aids.MemoryMatch.LiveSource;
import no.speil.library.aids.MemoryMatch.Part;
import no.speil.library.aids.MemoryMatch.RecordSource;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.EarlierTranslations.EarlierTranslation;
import no.speil.library.documents.LayoutEngines;
import no.speil.library.imports.MemoryFiles;
import no.speil.markdown.inline.MarkdownEscape;
import no.speil.markdown.inline.MarkdownTable;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.search.StoredSection;
import no.speil.search.index.SectionIndex;
import no.speil.status.TrackedSection;

/**
 * The archive as a translation memory: what was made of originals like one, and of sentences like
 * its sentences, and what the records know of the same original. The index finds sections with the
 * same words; their sentences are aligned when they are asked for.
 */
final class TranslationMemory {
  private static final int LOOKED_AT = 15;

  /** A text as like as this is used as a whole, and its sentences are not offered beside it. */
  private static final double NEARLY_SAME = .8;

  /** The least likeness of a section, and the least part of the words by which it is found. */
  private static final double LIKE = .5;

  private static final double SHARED = .25;

  /** The same for a sentence, of which two may be alike by chance. */
  private static final double SENTENCE_LIKE = .65;

  private static final double SENTENCE_SHARED = .5;

  /** Sentences of a section that are looked for at once. */
  private static final int MOST_SENTENCES = 12;

  private static final Comparator<MemoryMatch> LIKEST_FIRST =
      Comparator.comparingDouble(MemoryMatch::likeness)
          .reversed()
          .thenComparing(MemoryMatch::isSentence);

  private final SectionIndex index;
  private final DocumentStore documents;
  private final MemoryFiles files;
  private final SentenceAligner sentences = LayoutEngines.sentences();

  TranslationMemory(SectionIndex index, DocumentStore documents, MemoryFiles files) {
    this.index = index;
    this.documents = documents;
    this.files = files;
  }

  /** A section that may be like a part of another one, by what the index has of both. */
  private record Candidate(StoredSection found, Part part, double likeness) {}

  /**
   * Likest first; of the same texts one only. The texts are read from their files.
   *
   * @param at a place among the words of the original, whose sentence alone is looked for, beside
   *     the whole; a negative number for the first sentences
   */
  List<MemoryMatch> of(TrackedSection section, int at, int most) {
    String original = section.section().words(Side.ORIGINAL);
    if (original.isBlank()) {
      return List.of();
    }
    List<MemoryMatch> wholes = wholes(section, original, most);
    var all = new ArrayList<>(wholes);
    parts(original, at).forEach(part -> all.addAll(ofFiles(part)));
    sentences(section.section().id(), original, at)
        .filter(sentence -> wholes.stream().noneMatch(whole -> covers(whole, sentence)))
        .limit(most)
        .forEach(all::add);
    return likest(all, most);
  }

  private static List<MemoryMatch> likest(List<MemoryMatch> all, int most) {
    var seen = new HashSet<String>();
    return all.stream()
        .sorted(LIKEST_FIRST)
        .filter(each -> seen.add(each.translation()))
        .limit(most)
        .toList();
  }

  /**
   * What was made of other cells and short sections that are like a cell of a section's table, then
   * of tables like the whole.
   */
  List<MemoryMatch> ofCell(TrackedSection section, String words, int most) {
    var part = new Part(words, null);
    var all = new ArrayList<>(ofFiles(part));
    candidates(section.section().id(), words, SENTENCE_SHARED)
        .flatMap(each -> live(each).stream())
        .flatMap(live -> pairs(live, part))
        .filter(each -> each.likeness() >= LIKE && !each.translation().isBlank())
        .forEach(all::add);
    List<MemoryMatch> wholes = wholes(section, section.section().words(Side.ORIGINAL), most);
    return Stream.concat(likest(all, most).stream(), likest(wholes, most).stream())
        .limit(most)
        .toList();
  }

  /** The cells of a table that is translated cell by cell; of another section the whole. */
  private static Stream<MemoryMatch> pairs(LiveSource live, Part part) {
    String original = live.section().markdown(Side.ORIGINAL);
    String translation = live.section().markdown(Side.TRANSLATION);
    Optional<MarkdownTable> table = MarkdownTable.of(original);
    if (table.isEmpty()) {
      return Stream.of(pair(live, part, original, translation));
    }
    List<String> cells =
        MarkdownTable.of(translation)
            .filter(table.get()::isShapedAs)
            .map(MarkdownTable::texts)
            .orElse(List.of());
    List<String> originals = table.get().texts();
    return IntStream.range(0, cells.size())
        .mapToObj(i -> pair(live, part, originals.get(i), cells.get(i)));
  }

  private static MemoryMatch pair(LiveSource live, Part part, String original, String translation) {
    String words = new VisibleMarkdownReader().read(original, TextRole.BODY).text();
    return new MemoryMatch(live, part, words, translation, likeness(part.text(), words));
  }

  private static MemoryMatch match(TrackedSection section, EarlierTranslation earlier) {
    String original = section.markdown(Side.ORIGINAL);
    return new MemoryMatch(
        new RecordSource(earlier), new Part(original, null), original, earlier.translation(), 1);
  }

  private static boolean covers(MemoryMatch whole, MemoryMatch sentence) {
    return whole.source() instanceof LiveSource one
        && sentence.source() instanceof LiveSource other
        && one.section().section().id().equals(other.section().section().id())
        && (whole.likeness() >= NEARLY_SAME || whole.likeness() >= sentence.likeness());
  }

  /** What was made of originals like all of a section's. */
  private List<MemoryMatch> wholes(TrackedSection section, String original, int most) {
    var all = new ArrayList<>(live(section, original, most));
    documents.earlier().of(section).forEach(each -> all.add(match(section, each)));
    all.addAll(ofFiles(new Part(original, null)));
    return all;
  }

  private List<MemoryMatch> live(TrackedSection section, String original, int most) {
    var part = new Part(section.markdown(Side.ORIGINAL), null);
    return candidates(section.section().id(), original, SHARED)
        .map(each -> new Candidate(each, part, likeness(original, words(each))))
        .filter(each -> each.likeness() >= LIKE)
        .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
        .flatMap(each -> live(each.found()).stream())
        .map(
            live ->
                new MemoryMatch(
                    live,
                    part,
                    live.section().markdown(Side.ORIGINAL),
                    live.section().markdown(Side.TRANSLATION),
                    likeness(original, live.section().section().words(Side.ORIGINAL))))
        .filter(distinctTexts())
        .limit(most)
        .toList();
  }

  private static Predicate<MemoryMatch> distinctTexts() {
    var seen = new HashSet<String>();
    return each -> seen.add(each.original() + "\n\0\n" + each.translation());
  }

  private Stream<MemoryMatch> sentences(SectionId id, String original, int at) {
    boolean alsoWhole = SentenceAligner.sentences(Side.ORIGINAL, original).size() > 1;
    Map<SectionId, List<Pairing>> pairings = new HashMap<>();
    return parts(original, at).stream()
        .flatMap(
            sentence ->
                candidates(id, sentence.text(), SENTENCE_SHARED)
                    .map(each -> new Candidate(each, sentence, likest(sentence, words(each)))))
        .filter(each -> each.likeness() >= SENTENCE_LIKE)
        .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
        .flatMap(each -> pair(each, alsoWhole, pairings).stream())
        .filter(distinctTexts());
  }

  /** The sentences that are looked for. */
  private static List<Part> parts(String original, int at) {
    return SentenceAligner.sentences(Side.ORIGINAL, original).stream()
        .filter(each -> at < 0 || (each.from() <= at && at <= each.to()))
        .limit(MOST_SENTENCES)
        .map(each -> new Part(part(original, each), each))
        .toList();
  }

  private List<MemoryMatch> ofFiles(Part part) {
    boolean isSentence = part.sentence() != null;
    return files.find(part.text(), isSentence ? SENTENCE_SHARED : SHARED, LOOKED_AT).stream()
        .map(
            unit ->
                new MemoryMatch(
                    new FileSource(unit.file()),
                    part,
                    unit.original(),
                    MarkdownEscape.words(unit.translation(), false),
                    likeness(part.text(), unit.original())))
        .filter(each -> each.likeness() >= (isSentence ? SENTENCE_LIKE : LIKE))
        .toList();
  }

  /** The likeness of the likest sentence of a text. */
  private static double likest(Part sentence, String original) {
    return SentenceAligner.sentences(Side.ORIGINAL, original).stream()
        .mapToDouble(each -> likeness(sentence.text(), part(original, each)))
        .max()
        .orElse(0);
  }

  /**
   * The sentences of a section that say the same and whose original is the likest.
   *
   * @param alsoWhole whether all of the section's text is a match, too
   */
  private Optional<MemoryMatch> pair(
      Candidate candidate, boolean alsoWhole, Map<SectionId, List<Pairing>> known) {
    Part sentence = candidate.part();
    return live(candidate.found())
        .flatMap(
            live -> {
              String original = live.section().section().words(Side.ORIGINAL);
              String translation = live.section().section().words(Side.TRANSLATION);
              List<Pairing> pairings =
                  known.computeIfAbsent(
                      candidate.found().section(), id -> sentences.align(original, translation));
              return pairings.stream()
                  .filter(each -> alsoWhole || pairings.size() > 1)
                  .filter(Pairing::isLink)
                  .map(
                      each ->
                          new MemoryMatch(
                              live,
                              sentence,
                              part(original, each.original()),
                              MarkdownEscape.words(part(translation, each.translation()), false),
                              likeness(sentence.text(), part(original, each.original()))))
                  .max(Comparator.comparingDouble(MemoryMatch::likeness))
                  .filter(each -> each.likeness() >= SENTENCE_LIKE);
            });
  }

  private static String part(String text, Span span) {
    return text.substring(span.from(), span.to());
  }

  private Stream<StoredSection> candidates(SectionId itself, String original, double shared) {
    return index
        .search(searcher -> searcher.translated(original, itself, shared, LOOKED_AT))
        .stream();
  }

  private Optional<LiveSource> live(StoredSection found) {
    return documents
        .live(found.documentRef().document(), found.section())
        .filter(live -> !live.section().section().translation().isEmpty())
        .map(live -> new LiveSource(live.document(), live.section()));
  }

  private static String words(StoredSection found) {
    String original = found.texts().original();
    return original == null ? "" : original;
  }

  /** How many of their words two texts share (Dice's coefficient). */
  static double likeness(String one, String other) {
    List<String> mine = split(one);
    List<String> theirs = split(other);
    int shared = WordCharacters.shared(mine, theirs);
    return mine.isEmpty() || theirs.isEmpty() ? 0 : 2.0 * shared / (mine.size() + theirs.size());
  }

  private static List<String> split(String text) {
    return WordCharacters.LETTERS_AND_NUMBERS.words(text.toLowerCase(Locale.ROOT));
  }
}
