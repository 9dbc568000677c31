package no.speil.library.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleText;
import no.speil.markdown.visible.VisibleMarkdownReader;

/**
 * A link or picture of a text whose address stays within the site.
 *
 * @param file path below the root, with {@code /}
 * @param line of the block that it stands in, from 1
 * @param address as written, without escapes
 */
public record InternalLink(String file, int line, String address) {
  /** Of a text with more links the rest is not looked at. */
  private static final int MOST = 500;

  private static final VisibleMarkdownReader READER = new VisibleMarkdownReader();

  private static final Pattern ATTRIBUTE = Pattern.compile("(?i:href|src)\\s*=");

  /** Several pictures in one attribute. */
  private static final Pattern SIZES = Pattern.compile("\\s[0-9.]+[wx](?:,|$)");

  /** Those of a text, each address once. */
  public static List<InternalLink> of(DocumentText text, String file) {
    Map<String, InternalLink> links = new LinkedHashMap<>();
    text.blocks().stream()
        .filter(block -> block.kind() != BlockKind.TITLE && mayHaveLinks(block.markdown()))
        .flatMap(block -> links(block, file))
        .filter(link -> SiteLinks.isInternal(link.address))
        .forEach(link -> links.putIfAbsent(link.address, link));
    return links.values().stream().limit(MOST).toList();
  }

  /** Whether it has what links and pictures have, so that other blocks need not be read. */
  private static boolean mayHaveLinks(String markdown) {
    return markdown.contains("](")
        || markdown.contains("]:")
        || (markdown.contains("=") && ATTRIBUTE.matcher(markdown).find());
  }

  private static Stream<InternalLink> links(Block block, String file) {
    return READER.read(block.markdown(), TextRole.of(List.of(block))).targets().stream()
        .map(VisibleText.Target::address)
        .filter(address -> !SIZES.matcher(address).find())
        .map(address -> new InternalLink(file, block.source().line(), address));
  }
}
