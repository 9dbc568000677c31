package no.speil.library.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.corpus.Alignment;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.library.documents.SideFileReader;
import no.speil.markdown.parse.BlockSpan;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.splice.BlockMarkers;
import no.speil.markdown.splice.FrontMatterEditor;
import no.speil.markdown.splice.Splice;
import no.speil.markdown.splice.SpliceException;
import no.speil.record.EditEvent;
import no.speil.record.EventSignature;
import no.speil.record.LayoutEvent;
import no.speil.record.MarkEvent;
import no.speil.record.TextSnapshot;
import no.speil.status.CopyRule;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Puts texts into sections of a translation's file, and changes nothing else in it. Nothing is
 * written before {@link DocumentStore#save}.
 */
public final class TranslationEditor {
  private final LiveDocument document;
  private final List<TrackedSection> sections;
  private final Map<SectionId, Run> runs = new HashMap<>();
  private final Set<SectionId> changed = new LinkedHashSet<>();
  private @Nullable String source;
  private List<Block> blocks;

  public TranslationEditor(LiveDocument document) {
    this(document, document.sections());
  }

  /**
   * The same for a document that is to have more sections.
   *
   * @param sections all of them, the new ones without a translation yet
   */
  TranslationEditor(LiveDocument document, List<TrackedSection> sections) {
    this.document = document;
    this.sections = List.copyOf(sections);
    SideFile sideFile = document.translation();
    this.source = sideFile == null ? null : sideFile.source();
    this.blocks = sideFile == null ? List.of() : sideFile.text().blocks();
    for (TrackedSection each : sections) {
      List<Block> run = each.section().translation();
      if (!run.isEmpty()) {
        int start = blocks.indexOf(run.getFirst());
        runs.put(each.section().id(), new Run(start, start + run.size()));
      }
    }
  }

  /** The blocks of a section in the file, from the first to the one before {@code end}. */
  private record Run(int start, int end) {
    Run moved(int from, int by) {
      return start >= from ? new Run(start + by, end + by) : this;
    }
  }

  /** A section and its new text. */
  private record Insertion(Section section, String markdown) {}

  /** The file's new text. */
  public String source() {
    return source == null ? "" : source;
  }

  /** The section's blocks in it; empty where its text was taken out. */
  public List<Block> run(SectionId id) {
    Run run = runs.get(id);
    return run == null ? List.of() : blocks.subList(run.start(), run.end());
  }

  /**
   * The event of a text that was put in.
   *
   * @param before the section as it was
   * @param original that the text was made for
   */
  public EditEvent edit(EventSignature signature, TrackedSection before, TextSnapshot original) {
    Section section = before.section();
    return new EditEvent(
        signature,
        section.id(),
        original,
        TextSnapshot.of(section.translation()),
        TextSnapshot.of(run(section.id())));
  }

  /** The event that marks a text that was put in. */
  public MarkEvent mark(
      EventSignature signature, SectionId id, State state, TextSnapshot original) {
    return new MarkEvent(signature, id, state, original, TextSnapshot.hashOf(run(id)));
  }

  /**
   * Puts a text in a section's place, with the markers of the blocks that it translates; blank text
   * takes the section's translation out.
   *
   * @throws SpliceException if the text would change its neighbours
   */
  public void put(Section section, String typed) {
    if (section.isTitle()) {
      retitle(section, typed);
      return;
    }
    String markdown = BlockMarkers.complete(section.original(), run(section.id()), typed);
    Change change = change(List.of(section.id()), markdown);
    apply(change);
    // of blank text some may be left, which parts two lists
    place(section.id(), change.at(), markdown.isBlank() ? 0 : change.count());
  }

  /**
   * Puts texts in the places of many sections. Those that follow each other are put in together.
   *
   * @return what could not be put in, by section; the rest is
   */
  public Map<SectionId, SpliceException> putAll(Map<SectionId, String> texts) {
    var refused = new LinkedHashMap<SectionId, SpliceException>();
    var waiting = new ArrayList<Insertion>();
    for (TrackedSection each : sections) {
      Section section = each.section();
      String text = texts.get(section.id());
      if (text != null && !section.isTitle()) {
        waiting.add(new Insertion(section, text));
      } else if (text != null) {
        putOrRefuse(new Insertion(section, text), refused);
      } else if (!run(section.id()).isEmpty()) {
        putAll(waiting, refused);
        waiting.clear();
      }
    }
    putAll(waiting, refused);
    return refused;
  }

  /**
   * Copies what has no words and comes along with a text that was put in ({@link CopyRule}).
   *
   * @return the events of that
   */
  List<EditEvent> copyAround(SectionId id, EventSignature signature) {
    Set<SectionId> given = run(id).isEmpty() ? Set.of() : Set.of(id);
    List<TrackedSection> copied = CopyRule.copied(sections, given);
    var texts = new HashMap<SectionId, String>();
    copied.forEach(each -> texts.put(each.section().id(), each.markdown(Side.ORIGINAL)));
    Set<SectionId> refused = putAll(texts).keySet();
    return copied.stream()
        .filter(each -> !refused.contains(each.section().id()))
        .map(each -> edit(signature, each, TextSnapshot.of(each.section().original())))
        .toList();
  }

  private void putOrRefuse(Insertion insertion, Map<SectionId, SpliceException> refused) {
    try {
      put(insertion.section(), insertion.markdown());
    } catch (SpliceException e) {
      refused.put(insertion.section().id(), e);
    }
  }

  /** One after another, where together they do not read as each of them alone. */
  private void putAll(List<Insertion> insertions, Map<SectionId, SpliceException> refused) {
    if (insertions.size() < 2 || !putTogether(insertions)) {
      insertions.forEach(each -> putOrRefuse(each, refused));
    }
  }

  /** Puts in sections with nothing between them; changes nothing where it cannot. */
  private boolean putTogether(List<Insertion> insertions) {
    var together = new StringBuilder();
    var counts = new ArrayList<Integer>();
    var kinds = new ArrayList<BlockKind>();
    for (Insertion each : insertions) {
      Section section = each.section();
      String markdown =
          BlockMarkers.complete(section.original(), run(section.id()), each.markdown());
      List<BlockKind> own =
          ParsedBody.ofFragment(markdown).spans().stream().map(BlockSpan::kind).toList();
      if (!own.isEmpty()) {
        boolean continuesList =
            own.getFirst() == BlockKind.ITEM
                && !kinds.isEmpty()
                && kinds.getLast() == BlockKind.ITEM;
        together.append(together.isEmpty() ? "" : continuesList ? "\n" : "\n\n").append(markdown);
      }
      counts.add(own.size());
      kinds.addAll(own);
    }
    try {
      return put(insertions, together.toString(), counts, kinds);
    } catch (SpliceException e) {
      return false; // each by itself says which one it is
    }
  }

  private boolean put(
      List<Insertion> insertions, String markdown, List<Integer> counts, List<BlockKind> kinds) {
    Change change = change(insertions.stream().map(each -> each.section().id()).toList(), markdown);
    if (!change.inserted().stream().map(Block::kind).toList().equals(kinds)) {
      return false;
    }
    apply(change);
    int from = change.at();
    for (int i = 0; i < insertions.size(); i++) {
      place(insertions.get(i).section().id(), from, counts.get(i));
      from += counts.get(i);
    }
    return true;
  }

  /**
   * The translation file after a text was inserted or replaced.
   *
   * @param at index of the first block of the text
   * @param replaced number of blocks that it replaced
   * @param count number of blocks that it has
   */
  private record Change(String source, List<Block> blocks, int at, int replaced, int count) {
    List<Block> inserted() {
      return blocks.subList(at, at + count);
    }
  }

  /** Puts a text in the place of sections that follow each other, or where they would stand. */
  private Change change(List<SectionId> sections, String markdown) {
    String before = source == null ? Splice.NEW_TRANSLATION : source;
    List<Block> old = source == null ? read(before) : blocks;
    List<Run> there = sections.stream().map(runs::get).filter(Objects::nonNull).toList();
    int predecessor = predecessor(sections.getFirst());
    int at = there.isEmpty() ? Math.max(0, predecessor) + 1 : there.getFirst().start();
    int replaced = there.isEmpty() ? 0 : there.getLast().end() - at;
    String after =
        replaced == 0
            ? Splice.insertAfter(before, predecessor < 1 ? null : old.get(predecessor), markdown)
            : Splice.replace(before, old.subList(at, at + replaced), markdown);
    List<Block> now = read(after);
    return new Change(after, now, at, replaced, now.size() - (old.size() - replaced));
  }

  private void apply(Change change) {
    source = change.source();
    blocks = change.blocks();
    int end = change.at() + change.replaced();
    runs.replaceAll((id, run) -> run.moved(end, change.count() - change.replaced()));
  }

  private void place(SectionId id, int at, int count) {
    changed.add(id);
    if (count == 0) {
      runs.remove(id);
    } else {
      runs.put(id, new Run(at, at + count));
    }
  }

  /** The first paragraph is the title, the rest its description. */
  private void retitle(Section section, String markdown) {
    String[] parts = markdown.strip().split("\\R\\s*\\R", 2);
    String title = parts[0].replaceAll("\\s+", " ");
    String description = parts.length > 1 ? parts[1].strip().replaceAll("\\s+", " ") : "";
    String before = source == null ? Splice.NEW_TRANSLATION : source;
    source = FrontMatterEditor.retitle(before, title, description);
    blocks = read(source);
    place(section.id(), 0, blocks.getFirst().markdown().isEmpty() ? 0 : 1);
  }

  /** The layout that the changes lead to: a section of which nothing is left is gone. */
  public LayoutEvent layout(EventSignature signature) {
    var placements = new ArrayList<SectionPlacement>();
    var removed = new ArrayList<RemovedSection>();
    @Nullable SectionId before = null;
    for (TrackedSection each : sections) {
      Section section = each.section();
      SectionId id = section.id();
      if (changed.contains(id)) {
        if (run(id).isEmpty() && section.original().isEmpty()) {
          removed.add(new RemovedSection(id, null));
          continue;
        }
        var now = new Section(id, section.original(), run(id), alignment(section));
        placements.add(
            SectionPlacement.changed(SectionLayout.of(section), SectionLayout.of(now), before));
      }
      before = id;
    }
    return new LayoutEvent(signature, placements, removed);
  }

  /** What a person writes for an original belongs to it; without a text it waits for another. */
  private Alignment alignment(Section section) {
    if (section.original().isEmpty()) {
      return section.alignment();
    }
    return run(section.id()).isEmpty() ? Alignment.CERTAIN : Alignment.CONFIRMED;
  }

  private List<Block> read(String text) {
    String path = Archive.translationPath(document.id());
    return SideFileReader.translation(text, path, document.id(), document.original())
        .text()
        .blocks();
  }

  /** The index of the last block that belongs before the section; 0 or -1 for none of the body. */
  private int predecessor(SectionId id) {
    return sections.stream()
        .map(TrackedSection::id)
        .takeWhile(each -> !each.equals(id))
        .flatMap(each -> Stream.ofNullable(runs.get(each)))
        .mapToInt(run -> run.end() - 1)
        .reduce(-1, (before, last) -> last);
  }
}
