package no.speil.corpus;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself in {@code archive/speil.yaml}. A missing value is empty.
 *
 * @param name never empty: without one, the name of the archive's folder
 * @param description one or two sentences
 * @param about the id of the document that tells more
 * @param examples queries that find something here
 * @param access who may read what, by folder; the whole archive's folder is empty
 */
public record ArchiveProfile(
    LocalizedText name,
    LocalizedText description,
    String about,
    List<String> examples,
    Imprint imprint,
    Branding branding,
    Map<String, Access> access) {
  /** An archive that says nothing of itself. */
  public static ArchiveProfile named(String name) {
    LocalizedText none = LocalizedText.NONE;
    return new ArchiveProfile(
        LocalizedText.of(name), none, "", List.of(), Imprint.NONE, Branding.NONE, Map.of());
  }

  /** The same, with that name if it has none. */
  public ArchiveProfile orNamed(String folder) {
    return name.isEmpty()
        ? new ArchiveProfile(
            LocalizedText.of(folder), description, about, examples, imprint, branding, access)
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

  /**
   * How its pages look. Pictures are paths below {@code archive/}.
   *
   * @param logo beside the name
   * @param icon in the tab of the browser
   * @param picture on the home page
   * @param caption what that picture shows, and whose it is
   * @param color of what can be clicked; null for Speil's own
   */
  public record Branding(
      String logo, String icon, String picture, LocalizedText caption, @Nullable Color color) {
    public static final Branding NONE = new Branding("", "", "", LocalizedText.NONE, null);
  }
}
