package no.speil.markdown.parse;

import java.util.List;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Problem;

/**
 * The result of reading a file.
 *
 * @param problems what a keeper should correct in it
 * @param conflicts merge conflicts; both versions are among the blocks
 */
public record ParsedFile(
    DocumentText text, List<Problem> problems, List<MergeConflict> conflicts) {}
