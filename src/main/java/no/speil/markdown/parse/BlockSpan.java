package no.speil.markdown.parse;

import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.util.ast.Node;
import no.speil.corpus.BlockKind;
import org.jspecify.annotations.Nullable;

/**
 * A block's range in a file.
 *
 * @param level of a heading 1 to 6, else 0
 * @param start offset of its first character
 * @param end offset after its last character that is not white space
 * @param node its syntax node; null if the range is taken as plain text
 */
public record BlockSpan(BlockKind kind, int level, int start, int end, @Nullable Node node) {

  /** Whether it is an item of a list with more items, numbered with them. */
  boolean isListed() {
    return node instanceof ListItem item && ListNumbers.followsItsList(item);
  }
}
