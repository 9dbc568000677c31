package no.speil.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.Normalization;

/** The Markdown of blocks by their hashes, taken from texts of sections. */
public final class BlockTexts {
  private static final String BETWEEN = "\n\n";

  /** Up to so many paragraphs, blocks with blank lines in them are found too. */
  private static final int MOST_PARTS = 20;

  private final Map<TextHash, String> texts = new HashMap<>();

  /** The texts that a record holds. */
  public static BlockTexts of(List<Event> events) {
    var blocks = new BlockTexts();
    events.stream()
        .flatMap(Event::texts)
        .flatMap(snapshot -> Stream.ofNullable(snapshot.text()))
        .distinct()
        .forEach(blocks::add);
    return blocks;
  }

  /** Adds the text of one or several blocks. */
  public void add(String markdown) {
    put(markdown);
    List<String> parts = Arrays.asList(markdown.split(BETWEEN, -1));
    for (int from = 0; from < parts.size(); from++) {
      int last = parts.size() <= MOST_PARTS ? parts.size() : from + 1;
      for (int to = from + 1; to <= last; to++) {
        put(String.join(BETWEEN, parts.subList(from, to)));
      }
    }
  }

  private void put(String block) {
    if (!block.isBlank()) {
      texts.putIfAbsent(TextHash.ofNormalized(Normalization.normalize(block)), block);
    }
  }

  /** The Markdown of a block; empty if it is not known. */
  public Optional<String> of(BlockFingerprint block) {
    return Optional.ofNullable(texts.get(block.hash()));
  }
}
