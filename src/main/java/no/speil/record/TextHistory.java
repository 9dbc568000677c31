package no.speil.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * The texts that a section has had, as far as the record holds them: with their wording if it was
 * kept or a person acted on them, else only their hashes.
 */
public final class TextHistory {
  private final Map<Side, List<TextSnapshot>> texts = new EnumMap<>(Side.class);

  /**
   * The text history of a section.
   *
   * @param events of the whole record, in order
   */
  public TextHistory(SectionId section, List<Event> events) {
    for (Side side : Side.values()) {
      texts.put(
          side,
          events.stream()
              .filter(event -> event.concerns().contains(section))
              .flatMap(event -> texts(event, section, side))
              .collect(Collectors.toCollection(ArrayList::new)));
    }
  }

  /** Of a layout the hash follows from the fingerprints only if there is at most one block. */
  private static Stream<TextSnapshot> texts(Event event, SectionId section, Side side) {
    return event instanceof LayoutEvent layout
        ? layout.sections().stream()
            .map(SectionPlacement::section)
            .filter(each -> each.id().equals(section) && each.side(side).size() <= 1)
            .map(each -> each.side(side).stream().map(BlockFingerprint::hash).findFirst())
            .map(hash -> new TextSnapshot(hash.orElse(TextHash.EMPTY), null))
        : event.texts(side).stream();
  }

  /** Adds a text that is known from elsewhere. */
  public void add(Side side, TextSnapshot snapshot) {
    texts(side).add(snapshot);
  }

  /** The Markdown of a former text; empty if the wording was not kept. */
  public Optional<String> wording(Side side, TextHash hash) {
    return hash.equals(TextHash.EMPTY)
        ? Optional.of("")
        : texts(side).stream()
            .filter(each -> each.hash().equals(hash))
            .flatMap(each -> Stream.ofNullable(each.text()))
            .findFirst();
  }

  /** Whether the section is known to have had that text, with or without wording. */
  public boolean had(Side side, TextHash hash) {
    return texts(side).stream().anyMatch(each -> each.hash().equals(hash));
  }

  private List<TextSnapshot> texts(Side side) {
    return texts.getOrDefault(side, List.of());
  }
}
