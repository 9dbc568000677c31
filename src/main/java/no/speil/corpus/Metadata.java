package no.speil.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file's front matter says. A missing value is the empty string or the empty list.
 *
 * @param title never empty: front matter, else first heading, else file name
 * @param description one or two sentences about the text
 * @param access who may read it
 * @param other keys without a meaning here, in their order, as written
 */
public record Metadata(
    String title,
    String description,
    Language language,
    Credits credits,
    Classification classification,
    Provenance provenance,
    Access access,
    Map<String, String> other) {

  public Metadata {
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /**
   * Who made the text.
   *
   * @param organizations authors that the file says are no persons
   */
  public record Credits(
      List<String> authors,
      List<String> translators,
      String publisher,
      List<String> organizations) {
    public static final Credits NONE = new Credits(List.of(), List.of(), "", List.of());

    /** The authors as lists of references have them. */
    public List<PersonName> authorNames() {
      return authors.stream()
          .map(
              author ->
                  author.equals(publisher) || organizations.contains(author)
                      ? PersonName.whole(author)
                      : PersonName.of(author))
          .toList();
    }

    /** The translators in the same way. */
    public List<PersonName> translatorNames() {
      return translators.stream().map(PersonName::of).toList();
    }
  }

  /**
   * What sort of text it is.
   *
   * @param date {@code 2015}, {@code 2015-08} or {@code 2015-08-24}
   */
  public record Classification(String date, String kind, List<String> subjects) {
    public static final Classification NONE = new Classification("", "", List.of());
  }

  /**
   * Where the text comes from.
   *
   * @param source address of the published text
   * @param archived address of an archived copy
   * @param identifiers as they are written
   * @param original in a translation whose path differs: the document's id
   * @param aliases old ids of the document
   * @param attachments files that show how the published text looked
   */
  public record Provenance(
      String source,
      String archived,
      String rights,
      List<String> identifiers,
      String original,
      List<String> aliases,
      List<Attachment> attachments) {
    public static final Provenance NONE =
        new Provenance("", "", "", List.of(), "", List.of(), List.of());

    public Licence licence() {
      return Licence.of(rights);
    }

    /** The identifiers with the addresses that they lead to. */
    public List<Identifier> parsedIdentifiers() {
      return identifiers.stream().map(Identifier::of).toList();
    }
  }

  /**
   * A file that shows how a text looked where it comes from, such as a scanned page.
   *
   * @param text path below the root of the file that lists it
   * @param line in that file, from 1
   * @param file its path as it is written there
   * @param date when it was made
   * @param sha256 of its bytes, in lower-case hexadecimal digits
   */
  public record Attachment(
      String text, int line, String file, String title, String date, String sha256) {
    /** The file's name without its folders. */
    public String name() {
      return file.substring(file.lastIndexOf('/') + 1);
    }
  }
}
