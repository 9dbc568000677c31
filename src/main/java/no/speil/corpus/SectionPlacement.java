package no.speil.corpus;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new or changed section of a layout and its place.
 *
 * @param after the section before it, or null for the document's first
 * @param kept what the change has left as it was, so that it takes nothing back that was changed at
 *     the same time in another copy of the record; none in records of older versions
 */
public record SectionPlacement(
    SectionLayout section, @Nullable SectionId after, Set<LayoutPart> kept) {
  public SectionPlacement {
    kept = kept.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kept));
  }

  /** A placement that says everything about its section. */
  public SectionPlacement(SectionLayout section, @Nullable SectionId after) {
    this(section, after, Set.of());
  }

  /**
   * The placement of a section after a change.
   *
   * @param before the section as it was, or null if it is new
   */
  public static SectionPlacement changed(
      @Nullable SectionLayout before, SectionLayout section, @Nullable SectionId after) {
    Set<LayoutPart> kept =
        Stream.of(LayoutPart.values())
            .filter(part -> before != null && part.of(before).equals(part.of(section)))
            .collect(Collectors.toSet());
    return new SectionPlacement(section, after, kept);
  }

  /**
   * The section with the parts of another state of it that the change has kept; empty if that
   * leaves no text.
   */
  public Optional<SectionLayout> onto(SectionLayout now) {
    if (now.isTitle() != section.isTitle()) {
      return Optional.of(section);
    }
    SectionLayout left = kept.contains(LayoutPart.ORIGINAL) ? now : section;
    SectionLayout right = kept.contains(LayoutPart.TRANSLATION) ? now : section;
    SectionLayout aligned = kept.contains(LayoutPart.ALIGNMENT) ? now : section;
    return left.original().isEmpty() && right.translation().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SectionLayout(
                section.id(), aligned.alignment(), left.original(), right.translation()));
  }
}
