package no.speil.exchange.unit;

import java.util.List;
import no.speil.status.TrackedSection;

/**
 * A document as translators' tools get it.
 *
 * @param original path of the original below the archive's root
 * @param source language tag of the original
 * @param target language tag of the translation
 */
public record UnitDocument(
    String original, String source, String target, List<TrackedSection> sections) {}
