package no.speil.archive;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.corpus.text.ResourceFile;

/**
 * The files below one of the two folders that may have been meant as texts and are not read, or not
 * as was meant. Where there are many of a kind the first are named and the others counted. Pictures
 * and other files that hold no text for people are no concern of it.
 */
final class UnreadFiles {
  /** So many of each kind are named in each folder. */
  private static final int NAMED = 3;

  /** In so many folders each kind is told of; what lies in others is counted in one. */
  private static final int FOLDERS = 20;

  private static final String MARKDOWN = ".md";

  /** Markdown by another name, and plain text, which can be read as Markdown. */
  private static final Set<String> RENAMED =
      Set.copyOf(ResourceFile.words(UnreadFiles.class, "markdown-extensions.txt"));

  private static final Set<String> CONVERTED =
      Set.copyOf(ResourceFile.words(UnreadFiles.class, "other-extensions.txt"));

  /** As Hugo and other makers of sites tell languages apart: {@code brev.en.md}. */
  private static final Pattern ENGLISH = Pattern.compile("(.+)\\.en(?:[-_]\\p{Alpha}{2})?\\.md");

  private static final List<String> NORWEGIAN =
      List.of(".nb", ".nn", ".no", ".nb-no", ".nn-no", ".nb-NO", ".nn-NO", "");

  private final String name;
  private final Predicate<String> isRead;
  private final Set<String> unread = new TreeSet<>();
  private final Map<String, String> english = new TreeMap<>();

  /**
   * @param name of the folder, {@code archive} or {@code translations}
   * @param isRead whether there is a text of that path below it
   */
  UnreadFiles(String name, Predicate<String> isRead) {
    this.name = name;
    this.isRead = isRead;
  }

  /** Meets a file below the folder that is not read. */
  void skipped(String path) {
    boolean isTemporary = path.startsWith("~", path.lastIndexOf('/') + 1);
    String extension = extension(path);
    if (!isTemporary && (RENAMED.contains(extension) || CONVERTED.contains(extension))) {
      unread.add(path);
    }
  }

  /** Meets a text that is read. */
  void read(String path) {
    Matcher named = ENGLISH.matcher(path);
    if (name.equals("archive") && named.matches()) {
      english.put(path, named.group(1));
    }
  }

  /** What a keeper should know of, in the order of kinds and paths. */
  List<Problem> problems() {
    var found = new ArrayList<Problem>();
    unread.forEach(path -> notRead(path).ifPresent(found::add));
    english.forEach((path, stem) -> besideOriginal(path, stem).ifPresent(found::add));
    return found.stream()
        .collect(groupingBy(UnreadFiles::ending, TreeMap::new, toList()))
        .values()
        .stream()
        .flatMap(each -> summedUp(each).stream())
        .toList();
  }

  private static String ending(Problem problem) {
    return problem.kind() == Kind.LANGUAGE_IN_NAME ? ".en.md" : extension(problem.file());
  }

  /**
   * A text beside the file, or beside a folder of its name that the file lies in, has most likely
   * been made of it, so that nothing is missing.
   */
  private Optional<Problem> notRead(String path) {
    String text = path.substring(0, path.length() - extension(path).length()) + MARKDOWN;
    Kind kind = RENAMED.contains(extension(path)) ? Kind.NOT_NAMED_MD : Kind.NOT_MARKDOWN;
    boolean hasText = isRead.test(text) || isRead.test(folder(path) + MARKDOWN);
    return kind == Kind.NOT_MARKDOWN && hasText
        ? Optional.empty()
        : Optional.of(Problem.of(shown(path), 0, kind, shown(text)));
  }

  private Optional<Problem> besideOriginal(String path, String stem) {
    String text = stem + MARKDOWN;
    return NORWEGIAN.stream()
        .map(language -> stem + language + MARKDOWN)
        .filter(isRead)
        .findFirst()
        .map(original -> List.of(shown(original), "translations/" + text, shown(text)))
        .map(names -> new Problem(shown(path), 0, Kind.LANGUAGE_IN_NAME, names, null));
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private List<Problem> summedUp(List<Problem> ofKind) {
    Map<String, List<Problem>> byFolder =
        ofKind.stream().collect(groupingBy(each -> folder(each.file()), TreeMap::new, toList()));
    var told = new ArrayList<Problem>();
    byFolder.entrySet().stream().limit(FOLDERS).forEach(each -> tell(each, told));
    List<Problem> others = byFolder.values().stream().skip(FOLDERS).flatMap(List::stream).toList();
    if (!others.isEmpty()) {
      told.add(more(name, others));
    }
    return told;
  }

  private static void tell(Map.Entry<String, List<Problem>> folder, List<Problem> told) {
    List<Problem> problems = folder.getValue();
    int named = problems.size() > NAMED + 1 ? NAMED : problems.size();
    told.addAll(problems.subList(0, named));
    if (named < problems.size()) {
      told.add(more(folder.getKey(), problems.subList(named, problems.size())));
    }
  }

  private static Problem more(String where, List<Problem> problems) {
    String number = Integer.toString(problems.size());
    return Problem.of(where, 0, Kind.MORE_LIKE_IT, number, problems.getFirst().file());
  }

  private String shown(String path) {
    return name + "/" + path;
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < path.lastIndexOf('/') || dot < 0
        ? ""
        : path.substring(dot).toLowerCase(Locale.ROOT);
  }
}
