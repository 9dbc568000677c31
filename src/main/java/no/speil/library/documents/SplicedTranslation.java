package no.speil.library.documents;

import java.util.ArrayList;
import java.util.List;
import no.speil.archive.Archive;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Language;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.markdown.splice.BlockMarkers;
import no.speil.markdown.splice.Splice;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * A translation's file with another text in one section, and nothing else changed.
 *
 * @param source the file's new text
 * @param run the section's blocks in it; empty where its text was taken out
 */
public record SplicedTranslation(String source, List<Block> run) {
  /**
   * Puts a text in a section's place, with the markers of the blocks that it translates; blank text
   * takes the section's translation out.
   *
   * @throws no.speil.markdown.splice.SpliceException if the text would change its neighbours
   */
  public static SplicedTranslation of(LiveDocument document, Section section, String typed) {
    SideFile sideFile = document.translation();
    if (section.isTitle()) {
      String source = retitled(sideFile, typed);
      Block title = read(document, source).blocks().getFirst();
      return new SplicedTranslation(
          source, title.markdown().isEmpty() ? List.of() : List.of(title));
    }
    String before = sideFile == null ? Splice.create("", "", Language.ENGLISH) : sideFile.source();
    List<Block> old =
        sideFile == null
            ? read(document, before).blocks()
            : sideFile.text().blocks(); // the title at least
    List<Block> run = section.translation();
    String markdown = BlockMarkers.complete(section.original(), run, typed);
    if (run.isEmpty()) {
      Block predecessor = predecessor(document, section.id());
      String source = Splice.insertAfter(before, predecessor, markdown);
      int at = predecessor == null ? 1 : old.indexOf(predecessor) + 1;
      return new SplicedTranslation(source, added(read(document, source), at, old.size(), 0));
    }
    String source = Splice.replace(before, run, markdown);
    if (markdown.isBlank()) {
      return new SplicedTranslation(source, List.of());
    }
    int at = old.indexOf(run.getFirst());
    return new SplicedTranslation(
        source, added(read(document, source), at, old.size(), run.size()));
  }

  /** The layout that it leads to: a section of which nothing is left is gone. */
  public LayoutEvent layout(LiveDocument document, Section section, EventSignature signature) {
    return run.isEmpty() && section.original().isEmpty()
        ? new LayoutEvent(signature, List.of(), List.of(new RemovedSection(section.id(), null)))
        : new LayoutEvent(signature, List.of(placed(document, section)), List.of());
  }

  private SectionPlacement placed(LiveDocument document, Section section) {
    var layout =
        new SectionLayout(
            section.id(),
            alignment(section),
            section.original().stream().map(BlockFingerprint::of).toList(),
            run.stream().map(BlockFingerprint::of).toList());
    return new SectionPlacement(layout, before(document, section.id()));
  }

  /** What a person writes for an original belongs to it; without a text it waits for another. */
  private Alignment alignment(Section section) {
    if (section.original().isEmpty()) {
      return section.alignment();
    }
    return run.isEmpty() ? Alignment.CERTAIN : Alignment.CONFIRMED;
  }

  /** The first paragraph is the title, the rest its description. */
  private static String retitled(@Nullable SideFile sideFile, String markdown) {
    String[] parts = markdown.strip().split("\\R\\s*\\R", 2);
    String title = parts[0].replaceAll("\\s+", " ");
    String description = parts.length > 1 ? parts[1].strip().replaceAll("\\s+", " ") : "";
    return sideFile == null
        ? Splice.create(title, description, Language.ENGLISH)
        : Splice.retitle(sideFile.source(), title, description);
  }

  private static DocumentText read(LiveDocument document, String source) {
    String path = Archive.translationPath(document.id());
    String title = SideFileReader.fallbackTitle(document.id(), document.original());
    return new MarkdownReader().read(source, path, title, Side.TRANSLATION).text();
  }

  /** The blocks that stand where others stood, given how many there were around them. */
  private static List<Block> added(DocumentText now, int at, int before, int replaced) {
    int count = now.blocks().size() - (before - replaced);
    return now.blocks().subList(at, at + count);
  }

  /** The last block of the translation that belongs before the section; null for none. */
  private static @Nullable Block predecessor(LiveDocument document, SectionId id) {
    @Nullable Block last = null;
    for (TrackedSection each : document.sections()) {
      if (each.section().id().equals(id)) {
        break;
      }
      List<Block> run = each.section().translation();
      if (!run.isEmpty() && run.getLast().kind() != BlockKind.TITLE) {
        last = run.getLast();
      }
    }
    return last;
  }

  private static @Nullable SectionId before(LiveDocument document, SectionId id) {
    var ids = new ArrayList<SectionId>();
    document.sections().forEach(each -> ids.add(each.section().id()));
    int at = ids.indexOf(id);
    return at <= 0 ? null : ids.get(at - 1);
  }
}
