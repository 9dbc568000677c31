package no.speil.web;

import no.speil.search.Titles;

/** A title in both languages; the empty string where one is missing. */
record TitleJson(String no, String en) {
  static TitleJson of(Titles titles) {
    return new TitleJson(titles.original(), titles.translation());
  }
}
