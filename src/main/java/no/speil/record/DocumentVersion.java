package no.speil.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Block;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.Section;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * The version of a whole document, written {@code original.translation}: for each text the hash of
 * its blocks' hashes in the order of the sections, which a layout tells as well as the texts do;
 * {@code -} where there is no text.
 */
public record DocumentVersion(String original, String translation) {
  private static final Pattern FORM = Pattern.compile("(-|[0-9a-f]{32})\\.(-|[0-9a-f]{32})");

  /** The version of a document with these sections. */
  public static DocumentVersion of(List<Section> sections) {
    return of(
        side ->
            sections.stream().flatMap(section -> section.side(side).stream()).map(TextHash::of));
  }

  /** The version of a document with that layout. */
  static DocumentVersion ofLayout(List<SectionLayout> layout) {
    return of(
        side ->
            layout.stream()
                .flatMap(section -> section.side(side).stream())
                .map(BlockFingerprint::hash));
  }

  private static DocumentVersion of(Function<Side, Stream<TextHash>> blocks) {
    return new DocumentVersion(
        hash(blocks.apply(Side.ORIGINAL)), hash(blocks.apply(Side.TRANSLATION)));
  }

  private static String hash(Stream<TextHash> blocks) {
    String hashes = blocks.map(TextHash::hex).collect(Collectors.joining("\n"));
    return hashes.isEmpty() ? "-" : TextHash.ofNormalized(hashes).hex();
  }

  /**
   * The version as it was written in addresses at first: the hash of each text as a whole, which
   * only the texts themselves tell.
   */
  public static DocumentVersion ofTexts(List<Block> original, List<Block> translation) {
    return new DocumentVersion(SectionVersion.hashOf(original), SectionVersion.hashOf(translation));
  }

  /** Parses what {@link #toString} writes. */
  public static Optional<DocumentVersion> parse(String written) {
    Matcher matcher = FORM.matcher(written);
    return matcher.matches()
        ? Optional.of(new DocumentVersion(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return original + "." + translation;
  }
}
