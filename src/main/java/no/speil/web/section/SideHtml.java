package no.speil.web.section;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Metadata;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.HtmlEscape;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.markdown.parse.MergeConflict;
import no.speil.markdown.render.LinkResolver;
import no.speil.markdown.render.MarkdownRenderer;
import no.speil.messages.Messages;
import no.speil.status.TrackedSection;

/**
 * The HTML of one side of a document's sections, with heading levels that suit the page. Blocks of
 * an unresolved merge get a notice that says which version they are of.
 */
record SideHtml(Messages t, LiveDocument document, Side side) {
  /** What is there and shows nothing, such as a comment. */
  private static final String UNSEEN = " ";

  /** The HTML of these sections, by their ids; none if the side has no text. */
  Map<SectionId, String> of(
      List<TrackedSection> shown, MarkdownRenderer renderer, LinkResolver links) {
    var html = new HashMap<SectionId, String>();
    SideFile sideFile = document.file(side);
    if (sideFile == null) {
      return html;
    }
    Set<SectionId> wanted = shown.stream().map(tracked -> tracked.id()).collect(Collectors.toSet());
    List<Block> blocks =
        shown.stream().flatMap(tracked -> tracked.section().side(side).stream()).toList();
    Iterator<String> rendered =
        renderer
            .render(sideFile.source(), sideFile.text().blocks(), blocks, side, links)
            .iterator();
    var levels = new HeadingLevels();
    for (TrackedSection tracked : document.sections()) {
      boolean show = wanted.contains(tracked.id());
      var text = new StringBuilder();
      String version = "";
      for (Block block : tracked.section().side(side)) {
        int level = block.kind() == BlockKind.HEADING ? levels.next(block.level()) : levels.inner();
        if (show) {
          String before = version;
          version = version(sideFile, block);
          text.append(version.equals(before) ? "" : notice(version));
          text.append(html(sideFile, block, level, rendered.next()));
        }
      }
      boolean isUnseen = text.isEmpty() && !tracked.section().side(side).isEmpty();
      html.put(tracked.id(), isUnseen ? UNSEEN : text.toString());
    }
    return html;
  }

  /** The version of a merge that a block is of, in words; empty if there is no merge. */
  private String version(SideFile sideFile, Block block) {
    if (block.kind() == BlockKind.TITLE) {
      return "";
    }
    int at = block.source().start();
    for (MergeConflict conflict : sideFile.conflicts()) {
      Optional<MergeConflict.Version> version = conflict.at(at);
      if (version.isPresent()) {
        String which = version.get().equals(conflict.ours()) ? "merge.first" : "merge.second";
        String name = version.get().name();
        return t.of(which, name.isEmpty() ? "–" : name);
      }
    }
    return "";
  }

  private String notice(String version) {
    String words = version.isEmpty() ? t.of("merge.end") : version;
    return "<p class=\"notice\" lang=\"" + t.lang() + "\">" + HtmlEscape.text(words) + "</p>";
  }

  private static String html(SideFile sideFile, Block block, int level, String rendered) {
    return block.kind() == BlockKind.TITLE
        ? title(sideFile.text().metadata())
        : HeadingLevels.relevel(rendered, level);
  }

  private static String title(Metadata told) {
    String description = told.description();
    String title = "<h1>" + HtmlEscape.text(told.title()) + "</h1>";
    return description.isEmpty()
        ? title
        : title + "<p class=\"description\">" + HtmlEscape.text(description) + "</p>";
  }
}
