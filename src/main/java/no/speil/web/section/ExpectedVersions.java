package no.speil.web.section;

import java.util.List;
import java.util.stream.Collectors;
import no.speil.corpus.SectionId;
import no.speil.library.actions.ExpectedVersion;
import no.speil.status.TrackedSection;
import no.speil.web.http.IfMatch;
import no.speil.web.http.RequestException.BadRequest;
import org.jspecify.annotations.Nullable;

/** Sections and the versions of them that somebody saw, as forms and JSON carry them. */
public final class ExpectedVersions {
  private ExpectedVersions() {}

  /** A line for each section: its id, a space, its version. */
  public static String format(List<TrackedSection> sections) {
    return sections.stream().map(ExpectedVersions::format).collect(Collectors.joining("\n"));
  }

  public static String format(TrackedSection tracked) {
    return tracked.id() + " " + tracked.version();
  }

  public static List<ExpectedVersion> parse(String lines) {
    return of(bodies(lines));
  }

  /** The ids and versions in such lines, unchecked. */
  public static List<VersionedBody> bodies(String lines) {
    return lines.lines().filter(line -> !line.isBlank()).map(VersionedBody::parse).toList();
  }

  public static List<ExpectedVersion> of(List<? extends @Nullable VersionedBody> named) {
    return named.stream().map(ExpectedVersions::of).toList();
  }

  public static ExpectedVersion of(@Nullable VersionedBody named) {
    if (named == null || named.id() == null || named.version() == null) {
      throw new BadRequest("Name each section by “id” and “version”.");
    }
    SectionId section =
        SectionId.parse(named.id())
            .orElseThrow(() -> new BadRequest("Not a section: " + named.id()));
    return new ExpectedVersion(section, IfMatch.parse(named.version()));
  }

  /** A section as somebody saw it. */
  public record VersionedBody(@Nullable String id, @Nullable String version) {
    /** Of a line of a form. */
    public static VersionedBody parse(String line) {
      String[] parts = line.strip().split(" ", 2);
      return new VersionedBody(parts[0], parts.length > 1 ? parts[1] : "");
    }
  }
}
