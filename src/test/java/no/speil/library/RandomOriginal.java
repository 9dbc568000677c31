package no.speil.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Side;
import no.speil.markdown.parse.MarkdownReader;
import org.jspecify.annotations.Nullable;

/** An original under random edits, each block with what it was written from. */
final class RandomOriginal {
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d.,/_-])\\d{1,4}(?![\\p{L}\\d.,/_-])");
  private static final Pattern WORD = Pattern.compile("(?<=[a-zæøå] )[a-zæøå]{6,14}(?= [a-zæøå])");
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[a-zæøå]{3}\\. )(?=[A-ZÆØÅ][a-zæøå])");

  private final Random random;
  private final String head;
  private final List<String> others;
  private final List<Piece> pieces = new ArrayList<>();
  private int keys;

  /**
   * @param others paragraphs of other documents, to be written in
   */
  RandomOriginal(String source, List<String> others, Random random) {
    this.random = random;
    this.others = new ArrayList<>(others);
    DocumentText text = read(source);
    this.head =
        "---\ntitle: " + text.metadata().title().replace(":", "") + "\nlanguage: nb\n---\n\n";
    for (Block block : text.blocks().subList(1, text.blocks().size())) {
      pieces.add(new Piece(Set.of(keys++), block.kind(), block.markdown().strip()));
    }
  }

  /**
   * A block.
   *
   * @param sources the blocks that its text was written as, one unless it was merged
   */
  record Piece(Set<Integer> sources, BlockKind kind, String text) {
    Piece reading(String other) {
      return new Piece(sources, kind, other);
    }
  }

  /** What is done to a block, and how gravely, where it is an edit of one. */
  enum Edit {
    EMPHASIS("markup"),
    LEVEL("markup"),
    COMMA("typography"),
    WORDING("wording"),
    NUMBER("facts"),
    NEGATION("facts"),
    MOVE(""),
    SPLIT(""),
    MERGE(""),
    INSERT(""),
    DELETE(""),
    REPLACE("");

    final String grade;

    Edit(String grade) {
      this.grade = grade;
    }
  }

  /**
   * What was done.
   *
   * @param before the block as it was; null where one was written
   * @param after the block as it is; null where it was taken out
   */
  record Done(Edit edit, @Nullable Piece before, @Nullable Piece after) {}

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  String source() {
    return head + pieces.stream().map(Piece::text).collect(Collectors.joining("\n\n")) + "\n";
  }

  /** Whether the file is read as just these blocks. */
  boolean isReadAsWritten() {
    List<Block> blocks = read(source()).blocks();
    return blocks.subList(1, blocks.size()).stream()
        .map(block -> block.markdown().strip())
        .toList()
        .equals(pieces.stream().map(Piece::text).toList());
  }

  /** Some edits, no block more than once, of which the file is still read as its blocks. */
  List<Done> edit(int count) {
    var done = new ArrayList<Done>();
    var touched = new HashSet<Integer>();
    for (int tries = 0; tries < 40 && done.size() < count; tries++) {
      var before = List.copyOf(pieces);
      int at = random.nextInt(pieces.size());
      if (pieces.get(at).sources().stream().anyMatch(touched::contains)) {
        continue;
      }
      Edit[] edits = Edit.values();
      Done one = apply(edits[random.nextInt(edits.length)], at, touched);
      if (one != null && isReadAsWritten()) {
        touched.addAll(before.get(at).sources());
        done.add(one);
      } else {
        pieces.clear();
        pieces.addAll(before);
      }
    }
    return done;
  }

  private @Nullable Done apply(Edit edit, int at, Set<Integer> touched) {
    Piece piece = pieces.get(at);
    return switch (edit) {
      case EMPHASIS -> rewrite(edit, at, replaceOne(WORD, piece, word -> "**" + word + "**"));
      case LEVEL ->
          rewrite(
              edit,
              at,
              piece.kind() == BlockKind.HEADING
                      && piece.text().startsWith("##")
                      && !piece.text().startsWith("#####")
                  ? "#" + piece.text()
                  : "");
      case COMMA -> rewrite(edit, at, replaceOne(WORD, piece, word -> word + ","));
      case WORDING -> rewrite(edit, at, replaceOne(WORD, piece, this::otherWord));
      case NUMBER ->
          rewrite(
              edit,
              at,
              replaceOne(
                  NUMBER,
                  piece,
                  number -> String.valueOf(Integer.parseInt(number) + 1 + random.nextInt(8))));
      case NEGATION -> rewrite(edit, at, replaceOne(WORD, piece, word -> "ikke " + word));
      case MOVE -> move(at);
      case SPLIT -> split(at);
      case MERGE -> merge(at, touched);
      case INSERT -> {
        Piece fresh = written();
        pieces.add(at, fresh);
        yield new Done(edit, null, fresh);
      }
      case DELETE -> {
        pieces.remove(at);
        yield new Done(edit, piece, null);
      }
      case REPLACE -> {
        if (piece.kind() != BlockKind.PARAGRAPH) {
          yield null;
        }
        Piece fresh = written();
        pieces.set(at, fresh);
        yield new Done(edit, piece, fresh);
      }
    };
  }

  private @Nullable Done rewrite(Edit edit, int at, String text) {
    Piece before = pieces.get(at);
    if (text.isEmpty() || text.equals(before.text())) {
      return null;
    }
    pieces.set(at, before.reading(text));
    return new Done(edit, before, pieces.get(at));
  }

  private Done move(int at) {
    Piece piece = pieces.remove(at);
    pieces.add(random.nextInt(pieces.size() + 1), piece);
    return new Done(Edit.MOVE, piece, piece);
  }

  private @Nullable Done split(int at) {
    Piece piece = pieces.get(at);
    Matcher sentence = SENTENCE.matcher(piece.text());
    if (piece.kind() != BlockKind.PARAGRAPH || !sentence.find()) {
      return null;
    }
    pieces.set(at, piece.reading(piece.text().substring(0, sentence.start()).strip()));
    pieces.add(at + 1, piece.reading(piece.text().substring(sentence.start())));
    return new Done(Edit.SPLIT, piece, pieces.get(at));
  }

  private @Nullable Done merge(int at, Set<Integer> touched) {
    if (at + 1 >= pieces.size()
        || pieces.get(at).kind() != BlockKind.PARAGRAPH
        || pieces.get(at + 1).kind() != BlockKind.PARAGRAPH
        || pieces.get(at + 1).sources().stream().anyMatch(touched::contains)) {
      return null;
    }
    Piece second = pieces.remove(at + 1);
    Piece first = pieces.get(at);
    touched.addAll(second.sources());
    Set<Integer> sources = new HashSet<>(first.sources());
    sources.addAll(second.sources());
    pieces.set(at, new Piece(sources, first.kind(), first.text() + " " + second.text()));
    return new Done(Edit.MERGE, first, pieces.get(at));
  }

  private String replaceOne(Pattern pattern, Piece piece, UnaryOperator<String> other) {
    if (piece.kind() != BlockKind.PARAGRAPH && piece.kind() != BlockKind.ITEM) {
      return "";
    }
    List<int[]> places =
        pattern.matcher(piece.text()).results().map(r -> new int[] {r.start(), r.end()}).toList();
    if (places.isEmpty()) {
      return "";
    }
    int[] place = places.get(random.nextInt(places.size()));
    String word = piece.text().substring(place[0], place[1]);
    return piece.text().substring(0, place[0])
        + other.apply(word)
        + piece.text().substring(place[1]);
  }

  private String otherWord(String word) {
    List<String> words =
        others.stream()
            .limit(30)
            .flatMap(text -> WORD.matcher(text).results())
            .map(result -> result.group().toLowerCase(Locale.ROOT))
            .filter(other -> other.charAt(0) != word.charAt(0))
            .toList();
    return words.get(random.nextInt(words.size()));
  }

  private Piece written() {
    String text = others.remove(random.nextInt(others.size()));
    return new Piece(Set.of(keys++), BlockKind.PARAGRAPH, text);
  }

  static DocumentText read(String source) {
    return new MarkdownReader().read(source, "archive/x.md", "x", Side.ORIGINAL).text();
  }
}
