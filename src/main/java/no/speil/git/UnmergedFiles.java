package no.speil.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.speil.corpus.Problem;
import no.speil.corpus.Problem.Kind;
import no.speil.corpus.TextHash;
import no.speil.git.GitProgram.Call;
import no.speil.git.GitRepository.Author;
import no.speil.git.GitStatus.UnmergedTexts;

/**
 * Files that both sides have changed in the same place, and that wait for somebody to write what is
 * to stand there. Each is a ref of the repository, so that no other version is ever lost.
 */
final class UnmergedFiles {
  private static final String REFS = "refs/speil/unmerged/";
  private static final int DIGITS = 16;
  private static final int LONGEST = 100_000;

  private final GitRepository repository;

  UnmergedFiles(GitRepository repository) {
    this.repository = repository;
  }

  /**
   * A file that is not merged.
   *
   * @param id of the commit that notes it
   * @param served the id of its content here
   * @param theirs the commit that has the other
   */
  record Unmerged(String id, String path, String served, String theirs, String author, Instant at) {
    /** Both texts, as far as a page shows them. */
    UnmergedTexts texts(GitRepository repository) {
      String here = shown(repository.content(":0:" + path));
      String other = shown(repository.content(theirs + ":" + there(path, theirs)));
      return new UnmergedTexts(id, path, author, at, here, other);
    }

    private static String shown(String text) {
      if (text.indexOf('\0') >= 0) {
        return ""; // a picture
      }
      return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    Problem problem() {
      String commit = theirs.substring(0, Math.min(10, theirs.length()));
      String day = at.toString().substring(0, 10);
      return Problem.of(path, 0, Kind.GIT_UNMERGED, commit, author, day);
    }
  }

  /** Notes one, in place of an older note. */
  void note(String path, String served, String theirs) {
    if (GitName.isForeign(path)) {
      String shown = path.replaceAll("\\p{Cs}", "?");
      throw new GitException(Kind.GIT_FAILED, "both have a file whose name is not UTF-8: " + shown);
    }
    Call log =
        repository.git("log", "-1", "--format=%an%x00%ct", theirs, "--", there(path, theirs));
    String who = log.text();
    String[] said = (who.isEmpty() ? "?\0000" : who).split("\0", -1);
    String text = String.join("\n", served, theirs, said[1], said[0], path);
    var author = new Author(WorkCommits.PROGRAM, "speil@localhost", Instant.EPOCH);
    String commit = repository.commit(theirs + "^{tree}", List.of(theirs), author, author, text);
    repository.git("update-ref", ref(path), commit).require();
  }

  /** The name that it has there; here a folder may have that one. */
  private static String there(String path, String theirs) {
    return path.replace("~" + theirs, "");
  }

  private static String ref(String path) {
    return REFS + TextHash.ofNormalized(path).hex().substring(0, DIGITS);
  }

  /** Those that are noted, by path. */
  Map<String, Unmerged> all() {
    String format = "--format=%(objectname)%0a%(contents)%00";
    String said = repository.git("for-each-ref", format, REFS).text();
    var all = new LinkedHashMap<String, Unmerged>();
    for (String each : said.split("\0", -1)) {
      String[] parts = each.stripLeading().split("\n", 6);
      if (parts.length == 6) {
        String path = parts[5].replaceFirst("\\n\\z", "");
        Instant at = GitRepository.instant(parts[3]);
        all.put(path, new Unmerged(parts[0], path, parts[1], parts[2], parts[4], at));
      }
    }
    return all;
  }

  /** Those that nobody has settled; what has been changed since is forgotten. */
  List<Unmerged> open() {
    var open = new ArrayList<>(all().values());
    Map<String, String> now = repository.hashes(open.stream().map(Unmerged::path).toList());
    List<Unmerged> settled =
        open.stream().filter(each -> !each.served().equals(now.get(each.path()))).toList();
    settled.forEach(this::forget);
    open.removeAll(settled);
    return open;
  }

  private void forget(Unmerged file) {
    repository.git("update-ref", "-d", ref(file.path())).output();
  }

  /** Settles one as it is here, if it still waits: by a commit that says who wants that. */
  void keep(String id, Author author, Author committer) {
    for (Unmerged file : open()) {
      if (file.id().equals(id)) {
        String subject = "Keep the text of " + GitRepository.readable(file.path());
        String text = subject + "\n\nThe other text of it is in " + file.theirs() + ".\n";
        String head = repository.head().orElseThrow();
        String commit = repository.commit(head + "^{tree}", List.of(head), author, committer, text);
        repository.moveHead(commit, head, List.of(), subject);
        forget(file);
      }
    }
  }
}
