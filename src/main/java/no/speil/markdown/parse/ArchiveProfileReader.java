package no.speil.markdown.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import no.speil.corpus.Access;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.Color;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.LocalizedText;
import no.speil.corpus.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an archive says of itself. A value that cannot be used is a problem, and the rest is
 * used; unknown keys are passed over. For one use.
 */
public final class ArchiveProfileReader {
  /** In characters: the name stands on every page. */
  private static final int LONGEST_NAME = 120;

  private static final int LONGEST_TEXT = 1000;
  private static final int LONGEST_ADDRESS = 500;
  private static final Set<String> KEYS =
      Set.of(
          ("name description about examples publisher contact rights url"
                  + " logo icon picture picture-caption color access")
              .split(" "));
  private static final Set<String> WEB = Set.of("http", "https");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)++");

  private final String file;
  private final FrontMatterEntries entries;
  private final List<Problem> problems = new ArrayList<>();

  private ArchiveProfileReader(String source, String file) {
    this.file = file;
    this.entries = FrontMatterEntries.readWhole(source, file);
    entries.problems().stream().map(ArchiveProfileReader::ofProfile).forEach(problems::add);
  }

  /** What is wrong with front matter is told of this file in its own words. */
  private static Problem ofProfile(Problem problem) {
    Problem.Kind kind =
        switch (problem.kind()) {
          case FRONT_MATTER_INVALID -> Problem.Kind.PROFILE_INVALID;
          case FRONT_MATTER_TOO_LONG -> Problem.Kind.PROFILE_FILE_TOO_LONG;
          case FRONT_MATTER_WITHOUT_KEYS -> Problem.Kind.PROFILE_WITHOUT_KEYS;
          default -> problem.kind();
        };
    return new Problem(problem.file(), problem.line(), kind, problem.details(), problem.why());
  }

  /**
   * The profile as far as it can be used, without a name if it says none.
   *
   * @param lines where the keys stand, from 1
   */
  public record Reading(
      ArchiveProfile profile, Map<String, Integer> lines, List<Problem> problems) {}

  /**
   * Reads the file.
   *
   * @param source the text of the file
   * @param file as problems call it
   */
  public static Reading read(String source, String file) {
    return new ArchiveProfileReader(source, file).reading();
  }

  private Reading reading() {
    var unknown = new LinkedHashMap<>(entries.byKey());
    unknown.keySet().removeAll(KEYS);
    unknown.forEach((key, entry) -> report(entry, Problem.Kind.PROFILE_UNKNOWN_KEY, key));
    var profile =
        new ArchiveProfile(
            words("name", LONGEST_NAME),
            words("description", LONGEST_TEXT),
            about(),
            examples(),
            new ArchiveProfile.Imprint(
                words("publisher", LONGEST_NAME), contact(), words("rights", LONGEST_TEXT), url()),
            new ArchiveProfile.Branding(
                line("logo"),
                line("icon"),
                line("picture"),
                words("picture-caption", LONGEST_TEXT),
                color()),
            access());
    var lines = new LinkedHashMap<String, Integer>();
    entries.byKey().forEach((key, entry) -> lines.put(key, entry.line()));
    return new Reading(profile, lines, problems);
  }

  /** One for the whole archive, or one for each folder. */
  private Map<String, Access> access() {
    FrontMatterEntries.Entry whole = entries.entry("access");
    if (!entries.byKey().containsKey("access")) {
      return Map.of();
    }
    if (whole.parts().isEmpty()) {
      return Map.of("", access(whole));
    }
    Map<String, Access> byFolder = new LinkedHashMap<>();
    for (var part : whole.parts().entrySet()) {
      String folder = part.getKey().replaceAll("^/+|/+$|\\.md$", "");
      byFolder.merge(folder, access(part.getValue()), Access::and);
    }
    return byFolder;
  }

  private Access access(FrontMatterEntries.Entry entry) {
    return entry.access(written -> report(entry, Problem.Kind.NO_ACCESS, written));
  }

  /** One text, or one for each language. */
  private LocalizedText words(String key, int longest) {
    FrontMatterEntries.Entry whole = entries.entry(key);
    if (whole.parts().isEmpty()) {
      return LocalizedText.of(text(key, whole, longest));
    }
    Map<String, String> byTag = new LinkedHashMap<>();
    for (var part : whole.parts().entrySet()) {
      Language language = Language.of(part.getKey());
      if (!language.isNorwegian() && !language.isEnglish()) {
        report(part.getValue(), Problem.Kind.PROFILE_LANGUAGE, key, part.getKey());
        continue;
      }
      String text = text(key + ": " + part.getKey(), part.getValue(), longest);
      if (!text.isEmpty()) {
        byTag.putIfAbsent(language.tag(), text);
      }
    }
    return new LocalizedText(byTag);
  }

  /** A single text; empty where it is none that can be used. */
  private String text(String key, FrontMatterEntries.Entry entry, int longest) {
    if (!entry.parts().isEmpty() || entry.values().size() > 1) {
      report(entry, Problem.Kind.PROFILE_NO_TEXT, key);
      return "";
    }
    String text = Whitespace.fold(entry.text());
    if (text.length() > longest) {
      report(entry, Problem.Kind.PROFILE_TOO_LONG, key, Integer.toString(longest));
      return "";
    }
    return text;
  }

  private String line(String key) {
    return text(key, entries.entry(key), LONGEST_ADDRESS);
  }

  private String about() {
    String written = line("about");
    boolean isUsable = written.isEmpty() || DocumentId.parse(written).isPresent();
    return used("about", written, isUsable, Problem.Kind.PROFILE_NO_DOCUMENT, written);
  }

  private List<String> examples() {
    FrontMatterEntries.Entry entry = entries.entry("examples");
    if (!entry.parts().isEmpty()) {
      report(entry, Problem.Kind.PROFILE_NO_TEXT, "examples");
      return List.of();
    }
    return Whitespace.foldAll(entry.values());
  }

  private String contact() {
    String written = line("contact");
    return EMAIL.matcher(written).matches() ? "mailto:" + written : address("contact", "mailto");
  }

  /** A colour in which words can be read. Without quotes around it, YAML takes it for a comment. */
  private @Nullable Color color() {
    String written = line("color");
    Color color = Color.parse(written).orElse(null);
    if (color == null) {
      if (entries.byKey().containsKey("color")) {
        report(entries.entry("color"), Problem.Kind.PROFILE_NO_COLOR, written);
      }
      return null;
    }
    double contrast = color.contrast(Color.LIGHT_GROUND);
    if (contrast < Color.READABLE) {
      String told = String.format(Locale.ROOT, "%.1f", contrast);
      report(entries.entry("color"), Problem.Kind.PROFILE_PALE_COLOR, written, told);
      return null;
    }
    return color;
  }

  /** An address that others can begin with, so without query and fragment. */
  private String url() {
    String written = address("url", "");
    return used("url", written, written.matches("[^?#]*"), Problem.Kind.PROFILE_NO_BASE, written);
  }

  /** An address of the web, or of that scheme too. */
  private String address(String key, String scheme) {
    String written = line(key);
    boolean isUsable = written.isEmpty() || isAddress(written, scheme);
    return used(key, written, isUsable, Problem.Kind.PROFILE_NO_ADDRESS, key, written);
  }

  private static boolean isAddress(String written, String scheme) {
    try {
      var uri = new URI(written);
      String own = uri.getScheme();
      return own != null
          && (WEB.contains(own)
              ? uri.getRawAuthority() != null && !uri.getRawAuthority().contains("@")
              : own.equals(scheme) && EMAIL.matcher(uri.getRawSchemeSpecificPart()).matches());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** What is written, if it can be used; else it is a problem, and empty. */
  private String used(
      String key, String written, boolean isUsable, Problem.Kind otherwise, String... details) {
    if (!isUsable) {
      report(entries.entry(key), otherwise, details);
    }
    return isUsable ? written : "";
  }

  private void report(FrontMatterEntries.Entry entry, Problem.Kind kind, String... details) {
    problems.add(Problem.of(file, entry.line(), kind, details));
  }
}
