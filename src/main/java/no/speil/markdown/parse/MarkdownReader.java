package no.speil.markdown.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Metadata;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;

/**
 * Reads a file's text into metadata and blocks. Any text can be read: what is wrong becomes a
 * problem. Every character of the body that is not white space is in exactly one block.
 * Thread-safe.
 */
public final class MarkdownReader {

  /**
   * Reads one file.
   *
   * @param file path below the root, for problems
   * @param fallbackTitle the title if neither front matter nor body has one
   * @param side determines the language to expect
   */
  public ParsedFile read(String source, String file, String fallbackTitle, Side side) {
    return read(source, file, side, body -> heading(body).map(Block::text).orElse(fallbackTitle));
  }

  /**
   * Reads a translation. Its title is the one of its front matter or the heading that translates
   * the heading by which its original is called, else empty.
   */
  public ParsedFile readTranslation(String source, String file, DocumentText original) {
    Function<List<Block>, String> untitled =
        body ->
            heading(body).filter(each -> isTitle(each, body, original)).map(Block::text).orElse("");
    return read(source, file, Side.TRANSLATION, untitled);
  }

  private static Optional<Block> heading(List<Block> body) {
    return body.stream()
        .filter(block -> block.kind() == BlockKind.HEADING && !block.text().isEmpty())
        .findFirst();
  }

  /** Whether the first heading of a translation stands where the original's title stands. */
  private static boolean isTitle(Block heading, List<Block> body, DocumentText original) {
    List<Block> originals = original.blocks().subList(1, original.blocks().size());
    String title = original.metadata().title();
    return originals.isEmpty()
        || heading(originals)
            .filter(first -> first.level() == heading.level() && first.text().equals(title))
            .filter(first -> count(originals, first) == count(body, heading))
            .isPresent();
  }

  private static long count(List<Block> body, Block heading) {
    return body.stream()
        .filter(block -> block.kind() == BlockKind.HEADING && block.level() == heading.level())
        .count();
  }

  /**
   * @param untitled gives the title if the front matter has none
   */
  private static ParsedFile read(
      String source, String file, Side side, Function<List<Block>, String> untitled) {
    List<MergeConflict> conflicts = MergeConflict.in(source);
    FrontMatterEntries entries = FrontMatterEntries.read(source, file);
    List<Problem> problems = new ArrayList<>();
    for (MergeConflict conflict : conflicts) {
      String last = Integer.toString(conflict.lastLine());
      problems.add(Problem.of(file, conflict.line(), Problem.Kind.UNRESOLVED_MERGE, last));
    }
    entries.problems().stream()
        .filter(problem -> !isOfConflict(problem, conflicts))
        .forEach(problems::add);
    ParsedBody parsedBody = ParsedBody.of(source);
    if (parsedBody.isPlain()) {
      problems.add(Problem.of(file, 0, Problem.Kind.TOO_MUCH_MARKUP));
    }
    List<Block> body = body(parsedBody);
    Metadata metadata = new MetadataReader(file, side, entries, problems).read(body, untitled);
    List<Block> blocks = new ArrayList<>(body.size() + 1);
    blocks.add(title(metadata));
    blocks.addAll(body);
    return new ParsedFile(new DocumentText(metadata, blocks), problems, conflicts);
  }

  /** Whether a duplicate key comes from a merge conflict, which is reported already. */
  private static boolean isOfConflict(Problem problem, List<MergeConflict> conflicts) {
    return problem.kind() == Problem.Kind.KEY_TWICE
        && conflicts.stream()
            .anyMatch(each -> each.line() < problem.line() && problem.line() < each.lastLine());
  }

  private static Block title(Metadata metadata) {
    String description = metadata.description();
    String words = metadata.title() + (description.isEmpty() ? "" : "\n\n" + description);
    return new Block(BlockKind.TITLE, 0, new Block.Source(0, 1, words), words);
  }

  private static List<Block> body(ParsedBody parsedBody) {
    List<Block> blocks = new ArrayList<>(parsedBody.spans().size());
    int line = 1;
    int counted = 0;
    for (BlockSpan span : parsedBody.spans()) {
      line += LineBreaks.count(parsedBody.source(), counted, span.start());
      counted = span.start();
      var place = new Block.Source(span.start(), line, parsedBody.markdown(span));
      String words = PlainText.of(span, parsedBody.source());
      blocks.add(new Block(span.kind(), span.level(), place, words, span.isListed()));
    }
    return blocks;
  }
}
