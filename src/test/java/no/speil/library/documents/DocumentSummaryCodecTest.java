package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.speil.archive.FileStamp;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.search.SectionRange;
import org.junit.jupiter.api.Test;

class DocumentSummaryCodecTest {
  private static final DocumentId ID = new DocumentId("æøå/brev");

  @Test
  void aSummaryIsReadAsItWasWritten() {
    var entry =
        new CatalogueEntry(
            ID,
            "Brev",
            "Letter",
            new Language("nb"),
            new CatalogueEntry.Details(
                "2015-08",
                "brev",
                "Forlaget",
                "example.org",
                List.of("Åse", "Bjørn"),
                List.of("styret")),
            7,
            1,
            12_345,
            ProgressCodec.progress(new long[ProgressCodec.COUNT]));
    var state = new FileState(new FileStamp(1, 2, 3), 4, 5);
    var summary =
        new DocumentSummary(
            entry,
            new FileStates(state, null, state),
            "brev.md",
            List.of(new DocumentId("gammelt/brev")),
            new DocumentSummary.Contributions(
                Map.of("Åse", 7, "Bjørn", 0),
                30,
                10,
                List.of(new WorkDay(30, ID.value(), "Åse"), new WorkDay(20, ID.value(), ""))),
            List.of(
                new Claim(
                    "Åse",
                    LocalDate.of(2026, 11, 27),
                    new SectionId("7kq2mx9d4t"),
                    new SectionRange(ID, 2, 5))),
            List.of(Problem.of("archive/æøå/brev.md", 3, Problem.Kind.NO_EVENT, "x")));
    byte[] written = DocumentSummaryCodec.write(summary);
    assertThat(DocumentSummaryCodec.read(ID, written)).contains(summary);

    written[0]++;
    assertThat(DocumentSummaryCodec.read(ID, written)).isEmpty();
    assertThat(DocumentSummaryCodec.read(ID, new byte[] {written[0]})).isEmpty();
  }
}
