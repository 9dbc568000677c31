package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.speil.align.dp.IncreasingSubsequence;
import no.speil.corpus.SectionId;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.SectionPlacement;

/** Computes the fewest placements that turn one layout into another. */
public final class LayoutDiff {
  private LayoutDiff() {}

  /** The sections to place so that the first list, without those removed, becomes the second. */
  public static List<SectionPlacement> between(
      List<SectionLayout> before, List<SectionLayout> now) {
    Map<SectionId, Integer> places = new HashMap<>();
    before.forEach(section -> places.put(section.id(), places.size()));
    int[] cameFrom =
        now.stream().mapToInt(section -> places.getOrDefault(section.id(), -1)).toArray();
    Set<SectionId> inPlace = new HashSet<>();
    for (int k : IncreasingSubsequence.longest(cameFrom)) {
      if (before.get(cameFrom[k]).equals(now.get(k))) {
        inPlace.add(now.get(k).id());
      }
    }
    var sectionPlacement = new ArrayList<SectionPlacement>();
    for (int k = 0; k < now.size(); k++) {
      if (!inPlace.contains(now.get(k).id())) {
        sectionPlacement.add(
            SectionPlacement.changed(
                cameFrom[k] < 0 ? null : before.get(cameFrom[k]),
                now.get(k),
                k == 0 ? null : now.get(k - 1).id()));
      }
    }
    return sectionPlacement;
  }
}
