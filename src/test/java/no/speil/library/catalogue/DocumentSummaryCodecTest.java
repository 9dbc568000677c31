package no.speil.library.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.speil.archive.FileStamp;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Freshness;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.corpus.State;
import no.speil.search.SectionRange;
import no.speil.status.Progress;
import no.speil.status.ProgressCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSummaryCodecTest {
  private static final DocumentId ID = new DocumentId("æøå/brev");
  private static final FileStamp STAMP = new FileStamp(1, 2, 3);

  @Test
  void aSummaryIsReadAsItWasWritten() {
    DocumentSummary summary = summary(12_345, STAMP);
    byte[] written = DocumentSummaryCodec.write(summary);
    assertThat(DocumentSummaryCodec.read(written)).contains(summary);

    written[0]++;
    assertThat(DocumentSummaryCodec.read(written)).isEmpty();
    assertThat(DocumentSummaryCodec.read(new byte[] {written[0]})).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, 127, 128, 16_383, 16_384, 1_800_000_000_000L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void numbersOfAnySizeAreRead(long number) {
    DocumentSummary summary = summary(number, new FileStamp(number, number, (int) number));
    assertThat(DocumentSummaryCodec.read(DocumentSummaryCodec.write(summary))).contains(summary);
  }

  @Test
  void aSummaryThatIsCutOffCountsAsMissing() {
    byte[] written = DocumentSummaryCodec.write(summary(12_345, STAMP));
    for (int length = 0; length < written.length; length++) {
      assertThat(DocumentSummaryCodec.read(Arrays.copyOf(written, length)))
          .as("%d bytes", length)
          .isEmpty();
    }
  }

  @Test
  void damageAnywhereIsNoFailure() {
    byte[] written = DocumentSummaryCodec.write(summary(12_345, STAMP));
    for (int at = 0; at < written.length; at++) {
      for (int damage : new int[] {0, 0x7F, 0x80, 0xFF}) {
        byte[] damaged = written.clone();
        Arrays.fill(damaged, at, Math.min(at + 9, damaged.length), (byte) damage);
        assertThatCode(() -> DocumentSummaryCodec.read(damaged))
            .as("%x from byte %d on", damage, at)
            .doesNotThrowAnyException();
      }
    }
  }

  private static DocumentSummary summary(long number, FileStamp stamp) {
    var entry =
        new CatalogueEntry(
            ID,
            "Brev",
            "Letter",
            new Language("nb"),
            new CatalogueEntry.Details(
                "2015-08",
                -3,
                "brev",
                "Forlaget",
                "example.org",
                List.of("Åse", "Bjørn"),
                List.of("styret"),
                List.of("https://creativecommons.org/licenses/by/4.0/")),
            7,
            1,
            number,
            new Progress(
                Map.of(State.DRAFT, new ProgressCount(7, number)),
                Map.of(Freshness.STALE, new ProgressCount(1, 2))));
    var state = new FileState(stamp, 4, 5);
    return new DocumentSummary(
        entry,
        new FileStates(state, null, state),
        "brev.md",
        Access.SIGNED_IN,
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
        List.of(Problem.of("archive/æøå/brev.md", 3, Problem.Kind.NO_EVENT, "x")),
        List.of(new InternalLink("archive/æøå/brev.md", 4, "/nb/om/")),
        List.of(
            new Metadata.Attachment("archive/æøå/brev.md", 5, "brev/1.png", "Side", "2015", "ab")));
  }
}
