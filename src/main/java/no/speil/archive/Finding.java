package no.speil.archive;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;

/**
 * Tells texts and records among the files of one folder, and names the documents they belong to.
 */
final class Finding implements Tree.Visitor {
  private final Tree tree;
  private final Set<String> extensions;
  private final Finds finds;
  private final Set<String> seen = new HashSet<>();

  Finding(Tree tree, Set<String> extensions, Finds finds) {
    this.tree = tree;
    this.extensions = extensions;
    this.finds = finds;
  }

  @Override
  public void file(Path file, FileStamp stamp) {
    String display = tree.displayPath(file);
    String path = display.substring(display.indexOf('/') + 1);
    int dot = path.lastIndexOf('.');
    if (dot < 0 || !extensions.contains(path.substring(dot))) {
      return;
    }
    Optional<DocumentId> id = DocumentId.parse(path.substring(0, dot));
    if (id.isEmpty()) {
      problem(display, Problem.Kind.NO_DOCUMENT_NAME);
    } else if (!seen.add(path)) {
      problem(display, Problem.Kind.SAME_NAME);
    } else {
      finds.found(new Found(role(path.substring(dot)), id.get(), path, stamp));
    }
  }

  @Override
  public void problem(Problem problem) {
    finds.problem(problem);
  }

  private Found.Role role(String extension) {
    if (extension.equals(".jsonl")) {
      return Found.Role.RECORD;
    }
    return extensions.contains(".jsonl") ? Found.Role.TRANSLATION : Found.Role.ORIGINAL;
  }

  private void problem(String display, Problem.Kind kind) {
    finds.problem(Problem.of(display, 0, kind));
  }
}
