package no.speil.tracking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.corpus.BlockPrint;
import no.speil.corpus.Placed;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;

/**
 * What a record remembers of the texts that a section has had: the wording where somebody acted on
 * it, else that it was there. Of a text of several blocks that nobody acted on it may remember
 * nothing.
 */
public final class Past {
  private static final TextHash EMPTY = TextHash.ofNormalized("");

  private final List<Snapshot> originals = new ArrayList<>();
  private final List<Snapshot> translations = new ArrayList<>();
  private final Set<TextHash> laidOriginals = new HashSet<>();
  private final Set<TextHash> laidTranslations = new HashSet<>();

  private Past() {}

  /**
   * The past of a section.
   *
   * @param events of the whole record, in its order
   */
  public static Past of(SectionId section, List<Event> events) {
    var past = new Past();
    for (Event event : events) {
      if (event.concerns().contains(section)) {
        past.take(section, event);
      }
    }
    return past;
  }

  /** The Markdown that the section had; empty where the wording was not kept. */
  public Optional<String> wording(Side side, TextHash hash) {
    return hash.equals(EMPTY)
        ? Optional.of("")
        : snapshots(side).stream()
            .filter(each -> each.hash().equals(hash))
            .flatMap(each -> Stream.ofNullable(each.text()))
            .findFirst();
  }

  /** Whether the section is known to have had that text, whether or not its wording was kept. */
  public boolean had(Side side, TextHash hash) {
    Set<TextHash> laid = side == Side.ORIGINAL ? laidOriginals : laidTranslations;
    return laid.contains(hash)
        || snapshots(side).stream().anyMatch(each -> each.hash().equals(hash));
  }

  private List<Snapshot> snapshots(Side side) {
    return side == Side.ORIGINAL ? originals : translations;
  }

  private void take(SectionId section, Event event) {
    switch (event) {
      case Mark mark -> add(mark.original(), mark.translation());
      case Confirm confirm -> add(confirm.original(), confirm.translation());
      case Edit edit -> {
        add(edit.original(), edit.before());
        translations.add(edit.after());
      }
      case Laid laid -> lay(section, laid.sections());
      case Link link -> lay(section, link.sections());
      case Omit omit -> originals.add(omit.original());
      case Suggest suggest -> {}
      case Resolve resolve -> {}
      case Report report -> {}
      case Settle settle -> {}
      case Comment comment -> {}
      case Unrecognized unrecognized -> {}
    }
  }

  private void add(Snapshot original, Snapshot translation) {
    originals.add(original);
    translations.add(translation);
  }

  private void lay(SectionId section, List<Placed> placed) {
    for (Placed each : placed) {
      SectionLayout layout = each.section();
      if (layout.id().equals(section)) {
        laid(layout.original()).ifPresent(laidOriginals::add);
        laid(layout.translation()).ifPresent(laidTranslations::add);
      }
    }
  }

  /** The hash of a run is told from those of its blocks only where it has at most one. */
  private static Optional<TextHash> laid(List<BlockPrint> run) {
    return switch (run.size()) {
      case 0 -> Optional.of(EMPTY);
      case 1 -> Optional.of(run.getFirst().hash());
      default -> Optional.empty();
    };
  }
}
