package no.speil.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.speil.Program;
import no.speil.library.TestLibrary;

/** A clone of somebody who works with git and an editor. */
record EditorsClone(Path folder) {
  static EditorsClone of(Path remote, Path folder) {
    Program.git(remote, "clone", "-q", remote.toString(), folder.toString());
    var clone = new EditorsClone(folder);
    clone.git("config", "user.name", "Grete");
    clone.git("config", "user.email", "grete@example.org");
    return clone;
  }

  TestLibrary files() {
    return new TestLibrary(folder);
  }

  EditorsClone put(String file, String text) {
    files().put(file, text);
    return this;
  }

  EditorsClone edit(String file, String old, String now) {
    String text = files().read(file);
    assertThat(text).contains(old);
    return put(file, text.replace(old, now));
  }

  /** Commits everything, and pushes it. */
  EditorsClone push() {
    git("read-tree", "HEAD"); // else what is as long and as old as before counts as unchanged
    git("add", "-A");
    git("commit", "-q", "-m", "By hand");
    git("push", "-q", "origin", "HEAD");
    return this;
  }

  EditorsClone pull() {
    git("pull", "-q");
    return this;
  }

  String git(String... arguments) {
    return Program.git(folder, arguments);
  }
}
