package no.speil.library.documents;

import java.util.List;
import no.speil.corpus.DocumentText;
import no.speil.library.catalogue.InternalLink;
import no.speil.markdown.parse.MergeConflict;
import org.jspecify.annotations.Nullable;

/**
 * One side of a document with its file's text.
 *
 * @param source the whole decoded file, of which the blocks are stretches
 * @param path of the file below the root
 * @param writable false where the file's bytes are not UTF-8, so that saving would change other
 *     words
 * @param links within the site
 * @param conflicts that a merge has left in it; while there are any, nobody acts on the document
 */
public record SideFile(
    DocumentText text,
    String source,
    String path,
    boolean writable,
    List<MergeConflict> conflicts,
    List<InternalLink> links) {

  /** Whether a merge has left two versions of a passage in it. */
  static boolean isInConflict(@Nullable SideFile file) {
    return file != null && !file.conflicts.isEmpty();
  }

  /** Its text; null where there is no file. */
  public static @Nullable DocumentText textOf(@Nullable SideFile file) {
    return file == null ? null : file.text;
  }
}
