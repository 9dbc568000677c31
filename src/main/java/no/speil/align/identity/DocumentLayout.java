package no.speil.align.identity;

import java.util.List;
import no.speil.corpus.DocumentId;
import no.speil.corpus.DocumentText;
import no.speil.corpus.Section;
import no.speil.corpus.SectionLayout;
import org.jspecify.annotations.Nullable;

/**
 * A document's texts and their sections.
 *
 * @param layout of the same sections in the same order
 */
public record DocumentLayout(
    DocumentId id,
    @Nullable DocumentText original,
    @Nullable DocumentText translation,
    List<Section> sections,
    List<SectionLayout> layout) {}
