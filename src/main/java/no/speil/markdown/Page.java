package no.speil.markdown;

import java.util.List;
import no.speil.corpus.Problem;
import no.speil.corpus.Text;

/** A file as it was read: its text, and what a keeper should put right in it. */
public record Page(Text text, List<Problem> problems) {

  public Page {
    problems = List.copyOf(problems);
  }
}
