package no.speil.library.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata.Attachment;
import no.speil.corpus.Problem;

/**
 * A document's summary in the catalogue: what lists show, what tells whether its files have
 * changed, and what other documents need to know of it. Stored in the index, so that a start reads
 * no text.
 *
 * @param translationPath below {@code translations/}
 * @param access as it says itself
 * @param aliases old ids
 * @param links within the site, of both texts
 * @param attachments of both texts
 * @param claims of parts that are there, also those over
 */
public record DocumentSummary(
    CatalogueEntry entry,
    FileStates fileStates,
    String translationPath,
    Access access,
    List<DocumentId> aliases,
    Contributions contributions,
    List<Claim> claims,
    List<Problem> problems,
    List<InternalLink> links,
    List<Attachment> attachments) {

  public DocumentSummary {
    aliases = List.copyOf(aliases);
    claims = List.copyOf(claims);
    problems = List.copyOf(problems);
    links = List.copyOf(links);
    attachments = List.copyOf(attachments);
  }

  /**
   * What people have done in the document's record.
   *
   * @param people how many sections each of them has marked or written; 0 for those who have done
   *     something else
   * @param lastMillis when somebody did something last that everybody may know, milliseconds since
   *     1970; 0 for never
   * @param addedMillis when the record began, or where there is none, when the files were changed
   * @param days on which they did something that everybody may know
   */
  public record Contributions(
      Map<String, Integer> people, long lastMillis, long addedMillis, List<WorkDay> days) {
    /** Keeps names once, since the same few people have worked on all documents. */
    public Contributions {
      people =
          people.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      person -> person.getKey().intern(), Map.Entry::getValue));
      days = List.copyOf(days);
    }

    /** The day on which the document came, days since 1970; of one day none came before others. */
    public long addedDay() {
      return TimeUnit.MILLISECONDS.toDays(addedMillis);
    }
  }

  /** When it came, or when somebody did something in it last that everybody may know. */
  public long changedMillis() {
    return Math.max(contributions.addedMillis(), contributions.lastMillis());
  }

  /** When somebody did something in it last that everybody may know, by its record. */
  public Optional<Instant> lastWork() {
    return Optional.of(contributions.lastMillis())
        .filter(millis -> millis > 0)
        .map(Instant::ofEpochMilli);
  }
}
