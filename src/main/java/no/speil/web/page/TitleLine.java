package no.speil.web.page;

import java.util.List;

/**
 * A document in a list of titles.
 *
 * @param title in the language of the page, if there is one
 * @param other the title of the original, if another is shown
 * @param date in words; may be empty
 * @param facts who published it and what kind it is; may be empty
 * @param flaws what sets its translation back, in words; may be empty
 */
public record TitleLine(
    String href,
    TaggedText title,
    TaggedText other,
    String date,
    List<String> facts,
    List<String> flaws) {
  public TitleLine {
    facts = List.copyOf(facts);
    flaws = List.copyOf(flaws);
  }
}
