package no.speil.markdown.parse;

import java.util.List;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;

/**
 * A file as it was read.
 *
 * @param problems what a keeper should put right in it
 * @param conflicts of which both versions are among the blocks
 */
public record ParsedFile(DocumentText text, List<Problem> problems, List<MergeConflict> conflicts) {

  public ParsedFile {
    problems = List.copyOf(problems);
    conflicts = List.copyOf(conflicts);
  }
}
