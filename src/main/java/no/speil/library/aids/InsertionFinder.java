package no.speil.library.aids;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.markdown.visible.InlineElement;
import no.speil.qa.QaCheck;
import no.speil.qa.QaWarning;
import no.speil.status.TrackedSection;

/** Finds the marks, links and pictures of an original, and which of them a translation lacks. */
final class InsertionFinder {
  private static final Pattern WORDS = Pattern.compile("\\s+");

  private final LiveDocument document;
  private final TrackedSection section;
  private final String translation;
  private final List<QaWarning> warnings;

  /**
   * @param translation as it is typed
   * @param warnings of the checks on it
   */
  InsertionFinder(
      LiveDocument document, TrackedSection section, String translation, List<QaWarning> warnings) {
    this.document = document;
    this.section = section;
    this.translation = translation;
    this.warnings = warnings;
  }

  /** In the order of the original, each once; none for a title, which is plain text. */
  List<Insertion> find() {
    var all = new ArrayList<Insertion>();
    if (section.section().isTitle()) {
      return all;
    }
    heading(all);
    var seen = new HashSet<String>();
    for (InlineElement each : InlineElement.of(section.markdown(Side.ORIGINAL))) {
      if (seen.add(each.kind() + each.target())) {
        all.add(insertion(each));
      }
    }
    return all;
  }

  private void heading(List<Insertion> all) {
    List<Block> original = section.section().original();
    if (!original.isEmpty() && original.getFirst().kind() == BlockKind.HEADING) {
      String mark = "#".repeat(original.getFirst().level()) + " ";
      boolean missing = !translation.stripLeading().startsWith("#");
      all.add(new Insertion(Insertion.Kind.HEADING, mark, "", "", "", missing));
    }
  }

  private Insertion insertion(InlineElement element) {
    Insertion.Kind kind =
        switch (element.kind()) {
          case FOOTNOTE -> Insertion.Kind.FOOTNOTE;
          case LINK -> Insertion.Kind.LINK;
          case PICTURE -> Insertion.Kind.PICTURE;
          case SHORTCODE -> Insertion.Kind.SHORTCODE;
        };
    String note = kind == Insertion.Kind.FOOTNOTE ? note(element.target()) : "";
    return new Insertion(
        kind, element.before(), element.words(), element.after(), note, isMissing(element));
  }

  private boolean isMissing(InlineElement element) {
    return translation.isBlank()
        || switch (element.kind()) {
          case FOOTNOTE -> words(QaCheck.FOOTNOTE_MISSING).contains(element.target());
          case LINK -> words(QaCheck.LINK_MISSING).contains(element.target());
          case PICTURE -> isPictureMissing(element);
          case SHORTCODE -> !translation.contains(opening(element.target()));
        };
  }

  private boolean isPictureMissing(InlineElement element) {
    return element.before().startsWith("<")
        ? !translation.contains(opening(element.target()))
        : words(QaCheck.LINK_MISSING).contains(element.target());
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
    SideFile original = document.original();
    return original == null
        ? ""
        : original.text().blocks().stream()
            .filter(block -> block.kind() == BlockKind.FOOTNOTE)
            .filter(block -> block.markdown().startsWith("[^" + label + "]:"))
            .map(Block::text)
            .findFirst()
            .orElse("");
  }
}
