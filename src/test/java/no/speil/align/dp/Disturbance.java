package no.speil.align.dp;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import no.speil.align.dp.ParallelTexts.Parallel;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;

/** Random changes like those of editors and translators to texts that once agreed. */
enum Disturbance {
  NONE("as given") {
    @Override
    Parallel of(Parallel text, Random random) {
      return text;
    }
  },
  TENTH("10 % left out") {
    @Override
    Parallel of(Parallel text, Random random) {
      return text.without(.1, random);
    }
  },
  FIFTH("20 % left out") {
    @Override
    Parallel of(Parallel text, Random random) {
      return text.without(.2, random);
    }
  },
  THIRD("30 % left out") {
    @Override
    Parallel of(Parallel text, Random random) {
      return text.without(.3, random);
    }
  },
  MERGED("10 % merged") {
    @Override
    Parallel of(Parallel text, Random random) {
      Parallel disturbed = text;
      for (int k = 0; k < Math.max(1, text.original().size() / 10); k++) {
        disturbed = merged(disturbed, random.nextBoolean(), random);
      }
      return disturbed;
    }
  },
  SPLIT("one split") {
    @Override
    Parallel of(Parallel text, Random random) {
      boolean left = random.nextBoolean();
      var side = new ArrayList<>(left ? text.original() : text.translation());
      int at = random.nextInt(side.size());
      String markdown = side.get(at).markdown();
      int middle = markdown.indexOf(' ', markdown.length() / 2);
      if (side.get(at).kind() != BlockKind.PARAGRAPH || middle < 0) {
        return text;
      }
      side.set(at, paragraph(markdown.substring(0, middle)));
      side.add(at + 1, paragraph(markdown.substring(middle + 1)));
      var links = new ArrayList<List<Integer>>();
      for (List<Integer> link : text.links()) {
        int place = link.get(left ? 0 : 1);
        links.add(moved(link, left, place > at ? place + 1 : place));
        if (place == at) {
          links.add(moved(link, left, at + 1));
        }
      }
      return text.with(left, side, links);
    }
  },
  MOVED("one moved") {
    @Override
    Parallel of(Parallel text, Random random) {
      var side = new ArrayList<>(text.translation());
      int from = random.nextInt(side.size());
      int to = random.nextInt(side.size());
      side.add(to, side.remove(from));
      List<List<Integer>> links =
          text.links().stream()
              .map(link -> moved(link, false, place(link.get(1), from, to)))
              .toList();
      return text.with(false, side, links);
    }
  },
  HEADINGS("headings missing") {
    @Override
    Parallel of(Parallel text, Random random) {
      boolean left = random.nextBoolean();
      List<Block> old = left ? text.original() : text.translation();
      var side = new ArrayList<Block>();
      int[] places = new int[old.size()];
      for (int k = 0; k < old.size(); k++) {
        boolean isHeading = old.get(k).kind() == BlockKind.HEADING;
        // what has no headings loses its headline
        boolean isKept = !isHeading && (k > 0 || old.stream().anyMatch(Disturbance::isHeading));
        places[k] = isKept ? side.size() : -1;
        if (isKept) {
          side.add(old.get(k));
        }
      }
      List<List<Integer>> links =
          text.links().stream()
              .filter(link -> places[link.get(left ? 0 : 1)] >= 0)
              .map(link -> moved(link, left, places[link.get(left ? 0 : 1)]))
              .toList();
      return text.with(left, side, links);
    }
  },
  FIFTH_AND_MERGED("20 % out, merged") {
    @Override
    Parallel of(Parallel text, Random random) {
      Parallel disturbed = FIFTH.of(text, random);
      for (boolean left : List.of(true, false)) {
        int blocks = (left ? disturbed.original() : disturbed.translation()).size();
        for (int k = 0; k < Math.max(1, blocks / 10); k++) {
          disturbed = merged(disturbed, left, random);
        }
      }
      return disturbed;
    }
  };

  final String words;

  Disturbance(String words) {
    this.words = words;
  }

  abstract Parallel of(Parallel text, Random random);

  private static boolean isHeading(Block block) {
    return block.kind() == BlockKind.HEADING;
  }

  private static Parallel merged(Parallel text, boolean left, Random random) {
    var side = new ArrayList<>(left ? text.original() : text.translation());
    if (side.size() < 2) {
      return text;
    }
    int at = random.nextInt(side.size() - 1);
    if (side.get(at).kind() != BlockKind.PARAGRAPH
        || side.get(at + 1).kind() != BlockKind.PARAGRAPH) {
      return text;
    }
    side.set(at, paragraph(side.get(at).markdown() + " " + side.remove(at + 1).markdown()));
    List<List<Integer>> links =
        text.links().stream()
            .map(
                link -> {
                  int place = link.get(left ? 0 : 1);
                  return moved(link, left, place > at ? place - 1 : place);
                })
            .distinct()
            .toList();
    return text.with(left, side, links);
  }

  private static Block paragraph(String markdown) {
    return new Block(BlockKind.PARAGRAPH, 0, new Block.Source(0, 1, markdown), markdown);
  }

  private static int place(int old, int from, int to) {
    if (old == from) {
      return to;
    }
    int without = old > from ? old - 1 : old;
    return without >= to ? without + 1 : without;
  }

  private static List<Integer> moved(List<Integer> link, boolean left, int place) {
    return left ? List.of(place, link.get(1)) : List.of(link.get(0), place);
  }
}
