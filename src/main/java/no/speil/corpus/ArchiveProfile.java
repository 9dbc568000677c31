package no.speil.corpus;

import java.util.List;

/**
 * What an archive says of itself in {@code archive/speil.yaml}. A missing value is empty.
 *
 * @param name never empty: without one, the name of the archive's folder
 * @param description one or two sentences
 * @param about the id of the document that tells more
 * @param examples queries that find something here
 */
public record ArchiveProfile(
    LocalizedText name,
    LocalizedText description,
    String about,
    List<String> examples,
    Imprint imprint) {
  /** An archive that says nothing of itself. */
  public static ArchiveProfile named(String name) {
    return new ArchiveProfile(
        LocalizedText.of(name), LocalizedText.NONE, "", List.of(), Imprint.NONE);
  }

  /** The same, with that name if it has none. */
  public ArchiveProfile orNamed(String folder) {
    return name.isEmpty()
        ? new ArchiveProfile(LocalizedText.of(folder), description, about, examples, imprint)
        : this;
  }

  /**
   * Who answers for the archive.
   *
   * @param contact an address that begins with {@code mailto:}, {@code http:} or {@code https:}
   * @param url where the archive is for everybody, {@code http:} or {@code https:}: what permanent
   *     addresses begin with where the server is not told otherwise
   */
  public record Imprint(LocalizedText publisher, String contact, LocalizedText rights, String url) {
    public static final Imprint NONE = new Imprint(LocalizedText.NONE, "", LocalizedText.NONE, "");
  }
}
