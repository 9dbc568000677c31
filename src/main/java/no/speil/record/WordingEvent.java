package no.speil.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Stream;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import org.jspecify.annotations.Nullable;

/**
 * "wording": texts that a section had and has no more, so that whoever cited them still finds them.
 * Nobody's action: it changes neither states nor the layout.
 *
 * @param original null if the original is still the same, or its wording is in the record already
 * @param translation null in the same way
 */
public record WordingEvent(
    EventSignature signature,
    SectionId section,
    @JsonSetter(nulls = Nulls.SET) @Nullable TextSnapshot original,
    @JsonSetter(nulls = Nulls.SET) @Nullable TextSnapshot translation)
    implements SectionEvent {
  @Override
  public List<TextSnapshot> texts(Side side) {
    return Stream.ofNullable(side == Side.ORIGINAL ? original : translation).toList();
  }
}
