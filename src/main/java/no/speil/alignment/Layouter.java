package no.speil.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.Block;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.corpus.Text;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a document into its sections and keeps their identity over revisions: every translation
 * stays with the text it translates, or with nothing. The same input always gives the same answer.
 * Thread-safe.
 */
public final class Layouter {
  private final Aligner aligner;

  public Layouter(Aligner aligner) {
    this.aligner = aligner;
  }

  /**
   * The sections of a document as its files have it.
   *
   * @param remembered {@link Remembered#NOTHING} for a document seen for the first time
   * @throws IllegalArgumentException if both texts are absent
   */
  public Revision revise(
      DocumentId document,
      Remembered remembered,
      @Nullable Text original,
      @Nullable Text translation) {
    if (original == null && translation == null) {
      throw new IllegalArgumentException("neither original nor translation of " + document);
    }
    List<Found> left = found(original);
    List<Found> right = found(translation);
    return Unchanged.revision(remembered.sections(), left, right)
        .orElseGet(() -> new Revising(document, remembered, aligner).revise(left, right));
  }

  /**
   * The sections of a document as a person wants them.
   *
   * @param document as it is
   * @param held every id that the record has ever held
   * @return empty where that cannot be: what is put together must stand together
   * @throws IllegalArgumentException if a section is named that is not there
   */
  public static Optional<Revision> correct(
      LaidOut document, Set<SectionId> held, Correction correction) {
    return new Correcting(document, division(document, held)).revise(correction);
  }

  /**
   * The sections of a document with all aligned anew but what is to be kept. Ids stay with the text
   * that they had.
   *
   * @param held every id that the record has ever held
   * @param kept sections that stay as they are
   */
  public Revision again(LaidOut document, Set<SectionId> held, Set<SectionId> kept) {
    Division division = division(document, held);
    new Realigning(division.groups(), aligner).realign(kept);
    return division
        .revision()
        .orElseThrow(() -> new IllegalStateException("blocks apart in " + document.id()));
  }

  private static Division division(LaidOut document, Set<SectionId> held) {
    return new Division(document, held, found(document.original()), found(document.translation()));
  }

  private static List<Found> found(@Nullable Text text) {
    var found = new ArrayList<Found>();
    for (Block block : text == null ? List.<Block>of() : text.blocks()) {
      found.add(new Found(block, found.size()));
    }
    return found;
  }
}
