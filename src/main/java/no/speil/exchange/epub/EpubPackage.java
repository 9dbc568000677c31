package no.speil.exchange.epub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.speil.corpus.Metadata;

/**
 * What a book says of itself to programs, and what it is made of.
 *
 * @param languages of its texts, as tags
 * @param pages its files in their order, without the table of contents; at least one
 * @param pictures by their names
 */
public record EpubPackage(
    EpubBook book,
    Collection<String> languages,
    List<String> pages,
    Map<String, EpubResources.Picture> pictures) {
  /** What the texts say, once where they agree. */
  public List<String> told(Function<Metadata, Stream<String>> detail) {
    return book.credits().told().stream()
        .flatMap(detail)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  /** The name of a file among the others. */
  public static String id(String file) {
    return file.substring(0, file.indexOf('.'));
  }
}
