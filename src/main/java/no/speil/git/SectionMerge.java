package no.speil.git;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.library.actions.TranslationEditor;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFileReader;
import no.speil.markdown.parse.ParsedFile;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import no.speil.status.grading.ThreeWayMerge;

/**
 * A translation that two sides have changed, merged section by section: what one side alone has
 * changed is taken, changes to different words of a section are put together, and of anything else
 * the served text stays and the other is handed back.
 *
 * @param text of the whole file
 * @param refused texts of the other side that are not in it, by section
 */
record SectionMerge(String text, Map<SectionId, String> refused) {
  /** Sections as a text has them. */
  private record Texts(Map<SectionId, String> known, List<String> unknown) {
    String of(SectionId id) {
      return known.getOrDefault(id, "");
    }
  }

  /**
   * @param served the document as it is served
   * @param base the text that both sides began with; empty where it was not there
   */
  static SectionMerge of(DocumentStore documents, LiveDocument served, String base, String theirs) {
    Texts before = texts(documents, served, base);
    Texts other = texts(documents, served, theirs);
    var puts = new LinkedHashMap<SectionId, String>();
    var refused = new LinkedHashMap<SectionId, String>();
    for (TrackedSection each : served.sections()) {
      SectionId id = each.section().id();
      String now = each.markdown(Side.TRANSLATION);
      Optional<String> merged = merged(before.of(id), now, other.of(id));
      merged.filter(text -> !text.equals(now)).ifPresent(text -> puts.put(id, text));
      if (merged.isEmpty() && !other.of(id).isBlank()) {
        refused.put(id, other.of(id));
      }
    }
    var editor = new TranslationEditor(served);
    editor.putAll(puts).keySet().stream()
        .filter(id -> !puts.getOrDefault(id, "").isBlank())
        .forEach(id -> refused.put(id, other.of(id)));
    HeaderMerge whole = HeaderMerge.of(base, editor.source(), theirs, "title");
    other.unknown().addAll(whole.refused());
    addUnknown(served, before, other, refused);
    return new SectionMerge(whole.text(), refused);
  }

  /** Empty where the served text stays and the other is not in it. */
  private static Optional<String> merged(String base, String mine, String theirs) {
    if (theirs.equals(base) || theirs.equals(mine)) {
      return Optional.of(mine);
    }
    if (mine.equals(base)) {
      return Optional.of(theirs);
    }
    return base.isEmpty() || mine.isEmpty() || theirs.isEmpty()
        ? Optional.empty()
        : ThreeWayMerge.of(base, theirs, mine);
  }

  /** What belongs to no section that is here is offered where the document ends. */
  private static void addUnknown(
      LiveDocument served, Texts before, Texts other, Map<SectionId, String> refused) {
    var texts = new ArrayList<>(other.unknown());
    texts.removeAll(before.unknown());
    if (!texts.isEmpty()) {
      SectionId last = served.sections().getLast().section().id();
      refused.merge(last, String.join("\n\n", texts), (one, more) -> one + "\n\n" + more);
    }
  }

  private static Texts texts(DocumentStore documents, LiveDocument served, String source) {
    var known = new HashMap<SectionId, String>();
    var unknown = new ArrayList<String>();
    if (!source.isEmpty()) {
      for (Section each : sections(documents, served, Side.TRANSLATION, source)) {
        String text = TextSnapshot.markdown(each.translation());
        if (served.section(each.id()).isPresent()) {
          known.put(each.id(), text);
        } else if (!text.isBlank()) {
          unknown.add(text);
        }
      }
    }
    return new Texts(known, unknown);
  }

  /** The sections that a document would have if the file of a side were that. */
  static List<Section> sections(
      DocumentStore documents, LiveDocument served, Side side, String source) {
    ParsedFile parsed =
        side == Side.ORIGINAL
            ? SideFileReader.original(source, "archive/" + served.id() + ".md", served.id())
            : SideFileReader.translation(
                source, "translations/" + served.translationPath(), served.id(), served.original());
    return documents.sectionsWith(served, side, parsed.text());
  }
}
