package no.speil.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.git.GitProgram.Call;
import no.speil.git.GitRepository.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What git makes of two commits, without a working tree.
 *
 * @param tree with both sides' changes; of files in conflict it has what nobody should read
 * @param changes against our commit, without files in conflict
 * @param conflicts files that both sides have changed
 */
record TreeMerge(String tree, List<Change> changes, List<Change> conflicts) {
  /**
   * A file that the other side has changed.
   *
   * @param merged what git makes of it; in a conflict what the other side has
   * @param base in a conflict what both sides began with, else null
   */
  record Change(Entry ours, Entry merged, @Nullable Entry base) {
    private static Change conflict(String path) {
      Entry none = Entry.removed(path);
      return new Change(none, none, none);
    }

    private Change with(Entry staged, char stage) {
      var version = new Entry(path(), staged.mode(), staged.blob());
      return switch (stage) {
        case '1' -> new Change(ours, merged, version);
        case '2' -> new Change(version, merged, base);
        default -> new Change(ours, version, base);
      };
    }

    String path() {
      return merged.path();
    }

    boolean isConflict() {
      return base != null;
    }

    /** How the file is kept here, or else there. */
    String mode() {
      return ours.blob() == null ? merged.mode() : ours.mode();
    }
  }

  /**
   * Merges.
   *
   * @throws GitException if git cannot, as with histories that have nothing in common
   */
  static TreeMerge of(
      GitRepository repository, String ours, String theirs, boolean mayBeUnrelated) {
    Call merge = repository.git("merge-tree", "--write-tree", "-z", "--no-messages");
    if (mayBeUnrelated) {
      merge.and(List.of("--allow-unrelated-histories"));
    }
    List<String> parts = new ArrayList<>(merge.and(List.of(ours, theirs)).requireUpTo(1).parts());
    String tree = parts.removeFirst();
    var conflicts = new LinkedHashMap<String, Change>();
    // as git calls our file where a folder of theirs has its name
    Pattern ourAside = Pattern.compile("(?s)(.*)~%s(_\\d+)?".formatted(ours));
    for (String part : parts) {
      if (!part.isEmpty()) {
        Entry staged = Entry.parse(part);
        char stage = part.charAt(part.indexOf('\t') - 1);
        String path = staged.path();
        Matcher aside = ourAside.matcher(path);
        if (aside.matches()) {
          conflicts.put(path, Change.conflict(path));
          path = aside.group(1); // which ours keeps
        }
        conflicts.put(
            path, conflicts.getOrDefault(path, Change.conflict(path)).with(staged, stage));
      }
    }
    List<Change> changes = changes(repository, ours, tree, conflicts.keySet());
    return new TreeMerge(tree, changes, List.copyOf(conflicts.values()));
  }

  private static List<Change> changes(
      GitRepository repository, String ours, String tree, Set<String> conflicts) {
    Call diff = repository.git("diff-tree", "-r", "-z", "--raw", "--no-renames", ours, tree);
    List<String> parts = diff.require().parts();
    var changes = new ArrayList<Change>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      List<String> said = List.of(parts.get(i).substring(1).split(" ", -1));
      String path = parts.get(i + 1);
      if (!conflicts.contains(path)) {
        Entry before = entry(path, said.get(0), said.get(2));
        changes.add(new Change(before, entry(path, said.get(1), said.get(3)), null));
      }
    }
    return changes;
  }

  private static Entry entry(String path, String mode, String blob) {
    return mode.equals("000000") ? Entry.removed(path) : new Entry(path, mode, blob);
  }
}
