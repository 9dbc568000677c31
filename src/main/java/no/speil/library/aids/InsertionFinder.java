package no.speil.library.aids;

import static no.speil.markdown.visible.InlineElement.Kind.BOLD;
import static no.speil.markdown.visible.InlineElement.Kind.FOOTNOTE;
import static no.speil.markdown.visible.InlineElement.Kind.HEADING;
import static no.speil.markdown.visible.InlineElement.Kind.ITALIC;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.markdown.visible.InlineElement;
import no.speil.qa.QaCheck;
import no.speil.qa.QaWarning;
import no.speil.status.TrackedSection;

/**
 * Finds the marks, links, pictures and emphasis of an original that a translation lacks.
 *
 * @param translation as it is typed, before the markers of its blocks are added
 * @param warnings of the checks on it
 */
public record InsertionFinder(
    LiveDocument document, TrackedSection section, String translation, List<QaWarning> warnings) {
  private static final Pattern WORDS = Pattern.compile("\\s+");

  /**
   * In the order of the original, emphasis each time, all others once; none for a title, which is
   * plain text.
   */
  public List<Insertion> find() {
    var all = new ArrayList<Insertion>();
    if (section.section().isTitle()) {
      return all;
    }
    heading(all);
    // how many of a kind the original has had so far, less those of the translation
    var beyond = new EnumMap<InlineElement.Kind, Integer>(InlineElement.Kind.class);
    InlineElement.of(translation).forEach(each -> beyond.merge(each.kind(), -1, Integer::sum));
    var seen = new HashSet<String>();
    for (InlineElement each : InlineElement.of(section.markdown(Side.ORIGINAL))) {
      int count = beyond.merge(each.kind(), 1, Integer::sum);
      boolean isEmphasis = each.kind() == BOLD || each.kind() == ITALIC;
      if (isEmphasis || seen.add(each.kind() + each.target())) {
        all.add(insertion(each, count > 0));
      }
    }
    return all;
  }

  private void heading(List<Insertion> all) {
    List<Block> original = section.section().original();
    if (!original.isEmpty() && original.getFirst().kind() == BlockKind.HEADING) {
      String mark = "#".repeat(original.getFirst().level()) + " ";
      all.add(insertion(new InlineElement(HEADING, mark, mark, "", ""), false));
    }
  }

  /**
   * @param isBeyond whether the translation has fewer of its kind
   */
  private Insertion insertion(InlineElement element, boolean isBeyond) {
    String note = element.kind() == FOOTNOTE ? note(element.target()) : "";
    return new Insertion(
        element.kind(),
        element.before(),
        element.words(),
        element.after(),
        note,
        translation.isBlank() || isMissing(element, isBeyond));
  }

  private boolean isMissing(InlineElement element, boolean isBeyond) {
    return switch (element.kind()) {
      case HEADING -> !translation.stripLeading().startsWith("#");
      case FOOTNOTE -> words(QaCheck.FOOTNOTE_MISSING).contains(element.target());
      case LINK -> words(QaCheck.LINK_MISSING).contains(element.target());
      case PICTURE ->
          element.before().startsWith("<")
              ? !translation.contains(opening(element.target()))
              : words(QaCheck.LINK_MISSING).contains(element.target());
      case SHORTCODE -> !translation.contains(opening(element.target()));
      case BOLD, ITALIC -> isBeyond && !words(QaCheck.EMPHASIS_MISSING).isEmpty();
      case CODE -> words(QaCheck.CODE_MISSING).contains(element.target());
    };
  }

  /** The name of a shortcode or tag with what it begins with: its attributes are translated. */
  private static String opening(String raw) {
    String[] words = WORDS.split(raw, 3);
    return raw.startsWith("{{") && words.length > 1 ? words[0] + " " + words[1] : words[0];
  }

  private Set<String> words(QaCheck check) {
    return warnings.stream()
        .filter(each -> each.check() == check)
        .flatMap(each -> each.words().stream())
        .collect(Collectors.toSet());
  }

  private String note(String label) {
    return document.blocks(Side.ORIGINAL).stream()
        .filter(block -> block.kind() == BlockKind.FOOTNOTE)
        .filter(block -> block.markdown().startsWith("[^" + label + "]:"))
        .map(Block::text)
        .findFirst()
        .orElse("");
  }
}
