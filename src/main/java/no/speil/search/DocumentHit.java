package no.speil.search;

import java.util.List;

/** A document that matches, with its best matching sections. */
public record DocumentHit(DocumentRef documentRef, float score, List<Hit> sections) {
  /** The same as a guess. */
  public DocumentHit asGuess() {
    return new DocumentHit(documentRef, score, sections.stream().map(Hit::asGuess).toList());
  }
}
