package no.speil.markdown;

import java.util.List;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;

/** A file as it was read: its text, and what a keeper should put right in it. */
public record ParsedFile(DocumentText text, List<Problem> problems) {

  public ParsedFile {
    problems = List.copyOf(problems);
  }
}
