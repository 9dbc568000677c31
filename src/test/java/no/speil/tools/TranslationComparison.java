package no.speil.tools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Compares the translations that came back with the real ones, section by section of the archive
 * that had none, and says why they differ.
 */
final class TranslationComparison {
  private final TextMemory memory;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final List<String> unexplained = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private int blocks;
  private int codes;

  /** What became of a section. */
  enum Outcome {
    /** A reader sees what the real translation says. */
    SAME,
    /**
     * The same words; the real translation has other links, emphasis or blocks than its original.
     */
    OTHER_MARKUP,
    /** The memory has several translations of the text, and another one was taken. */
    ANOTHER_TRANSLATION,
    /** Code and the like, as in the original; the real translation has something else there. */
    TAKEN_OVER,
    /** What is not translated, without translations around it. */
    NOT_TAKEN_OVER,
    /** Translated together with its neighbours, so the memory has no translation of it alone. */
    TOGETHER,
    /** Not translated there; the same text may have a translation elsewhere. */
    UNTRANSLATED,
    /** A suggestion, since the real translation has other codes or blocks than its original. */
    OTHER_CODES,
    /** A suggestion, since the program has put one code in the place of another. */
    EXCHANGED_CODES,
    /** None of these. */
    UNEXPLAINED
  }

  TranslationComparison(TextMemory memory) {
    this.memory = memory;
  }

  /** Sections by what became of them. */
  Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  /** What differs from the real translation without a reason. */
  List<String> unexplained() {
    return unexplained;
  }

  /** Translations with other blocks or other codes than their originals. */
  List<String> broken() {
    return broken;
  }

  /** Blocks that came back, each of the kind of its original unless it is {@link #broken}. */
  int blocks() {
    return blocks;
  }

  /** Links, code and other codes in them, each as in its original unless it is broken. */
  int codes() {
    return codes;
  }

  /**
   * Compares one document.
   *
   * @param real as it is in the archive that the translations were taken from
   * @param imported after the import
   */
  void compare(LiveDocument real, LiveDocument imported, List<ImportStep> steps) {
    Map<String, Deque<Section>> byOriginal = new HashMap<>();
    for (TrackedSection tracked : real.sections()) {
      byOriginal
          .computeIfAbsent(tracked.markdown(Side.ORIGINAL), key -> new ArrayDeque<>())
          .add(tracked.section());
    }
    Map<SectionId, ImportStep> bySection = new HashMap<>();
    steps.forEach(step -> bySection.put(step.section(), step));
    for (TrackedSection now : imported.sections()) {
      Deque<Section> found = byOriginal.get(now.markdown(Side.ORIGINAL));
      Section there = found == null ? null : found.poll();
      look(now.section());
      Outcome outcome = outcome(now.section(), there, bySection.get(now.section().id()));
      outcomes.merge(outcome, 1, Integer::sum);
      if (outcome == Outcome.UNEXPLAINED) {
        unexplained.add(difference(imported, now.section(), there));
      }
    }
  }

  private static String difference(LiveDocument document, Section now, @Nullable Section real) {
    return "%s\n%s\n--- is\n%s\n--- not\n%s"
        .formatted(
            document.id(),
            Block.normalized(now.original()),
            Block.normalized(now.translation()),
            real == null ? "" : Block.normalized(real.translation()));
  }

  /** Whether every heading is a heading, and every code where it was. */
  private void look(Section section) {
    if (section.translation().isEmpty()) {
      return;
    }
    List<String> there = codes(section.translation());
    blocks += section.translation().size();
    codes += there.size();
    if (!kinds(section.original()).equals(kinds(section.translation()))
        || !codes(section.original()).equals(there)) {
      broken.add(
          Block.normalized(section.original())
              + "\n--- became\n"
              + Block.normalized(section.translation()));
    }
  }

  private static List<String> kinds(List<Block> blocks) {
    return blocks.stream().map(block -> block.kind() + " " + block.level()).toList();
  }

