package no.speil.exchange.unit;

import no.speil.markdown.inline.CodedText;
import org.jspecify.annotations.Nullable;

/**
 * A text to translate: a section, or one of the texts of a section that has several, such as the
 * cells of a table.
 *
 * @param id the section's id; with a hyphen and a number from 1 where the section has several
 * @param target null where there is none yet; a code that it shares with the source has the same id
 * @param translatable false for what is taken over as it is, such as code, and for what has no
 *     source
 * @param note for the translator, in English; may be empty
 */
public record TextUnit(
    String id, CodedText source, @Nullable CodedText target, boolean translatable, String note) {}
