package no.speil.align.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Both sides of a document under random edits, each block with its sources. */
final class RandomDocument {
  private final Random random;
  private final RandomParagraphs randomParagraphs;
  private final List<Piece> original = new ArrayList<>();
  private final List<Piece> translation = new ArrayList<>();
  private final Set<Integer> touched = new HashSet<>();
  private int keys;

  RandomDocument(Random random, RandomParagraphs randomParagraphs) {
    this.random = random;
    this.randomParagraphs = randomParagraphs;
  }

  /**
   * A block.
   *
   * @param sources the blocks that its text was written as, one unless it was merged
   */
  record Piece(Set<Integer> sources, String text) {
    Piece reading(String other) {
      return new Piece(sources, other);
    }
  }

  List<Piece> original() {
    return original;
  }

  List<Piece> translation() {
    return translation;
  }

  void add(String no, String en) {
    original.add(written(no));
    translation.add(written(en));
  }

  /**
   * Begins a revision. Within one, a block is edited only once, since a sketch survives no more.
   */
  void revise() {
    touched.clear();
  }

  /** Makes one random edit in a random place and describes it. */
  String edit() {
    boolean left = random.nextBoolean();
    List<Piece> side = left ? original : translation;
    int at = random.nextInt(Math.max(1, Math.min(original.size(), translation.size())));
    int to = random.nextInt(Math.max(1, Math.min(original.size(), translation.size())));
    if (at + 1 >= side.size() || at + 1 >= original.size() || at + 1 >= translation.size()) {
      insertPair(0);
      return "insert a pair";
    }
    if (!touched.isEmpty() && touched.stream().anyMatch(side.get(at).sources()::contains)) {
      insertPair(at);
      return "insert a pair at " + at;
    }
    touched.addAll(side.get(at).sources());
    String name = left ? "original" : "translation";
    switch (random.nextInt(14)) {
      case 0, 1, 2 ->
          side.set(at, side.get(at).reading(randomParagraphs.edit(side.get(at).text(), 0.1)));
      case 3 -> side.set(at, side.get(at).reading(randomParagraphs.edit(side.get(at).text(), 0.5)));
      case 4 -> side.add(to, side.remove(at));
      case 5 ->
          side.add(Math.min(to, side.size()), written(randomParagraphs.paragraph().getFirst()));
      case 6 -> insertPair(at);
      case 7 -> side.remove(at);
      case 8 -> side.set(at, written(randomParagraphs.paragraph().getFirst()));
      case 9 -> split(side, at);
      case 10 -> merge(side, at);
      case 11 -> side.set(at, side.get(at).reading(side.get(at).text() + " **so**"));
      case 12 -> side.set(at, side.get(at).reading(marked(side.get(at).text())));
      default -> side.add(at, written("***"));
    }
    return name + " at " + at;
  }

  private void insertPair(int at) {
    List<String> pair = randomParagraphs.paragraph();
    original.add(at, written(pair.get(0)));
    translation.add(at, written(pair.get(1)));
  }

  private static void split(List<Piece> side, int at) {
    Piece piece = side.get(at);
    int middle = piece.text().indexOf(' ', piece.text().length() / 2);
    if (middle > 0) {
      side.set(at, piece.reading(piece.text().substring(0, middle)));
      side.add(at + 1, piece.reading(piece.text().substring(middle + 1)));
    }
  }

  private static void merge(List<Piece> side, int at) {
    Piece second = side.remove(at + 1);
    Piece first = side.get(at);
    Set<Integer> sources = new HashSet<>(first.sources());
    sources.addAll(second.sources());
    side.set(at, new Piece(sources, first.text() + " " + second.text()));
  }

  private static String marked(String text) {
    if (text.startsWith("## ")) {
      return "#" + text;
    }
    return text.startsWith("- ") ? text.substring(2) : "- " + text;
  }

  private Piece written(String text) {
    return new Piece(Set.of(keys++), text);
  }
}