  /** What the codes do and hold, and all of what is not translated. */
  private static List<String> codes(List<Block> blocks) {
    List<CodedText> texts = MarkdownTemplate.of(blocks).texts();
    return texts.isEmpty()
        ? blocks.stream().map(Block::normalized).toList()
        : texts.stream()
            .flatMap(text -> text.codes().stream())
            .map(
                code -> code.type() + " " + code.position() + (isEmphasis(code) ? "" : code.data()))
            .sorted()
            .toList();
  }

  private static boolean isEmphasis(InlineCode code) {
    return code.type() == InlineCode.Type.BOLD || code.type() == InlineCode.Type.ITALIC;
  }

  private Outcome outcome(Section now, @Nullable Section real, @Nullable ImportStep step) {
    if (real == null) {
      return Outcome.TOGETHER;
    }
    if (real.translation().isEmpty()) {
      return Outcome.UNTRANSLATED;
    }
    List<CodedText> sources = MarkdownTemplate.of(now.original()).texts();
    if (step != null && step.kind() == Kind.SUGGEST) {
      return suggested(sources, real, step.reason());
    }
    if (now.translation().isEmpty()) {
      return sources.isEmpty() ? Outcome.NOT_TAKEN_OVER : Outcome.UNEXPLAINED;
    }
    if (sources.isEmpty()) {
      return Block.normalized(now.translation()).equals(Block.normalized(real.translation()))
          ? Outcome.SAME
          : Outcome.TAKEN_OVER;
    }
    MarkdownTemplate wanted = MarkdownTemplate.of(real.translation());
    MarkdownTemplate got = MarkdownTemplate.of(now.translation());
    if (isSame(wanted, got)) {
      return Outcome.SAME;
    }
    if (words(wanted).equals(words(got))) {
      return Outcome.OTHER_MARKUP;
    }
    return sources.stream().anyMatch(memory::isAmbiguous)
        ? Outcome.ANOTHER_TRANSLATION
        : Outcome.UNEXPLAINED;
  }

  private Outcome suggested(List<CodedText> sources, Section real, Reason reason) {
    if (!kinds(real.original()).equals(kinds(real.translation()))
        || !codes(real.original()).equals(codes(real.translation()))) {
      return Outcome.OTHER_CODES;
    }
    boolean isExchanged =
        reason == Reason.CODES_DOUBLED
            && sources.stream().anyMatch(TranslationComparison::isMixedUp);
    if (isExchanged) {
      return Outcome.EXCHANGED_CODES;
    }
    return sources.stream().anyMatch(memory::isAmbiguous)
        ? Outcome.ANOTHER_TRANSLATION
        : Outcome.UNEXPLAINED;
  }

  /** Whether it has two codes of one kind, for which OmegaT 5.8 has one tag in XLIFF 2. */
  private static boolean isMixedUp(CodedText text) {
    var seen = new HashSet<String>();
    return text.codes().stream()
        .filter(code -> code.position() != InlineCode.Position.CLOSE)
        .anyMatch(code -> !seen.add(code.position() + " " + tag(code.type())));
  }

  private static String tag(InlineCode.Type type) {
    return switch (type) {
      case BOLD, ITALIC, LINE_BREAK -> type.name();
      case STRIKE, CODE -> "format";
      case LINK, IMAGE, FOOTNOTE, HTML, SHORTCODE, ATTRIBUTES, BLOCK -> "other";
    };
  }

  private static boolean isSame(MarkdownTemplate one, MarkdownTemplate other) {
    List<CodedText> texts = one.texts();
    List<CodedText> others = other.texts();
    boolean isSame = one.kinds().equals(other.kinds());
    for (int i = 0; isSame && i < texts.size(); i++) {
      isSame = texts.get(i).isSameAs(others.get(i));
    }
    return isSame;
  }

  private static String words(MarkdownTemplate template) {
    return CodedText.of(String.join(" ", template.texts().stream().map(CodedText::words).toList()))
        .words();
  }
}
