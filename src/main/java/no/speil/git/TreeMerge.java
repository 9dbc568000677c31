package no.speil.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.git.GitRepository.Entry;
import no.speil.git.GitRepository.Staged;
import org.jspecify.annotations.Nullable;

/**
 * What git makes of two commits, without a working tree.
 *
 * @param tree with both sides' changes; of files in conflict it has what nobody should read
 * @param changes against our commit, without files in conflict
 * @param conflicts by path
 */
record TreeMerge(String tree, List<Change> changes, Map<String, Conflict> conflicts) {
  private static final Conflict NOTHING = new Conflict(null, null, null);

  /** A file that the other side has changed. */
  record Change(Entry ours, Entry merged) {
    String path() {
      return merged.path();
    }
  }

  /** A file that both have changed; null where a side does not have it. */
  record Conflict(@Nullable Staged base, @Nullable Staged ours, @Nullable Staged theirs) {
    private Conflict with(Staged staged) {
      return switch (staged.stage()) {
        case 1 -> new Conflict(staged, ours, theirs);
        case 2 -> new Conflict(base, staged, theirs);
        default -> new Conflict(base, ours, staged);
      };
    }
  }

  /** All of theirs, where ours has nothing that it lacks. */
  static TreeMerge forward(GitRepository repository, String ours, String theirs) {
    return new TreeMerge(theirs, changes(repository, ours, theirs, Map.of()), Map.of());
  }

  /**
   * Merges.
   *
   * @throws GitException if git cannot, as with histories that have nothing in common
   */
  static TreeMerge of(
      GitRepository repository, String ours, String theirs, boolean mayBeUnrelated) {
    var arguments = new ArrayList<>(List.of("merge-tree", "--write-tree", "-z", "--no-messages"));
    if (mayBeUnrelated) {
      arguments.add("--allow-unrelated-histories");
    }
    arguments.addAll(List.of(ours, theirs));
    GitProgram.Output said = repository.program().git(arguments.toArray(String[]::new)).output();
    if (said.status() > 1) {
      throw GitProgram.failure(said);
    }
    List<String> parts = new ArrayList<>(said.parts());
    String tree = parts.removeFirst();
    var conflicts = new LinkedHashMap<String, Conflict>();
    // as git calls our file where a folder of theirs has its name
    Pattern ourAside = Pattern.compile("(?s)(.*)~%s(_\\d+)?".formatted(ours));
    for (String part : parts) {
      if (!part.isEmpty()) {
        Staged staged = Staged.parse(part);
        String path = staged.path();
        Matcher aside = ourAside.matcher(path);
        if (aside.matches()) {
          conflicts.put(path, NOTHING);
          path = aside.group(1); // which ours keeps
        }
        conflicts.put(path, conflicts.getOrDefault(path, NOTHING).with(staged));
      }
    }
    return new TreeMerge(tree, changes(repository, ours, tree, conflicts), conflicts);
  }

  private static List<Change> changes(
      GitRepository repository, String ours, String tree, Map<String, Conflict> conflicts) {
    List<String> parts =
        repository
            .program()
            .git("diff-tree", "-r", "-z", "--raw", "--no-renames", ours, tree)
            .require()
            .parts();
    var changes = new ArrayList<Change>();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      List<String> said = List.of(parts.get(i).substring(1).split(" ", -1));
      String path = parts.get(i + 1);
      if (!conflicts.containsKey(path)) {
        changes.add(
            new Change(
                entry(path, said.get(0), said.get(2)), entry(path, said.get(1), said.get(3))));
      }
    }
    return changes;
  }

  private static Entry entry(String path, String mode, String blob) {
    return mode.equals("000000") ? Entry.removed(path) : new Entry(path, mode, blob);
  }
}
