package no.speil.web.answer;

import no.speil.search.Titles;

/** A title in both languages; the empty string where one is missing. */
public record TitleJson(String no, String en) {
  public static TitleJson of(Titles titles) {
    return new TitleJson(titles.original(), titles.translation());
  }
}
