package no.speil.library.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.record.DocumentVersion;
import no.speil.status.Progress;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * A document as its files are now: at least one of the two texts, and its sections in order, the
 * title first.
 */
public record LiveDocument(
    DocumentId id,
    @Nullable SideFile original,
    @Nullable SideFile translation,
    List<TrackedSection> sections,
    List<Problem> problems) {

  public LiveDocument {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
    if (original == null && translation == null) {
      throw new IllegalArgumentException(id + " has no text");
    }
  }

  /** One of the two texts, or null. */
  public @Nullable SideFile file(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** What the original says of itself; where there is none, what the translation says. */
  public Metadata metadata() {
    SideFile sideFile = original != null ? original : translation;
    if (sideFile == null) {
      throw new IllegalStateException(id + " has no text");
    }
    return sideFile.text().metadata();
  }

  /** What the text of that side says of itself; where there is none, what the other says. */
  public Metadata metadata(Side side) {
    SideFile sideFile = file(side);
    return sideFile == null ? metadata() : sideFile.text().metadata();
  }

  /** The title on that side; empty where that side is missing. */
  public String title(Side side) {
    SideFile sideFile = file(side);
    return sideFile == null ? "" : sideFile.text().metadata().title();
  }

  /** Whether a merge has left two versions of a passage on either side. */
  public boolean isInConflict() {
    return (original != null && !original.conflicts().isEmpty())
        || (translation != null && !translation.conflicts().isEmpty());
  }

  public Progress progress() {
    return Progress.of(sections, originalElsewhere());
  }

  /** Whether the original's words are at its source only. */
  public boolean originalElsewhere() {
    return original != null && original.text().isHeldElsewhere();
  }

  /** The sections by their ids. */
  public Map<SectionId, TrackedSection> byId() {
    var byId = new HashMap<SectionId, TrackedSection>();
    sections.forEach(each -> byId.put(each.section().id(), each));
    return byId;
  }

  /**
   * The number by which a section is quoted: its place among the sections, from 1; 0 for the title,
   * -1 if it is not in the document now.
   */
  public int number(SectionId section) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).section().id().equals(section)) {
        return i;
      }
    }
    return -1;
  }

  /** The version of both texts, for addresses that say what was cited. */
  public DocumentVersion version() {
    return DocumentVersion.of(sections.stream().map(TrackedSection::section).toList());
  }

  /** Whether both texts are still those of a version, however an address wrote it. */
  public boolean has(DocumentVersion cited) {
    return cited.equals(version())
        || cited.equals(DocumentVersion.ofTexts(blocks(original), blocks(translation)));
  }

  private static List<Block> blocks(@Nullable SideFile sideFile) {
    return sideFile == null ? List.of() : sideFile.text().blocks();
  }

  /** The section of that id, if it is in the document now. */
  public Optional<TrackedSection> section(SectionId section) {
    return sections.stream().filter(each -> each.section().id().equals(section)).findFirst();
  }
}
