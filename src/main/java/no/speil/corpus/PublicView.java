package no.speil.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What everybody may read on a day.
 *
 * @param folders who may read what is in them, or the document of that name; the whole archive's is
 *     empty
 */
public record PublicView(LocalDate day, Map<String, Access> folders) {
  /**
   * Who may read a document: the strictest that it and its folders say.
   *
   * @param own what it says itself
   */
  public Access of(DocumentId id, Access own) {
    return folders.entrySet().stream()
        .filter(
            each -> (id.value() + "/").startsWith(each.getKey() + "/") || each.getKey().isEmpty())
        .map(Map.Entry::getValue)
        .reduce(own, Access::and);
  }

  /** Whether everybody may read it. */
  public boolean has(DocumentId id, Access own) {
    return of(id, own).isOpenOn(day);
  }

  /** Whether nothing is public. */
  public boolean isEmpty() {
    return closed().contains("");
  }

  /** Folders, and documents, that not everybody may read. */
  public List<String> closed() {
    return folders.entrySet().stream()
        .filter(each -> !each.getValue().isOpenOn(day))
        .map(Map.Entry::getKey)
        .toList();
  }
}
