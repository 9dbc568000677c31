package no.speil.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.checking.Checks;
import no.speil.checking.Finding;
import no.speil.checking.Texts;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.lexicon.Phrasebook.Expected;
import no.speil.lexicon.Translation;
import no.speil.search.Meaning;
import no.speil.search.index.SectionIndex;
import no.speil.search.text.IndexCutting;
import no.speil.tracking.Snapshot;
import no.speil.tracking.TrackedSection;

/** What helps to translate a section: memory, words and checks. Thread-safe. */
public final class Workbench {
  private static final int MOST_SETTLED = 12;
  private static final int MOST_LEARNED = 12;
  private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\]]+)\\]:");

  private final SectionIndex index;
  private final Scholar scholar;
  private final Memory memory;
  private final Map<String, Set<String>> starter;
  private final Conflations conflations;
  private final Checks checks;

  Workbench(SectionIndex index, Stacks stacks, Scholar scholar) {
    this.index = index;
    this.scholar = scholar;
    this.memory = new Memory(index, stacks);
    this.starter =
        scholar.starter().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.norwegian(),
                    Collectors.mapping(entry -> entry.english(), Collectors.toSet())));
    this.conflations = new Conflations(new IndexCutting(), scholar.starter());
    this.checks = new Checks(this::english);
  }

  /** Sections of the archive with originals like this one's and translations, likest first. */
  public List<Remembered> remembered(TrackedSection section, int most) {
    return memory.of(section, most);
  }

  /** What the glossary has for words of the original, then what was learned for others. */
  public List<ExpectedWord> words(TrackedSection section, String translation) {
    String original = section.section().words(Side.ORIGINAL);
    var words = new ArrayList<ExpectedWord>();
    var known = new HashSet<String>();
    for (Expected each : scholar.phrasebook().expected(original, translation, MOST_SETTLED)) {
      words.add(new ExpectedWord(each.norwegian(), each.english(), each.note(), true, each.used()));
      known.addAll(List.of(each.norwegian().toLowerCase(Locale.ROOT).split(" ", -1)));
    }
    for (Meaning each : index.meanings(original, MOST_LEARNED)) {
      List<String> english =
          each.translations().stream()
              .filter(one -> !conflations.mistakes(each.word(), one))
              .toList();
      if (!known.contains(each.word()) && !english.isEmpty()) {
        words.add(new ExpectedWord(each.word(), english, "", false, false));
      }
    }
    return words;
  }

  /** What may be wrong with a text as the translation of a section of that document. */
  public List<Finding> check(LiveDocument document, TrackedSection section, String translation) {
    return checks.of(
        new Texts(Snapshot.markdown(section.section().original()), translation, notes(document)));
  }

  /** The labels of the footnotes that the translation has. */
  private static Set<String> notes(LiveDocument document) {
    Leaf leaf = document.translation();
    List<Block> blocks = leaf == null ? List.of() : leaf.text().blocks();
    return blocks.stream()
        .filter(block -> block.kind() == BlockKind.FOOTNOTE)
        .map(block -> NOTE.matcher(block.markdown()))
        .filter(Matcher::lookingAt)
        .map(note -> note.group(1))
        .collect(Collectors.toSet());
  }

  private Set<String> english(String norwegian) {
    Set<String> settled = scholar.phrasebook().english(norwegian);
    var all = new HashSet<>(settled);
    all.addAll(starter.getOrDefault(norwegian, Set.of()));
    for (Translation each : index.translations(norwegian)) {
      if (each.sure()) {
        all.add(each.form().toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }
}
