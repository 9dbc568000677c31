package no.speil.library.imports;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.archive.StoredImport;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.ConvertedText;
import no.speil.exchange.convert.TextConverter;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.ImportStep.Kind;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.exchange.unit.UnitFiles;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.library.documents.DocumentStore;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFileReader;
import no.speil.library.imports.UnitImport.DocumentPlan;
import no.speil.library.imports.UnitImport.Plan;
import no.speil.markdown.splice.FrontMatterWriter;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * Divides the translation of a whole document, written elsewhere, among the document's sections, as
 * if it lay in the archive.
 */
record TextPlanner(DocumentStore store) {

  /**
   * Adds what would be done with a text. Whose it is, its name says: the document's id with an
   * ending.
   */
  void plan(StoredImport.File file, Plan plan) {
    String id = file.name().substring(0, file.name().lastIndexOf('.'));
    Optional<LiveDocument> found = DocumentId.parse(id).flatMap(store::findLoadable);
    if (found.isEmpty()) {
      var problem =
          new UnreadableFileException(UnreadableFileException.Reason.WITHOUT_ORIGINAL, 0, "");
      plan.files().add(new UnitFiles.Contents(file.name(), List.of(), problem));
      return;
    }
    try {
      plan(file, found.get(), plan);
    } catch (ConversionRefusedException e) {
      plan.losses().add(ofFile(file, e.said()));
    }
  }

  private void plan(StoredImport.File file, LiveDocument document, Plan plan) {
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    ConvertedText text = TextConverter.convert(name, file.content()).text();
    List<Section> sections = store.sectionsWith(document, Side.TRANSLATION, parsed(document, text));
    Map<SectionId, Section> byId =
        sections.stream().collect(toMap(Section::id, section -> section));
    List<ImportStep> steps =
        document.sections().stream()
            .flatMap(now -> step(now, byId.get(now.section().id())).stream())
            .toList();
    plan.documents().add(new DocumentPlan(document, steps));
    sections.stream()
        .filter(section -> section.original().isEmpty())
        .map(section -> section.translation().getFirst().text())
        .forEach(plan.unknown()::add);
    text.losses().forEach(loss -> plan.losses().add(ofFile(file, loss)));
    text.pictures().stream()
        .map(picture -> ofFile(file, Message.of("import.picture", picture.name())))
        .forEach(plan.losses()::add);
  }

  private static Message ofFile(StoredImport.File file, Message said) {
    return Message.of("import.file", file.name(), said);
  }

  private static DocumentText parsed(LiveDocument document, ConvertedText text) {
    String title = text.value("title");
    String front = FrontMatterWriter.write(Map.of("title", List.of(title))) + "\n";
    boolean lacksHeading =
        beginsWithTitle(document) && !title.isEmpty() && !text.markdown().startsWith("# ");
    String source = front + (lacksHeading ? "# " + title + "\n\n" : "") + text.markdown();
    return SideFileReader.translation(source, "", document.id(), document.original()).text();
  }

  /** Whether the original's text begins with its title as a heading. */
  private static boolean beginsWithTitle(LiveDocument document) {
    return document.blocks(Side.ORIGINAL).stream()
        .skip(1)
        .limit(1)
        .anyMatch(
            first ->
                first.kind() == BlockKind.HEADING
                    && first.text().equals(document.title(Side.ORIGINAL)));
  }

  private static Optional<ImportStep> step(TrackedSection now, @Nullable Section then) {
    if (then == null || then.translation().isEmpty() || then.original().isEmpty()) {
      return Optional.empty();
    }
    String text = TextSnapshot.markdown(then.translation());
    if (text.equals(TextSnapshot.markdown(now.section().translation()))) {
      return Optional.of(new ImportStep(now, Kind.NOTHING, Reason.SAME_TEXT, "", null));
    }
    return Optional.of(
        then.isDoubtful()
            ? new ImportStep(now, Kind.SUGGEST, Reason.DOUBTFUL_PLACE, text, null)
            : new ImportStep(now, Kind.EDIT, Reason.TRANSLATED, text, null));
  }
}
