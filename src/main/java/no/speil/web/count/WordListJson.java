package no.speil.web.count;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.speil.search.WordList;
import org.jspecify.annotations.Nullable;

/**
 * A page of a word list for programs.
 *
 * @param words of the sections that were counted, listed or not
 * @param otherWords of those they are compared with
 * @param sections that the search finds
 * @param documents that these belong to
 * @param total rows on all pages
 * @param exact whether all these sections were counted
 */
record WordListJson(
    String query,
    long words,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long otherWords,
    int sections,
    int documents,
    int total,
    boolean exact,
    List<RowJson> rows,
    List<String> notices) {

  static WordListJson of(
      String query,
      WordList list,
      List<WordList.Row> rows,
      boolean isCompared,
      List<String> notices) {
    return new WordListJson(
        query,
        list.words(),
        isCompared ? list.otherWords() : null,
        list.sections(),
        list.documents(),
        list.rows().size(),
        list.exact(),
        rows.stream().map(row -> RowJson.of(list, row, isCompared)).toList(),
        notices);
  }

  /** A word or a sequence of words. */
  record RowJson(
      String word,
      List<String> forms,
      long count,
      double per10000,
      int documents,
      @JsonInclude(JsonInclude.Include.NON_NULL) WordList.@Nullable Contrast other) {
    private static RowJson of(WordList list, WordList.Row row, boolean isCompared) {
      return new RowJson(
          row.word(),
          row.forms(),
          row.count(),
          WordList.rate(row.count(), list.words()),
          row.documents(),
          isCompared ? row.contrast() : null);
    }
  }
}
