package no.speil.search;

import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Metadata.Classification;
import no.speil.corpus.Metadata.Credits;
import no.speil.corpus.Side;

/**
 * The metadata of a document that its sections are filtered by and shown with.
 *
 * @param language of the original
 * @param access to its texts, as it says itself
 * @param summary the document's summary for the catalogue, encoded; stored and given back as it is;
 *     must not be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // opaque, and a copy for each of 100,000 would cost
public record IndexedDocument(
    DocumentId id,
    DocumentTitles titles,
    Language language,
    Publication publication,
    Classification classification,
    Access access,
    byte[] summary) {

  /**
   * Who made and published the two texts, and where the original is.
   *
   * @param original as its file says
   * @param translation as its own file says; empty where there is none
   * @param rights of the original, the translation, or both
   * @param source address of an original that is held elsewhere; else empty
   */
  public record Publication(
      Credits original, Credits translation, List<String> rights, String source) {
    public static final Publication NONE =
        new Publication(Credits.NONE, Credits.NONE, List.of(), "");

    /** As the translation's file says, else the original's. */
    public List<String> translators() {
      return translation.translators().isEmpty()
          ? original.translators()
          : translation.translators();
    }

    /** Of the original, the translation, or both. */
    public List<String> publishers() {
      return Stream.of(original.publisher(), translation.publisher())
          .filter(each -> !each.isEmpty())
          .distinct()
          .toList();
    }

    /** The names in one of the files. */
    public List<String> names(Side side) {
      Credits credits = side == Side.ORIGINAL ? original : translation;
      return Stream.of(credits.authors(), credits.translators(), List.of(credits.publisher()))
          .flatMap(List::stream)
          .filter(each -> !each.isEmpty())
          .distinct()
          .toList();
    }
  }
}
