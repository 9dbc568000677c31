package no.speil.web.work;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.record.LayoutEvent;
import no.speil.record.LinkEvent;
import no.speil.status.TrackedSection;
import no.speil.web.page.Messages;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.work.AlignPage.View.Actions;
import no.speil.web.work.AlignPage.View.Bead;
import no.speil.web.work.AlignPage.View.BlockText;

/** Turns a document's sections into the rows of its alignment page. */
final class AlignBeads {
  private final Messages t;
  private final LiveDocument document;
  private final boolean mayWrite;

  AlignBeads(Messages t, LiveDocument document, boolean mayWrite) {
    this.t = t;
    this.document = document;
    this.mayWrite = mayWrite;
  }

  /** The section of that position. */
  AlignPage.View.Bead bead(int position) {
    TrackedSection tracked = document.sections().get(position);
    Section section = tracked.section();
    String link = link(section);
    return new Bead(
        section.id().value(),
        link,
        section.original().size() + "–" + section.translation().size(),
        t.of(messageKey(section, link), section.alignment().confidence()),
        blockTexts(section, Side.ORIGINAL),
        blockTexts(section, Side.TRANSLATION),
        mayWrite ? actions(tracked, position) : Actions.NONE);
  }

  /** The text of a block; its Markdown if it has no text. */
  static String words(Block block) {
    return block.text().isBlank() ? block.markdown() : block.text();
  }

  private static String link(Section section) {
    if (!SectionLinks.isPair(section)) {
      return "alone";
    }
    if (SectionLinks.isConfirmed(section)) {
      return "confirmed";
    }
    return section.isDoubtful() ? "doubtful" : "sure";
  }

  private static String messageKey(Section section, String link) {
    boolean confirmed = SectionLinks.isConfirmed(section);
    if (section.translation().isEmpty()) {
      return confirmed ? "align.missing.confirmed" : "align.missing";
    }
    if (section.original().isEmpty()) {
      return confirmed ? "align.added.confirmed" : "align.added";
    }
    return switch (link) {
      case "confirmed" -> "align.link.confirmed";
      case "doubtful" -> "align.link.doubtful";
      default -> "align.link.sure";
    };
  }

  private List<BlockText> blockTexts(Section section, Side side) {
    String lang = TaggedText.lang(document.leaf(side));
    return section.side(side).stream().map(block -> new BlockText(lang, words(block))).toList();
  }

  private Actions actions(TrackedSection tracked, int position) {
    Section section = tracked.section();
    return new Actions(
        tracked.version().toString(),
        section.isTitle() ? "" : neighbour(position - 1),
        section.isTitle() ? "" : neighbour(position + 1),
        SiteUrls.document(document.id()) + "/link",
        !SectionLinks.isConfirmed(section),
        tracked.history().stream()
            .anyMatch(
                event ->
                    event instanceof LinkEvent
                        || (event instanceof LayoutEvent layout && !layout.asked())));
  }

  private String neighbour(int position) {
    if (position < 0 || position >= document.sections().size()) {
      return "";
    }
    TrackedSection tracked = document.sections().get(position);
    return tracked.section().isTitle() ? "" : ExpectedVersions.format(tracked);
  }
}
