package no.speil.library.documents;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.RecordFile;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.SectionLayout;
import no.speil.corpus.Side;
import no.speil.corpus.TextHash;
import no.speil.corpus.text.Normalization;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of a document's blocks, by which it is known again under another name; of a long one
 * the lowest of each side: texts that have most blocks in common have most of these in common
 * (bottom-k sketches, Cohen and Kaplan 2007).
 *
 * @param titles of both sides, which are among them
 */
record DocumentFingerprint(
    Set<TextHash> original, Set<TextHash> translation, Set<TextHash> titles) {
  private static final int MOST = 64;
  static final DocumentFingerprint NONE = new DocumentFingerprint(Set.of(), Set.of(), Set.of());

  /** Of texts; the name of a file that stands for a title says nothing. */
  static DocumentFingerprint of(
      DocumentId id, @Nullable DocumentText original, @Nullable DocumentText translation) {
    return of(List.of(id), prints(original), prints(translation));
  }

  /** Of the texts that a record remembers. */
  static DocumentFingerprint of(RecordFile record) {
    return of(record.names(), record.state().layout());
  }

  /** Of the texts of a layout. */
  static DocumentFingerprint of(List<DocumentId> names, List<SectionLayout> layout) {
    return of(names, prints(layout, Side.ORIGINAL), prints(layout, Side.TRANSLATION));
  }

  private static DocumentFingerprint of(
      List<DocumentId> names, List<Print> original, List<Print> translation) {
    Set<TextHash> fileNames =
        names.stream()
            .map(name -> TextHash.ofNormalized(Normalization.normalize(name.name())))
            .collect(Collectors.toSet());
    return new DocumentFingerprint(
        lowest(original, fileNames),
        lowest(translation, fileNames),
        Stream.concat(original.stream(), translation.stream())
            .filter(print -> print.isTitle() && !fileNames.contains(print.hash()))
            .map(Print::hash)
            .collect(Collectors.toSet()));
  }

  private record Print(boolean isTitle, TextHash hash) {}

  private static List<Print> prints(@Nullable DocumentText text) {
    return Stream.ofNullable(text)
        .flatMap(read -> read.blocks().stream())
        .filter(block -> !block.markdown().isEmpty())
        .map(block -> new Print(block.kind() == BlockKind.TITLE, TextHash.of(block)))
        .toList();
  }

  private static List<Print> prints(List<SectionLayout> layout, Side side) {
    return layout.stream()
        .flatMap(section -> section.side(side).stream())
        .map(block -> new Print(block.kind() == BlockKind.TITLE, block.hash()))
        .toList();
  }

  private static Set<TextHash> lowest(List<Print> prints, Set<TextHash> fileNames) {
    return prints.stream()
        .filter(print -> !print.isTitle() || !fileNames.contains(print.hash()))
        .map(Print::hash)
        .distinct()
        .sorted(Comparator.comparing(TextHash::hex))
        .limit(MOST)
        .collect(Collectors.toSet());
  }

  Set<TextHash> side(Side side) {
    return side == Side.ORIGINAL ? original : translation;
  }

  /** How many blocks of that side both have. */
  int shared(DocumentFingerprint other, Side side) {
    return (int) side(side).stream().filter(other.side(side)::contains).count();
  }

  /** How many blocks both have. */
  int shared(DocumentFingerprint other) {
    return shared(other, Side.ORIGINAL) + shared(other, Side.TRANSLATION);
  }

  /** Those of both sides. */
  Set<TextHash> all() {
    var all = new HashSet<>(original);
    all.addAll(translation);
    return all;
  }

  /** Whether the title is the same, or one has none. */
  boolean hasTitleOf(DocumentFingerprint other) {
    return titles.isEmpty()
        || other.titles.isEmpty()
        || titles.stream().anyMatch(other.titles::contains);
  }
}
