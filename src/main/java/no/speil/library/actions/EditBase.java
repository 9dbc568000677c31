package no.speil.library.actions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.markdown.parse.MarkdownReader;
import no.speil.record.SectionVersion;
import no.speil.record.TextSnapshot;
import no.speil.status.TrackedSection;

/**
 * What a person had before them when they typed, which may not be what is there today.
 *
 * @param version of the section
 * @param original the blocks of its original in Markdown; empty where nobody says which they were
 */
public record EditBase(SectionVersion version, List<String> original) {
  private static final Pattern BLANK_LINES = Pattern.compile("\\R[ \\t]*\\R\\s*");

  /**
   * @throws IllegalArgumentException if these are not the blocks of that version
   */
  public EditBase {
    original = List.copyOf(original);
    if (!original.isEmpty() && !isOf(version, original)) {
      throw new IllegalArgumentException("not the original of version " + version);
    }
  }

  /** The section as it is now. */
  public static EditBase of(TrackedSection now) {
    return new EditBase(
        now.version(), now.section().original().stream().map(Block::markdown).toList());
  }

  /** A version of which only the hashes are known. */
  public static EditBase of(SectionVersion version) {
    return new EditBase(version, List.of());
  }

  /**
   * A version with what somebody says that its original was.
   *
   * @param original its blocks, or all of them as one text
   * @return empty where that is not the text of that version
   */
  public static Optional<EditBase> of(SectionVersion version, List<String> original) {
    List<String> texts =
        original.stream().map(text -> text.replace("\r\n", "\n").replace('\r', '\n')).toList();
    Stream<List<String>> ways =
        texts.size() == 1
            ? Stream.of(
                texts,
                BLANK_LINES.splitAsStream(texts.getFirst().strip()).toList(),
                blocks(texts.getFirst()).stream().map(Block::markdown).toList())
            : Stream.of(texts);
    return ways.filter(way -> !way.isEmpty() && isOf(version, way))
        .findFirst()
        .map(way -> new EditBase(version, way));
  }

  private static boolean isOf(SectionVersion version, List<String> original) {
    return TextHash.ofBlocks(original).hex().equals(version.original());
  }

  /** The blocks of an original without front matter. */
  static List<Block> blocks(String text) {
    return new MarkdownReader()
        .read(text, "", "", Side.ORIGINAL).text().blocks().stream()
            .filter(block -> block.kind() != BlockKind.TITLE)
            .toList();
  }

  /** The original with its wording, where it is said or still known. */
  public TextSnapshot snapshot(TrackedSection now) {
    if (version.original().equals(now.version().original())) {
      return TextSnapshot.of(now.section().original());
    }
    TextHash hash = version.hash(Side.ORIGINAL).orElse(TextHash.EMPTY);
    if (!original.isEmpty()) {
      return new TextSnapshot(hash, String.join("\n\n", original));
    }
    return now.history().stream()
        .flatMap(event -> event.texts(Side.ORIGINAL).stream())
        .filter(known -> known.hash().equals(hash))
        .filter(known -> Objects.nonNull(known.text()))
        .findFirst()
        .orElse(new TextSnapshot(hash, null));
  }
}
