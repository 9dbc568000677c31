package no.speil.web.document;

import no.speil.search.DocumentTitles;

/** A title in both languages; empty if missing. */
public record TitleJson(String no, String en) {
  public static TitleJson of(DocumentTitles titles) {
    return new TitleJson(titles.original(), titles.translation());
  }
}
