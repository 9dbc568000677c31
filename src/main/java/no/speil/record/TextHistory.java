package no.speil.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.corpus.BlockFingerprint;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * The texts that a section has had, as far as the record holds them: with their wording if it was
 * kept or a person acted on them, else only their hashes.
 */
public final class TextHistory {

  private final List<TextSnapshot> originals = new ArrayList<>();
  private final List<TextSnapshot> translations = new ArrayList<>();

  private TextHistory() {}

  /**
   * The text history of a section.
   *
   * @param events of the whole record, in order
   */
  public static TextHistory of(SectionId section, List<Event> events) {
    var textHistory = new TextHistory();
    for (Event event : events) {
      if (event.concerns().contains(section)) {
        textHistory.take(section, event);
      }
    }
    return textHistory;
  }

  /** Adds a text that is known from elsewhere. */
  public TextHistory with(Side side, TextSnapshot snapshot) {
    snapshots(side).add(snapshot);
    return this;
  }

  /** The Markdown of a former text; empty if the wording was not kept. */
  public Optional<String> wording(Side side, TextHash hash) {
    return hash.equals(TextHash.EMPTY)
        ? Optional.of("")
        : snapshots(side).stream()
            .filter(each -> each.hash().equals(hash))
            .flatMap(each -> Stream.ofNullable(each.text()))
            .findFirst();
  }

  /** Whether the section is known to have had that text, with or without wording. */
  public boolean had(Side side, TextHash hash) {
    return snapshots(side).stream().anyMatch(each -> each.hash().equals(hash));
  }

  private List<TextSnapshot> snapshots(Side side) {
    return side == Side.ORIGINAL ? originals : translations;
  }

  private void take(SectionId section, Event event) {
    originals.addAll(event.texts(Side.ORIGINAL));
    translations.addAll(event.texts(Side.TRANSLATION));
    if (event instanceof LayoutEvent change) {
      for (SectionPlacement each : change.sections()) {
        SectionLayout layout = each.section();
        if (layout.id().equals(section)) {
          snapshot(layout.original()).ifPresent(originals::add);
          snapshot(layout.translation()).ifPresent(translations::add);
        }
      }
    }
  }

  /**
   * The snapshot of a run of blocks, without its text; the hash follows from the fingerprints only
   * if there is at most one block.
   */
  private static Optional<TextSnapshot> snapshot(List<BlockFingerprint> run) {
    return switch (run.size()) {
      case 0 -> Optional.of(new TextSnapshot(TextHash.EMPTY, null));
      case 1 -> Optional.of(new TextSnapshot(run.getFirst().hash(), null));
      default -> Optional.empty();
    };
  }
}
