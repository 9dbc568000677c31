package no.speil.exchange.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.Section;
import no.speil.corpus.Side;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.MarkdownTemplate;
import no.speil.markdown.inline.UnwritableTextException;
import no.speil.status.TrackedSection;
import org.jspecify.annotations.Nullable;

/**
 * A section as text units, and the way back. A section whose sides have the same blocks has a unit
 * for each text; where they differ, one unit with the markup between blocks as codes.
 *
 * @param units in order, at least one
 */
public record SectionUnits(List<TextUnit> units, Form form) {
  /** How the units were made of the section. */
  record Form(MarkdownTemplate source, @Nullable MarkdownTemplate target, boolean isJoined) {}

  /** The units of a section as it is now. */
  public static SectionUnits of(TrackedSection tracked) {
    Section section = tracked.section();
    MarkdownTemplate source = MarkdownTemplate.of(section.original());
    MarkdownTemplate target =
        section.translation().isEmpty() ? null : MarkdownTemplate.of(section.translation());
    if (source.texts().isEmpty() || tracked.sectionStatus().isLeftOut()) {
      return untranslatable(tracked, new Form(source, target, false));
    }
    boolean isJoined = target != null && !target.kinds().equals(source.kinds());
    return of(tracked, new Form(source, target, isJoined));
  }

  /**
   * The units of a section as they may have been before its translation changed, the likeliest
   * first: as it is now, as without its translation, as one.
   */
  public static Stream<SectionUnits> variants(TrackedSection tracked) {
    SectionUnits now = of(tracked);
    if (!now.units().getFirst().translatable()) {
      return Stream.of(now);
    }
    MarkdownTemplate source = now.form().source();
    return Stream.of(
        now, of(tracked, new Form(source, null, false)), of(tracked, new Form(source, null, true)));
  }

  private static SectionUnits of(TrackedSection tracked, Form form) {
    List<CodedText> sources = texts(form.source(), form.isJoined());
    List<CodedText> targets =
        form.target() == null ? List.of() : texts(form.target(), form.isJoined());
    var units = new ArrayList<TextUnit>();
    String id = tracked.section().id().value();
    for (int i = 0; i < sources.size(); i++) {
      CodedText source = sources.get(i);
      CodedText target = targets.isEmpty() ? null : CodeMatcher.matched(source, targets.get(i));
      String number = sources.size() == 1 ? "" : "-" + (i + 1);
      units.add(new TextUnit(id + number, source, target, true, ""));
    }
    return new SectionUnits(units, form);
  }

  private static List<CodedText> texts(MarkdownTemplate template, boolean isJoined) {
    return isJoined ? List.of(template.joined()) : template.texts();
  }

  private static SectionUnits untranslatable(TrackedSection tracked, Form form) {
    Section section = tracked.section();
    String original = tracked.markdown(Side.ORIGINAL);
    String translation = tracked.markdown(Side.TRANSLATION);
    @Nullable CodedText target = translation.isEmpty() ? null : CodedText.of(translation);
    String note =
        tracked.sectionStatus().isLeftOut()
            ? "The translation leaves this passage out on purpose."
            : "Taken over as it is.";
    if (section.original().isEmpty()) {
      note = "Only the translation has this passage: " + translation;
      target = null; // some tools empty the target of an empty source
    }
    String id = section.id().value();
    return new SectionUnits(
        List.of(new TextUnit(id, CodedText.of(original), target, false, note)), form);
  }

  /** The units by their ids. */
  public Map<String, TextUnit> byId() {
    return units.stream().collect(Collectors.toMap(TextUnit::id, unit -> unit));
  }

  /**
   * The section's translation with other texts in its units, in the markup of the translation that
   * is there, or else of the original.
   *
   * @param targets one for each unit
   * @throws UnwritableTextException if no Markdown says that
   */
  public String markdown(List<CodedText> targets) throws UnwritableTextException {
    List<CodedText> texts = form.isJoined() ? MarkdownTemplate.parted(targets.getFirst()) : targets;
    MarkdownTemplate template =
        Optional.ofNullable(form.target())
            .filter(each -> each.texts().size() == texts.size())
            .orElse(form.source());
    return template.fill(texts);
  }
}
