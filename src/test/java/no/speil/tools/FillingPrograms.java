package no.speil.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import no.speil.Program;

/** How other programs are made to fill in what a memory has. */
final class FillingPrograms {
  private FillingPrograms() {}

  /** OmegaT, from a memory in the form of its segments. */
  static void omegaT(Path exported, Path filled, TextMemory memory) throws IOException {
    OmegaT project = OmegaT.project(exported.resolveSibling("project"), "nb");
    move(exported, project.source());
    new MemoryWriter(memory).write(project.segments(), project.saved());
    project.translate();
    move(project.target(), filled);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.delete(to);
    Files.move(from, to);
  }

  /** translate-toolkit's pretranslate, from files with the translations. */
  static void pretranslateXliff(Path exported, Path filled, TextMemory memory) throws IOException {
    Path known = exported.resolveSibling("known");
    each(exported, known, (file, copy) -> FilledFile.xliff(file, copy, memory));
    pretranslate(exported, filled, known);
  }

  /** The same with PO. */
  static void pretranslatePo(Path exported, Path filled, TextMemory memory) throws IOException {
    Path known = exported.resolveSibling("known");
    each(exported, known, (file, copy) -> FilledFile.po(file, copy, memory));
    pretranslate(exported, filled, known);
  }

  private static void pretranslate(Path exported, Path filled, Path known) {
    Program.run(
        exported,
        "pretranslate",
        "--nofuzzymatching",
        "--progress=none",
        "--input=" + exported,
        "--template=" + known,
        "--output=" + filled);
  }

  /** GNU gettext, which checks and compiles files with the translations, and writes them again. */
  static void msgfmt(Path exported, Path filled, TextMemory memory) throws IOException {
    Path known = exported.resolveSibling("known");
    each(
        exported,
        known,
        (file, copy) -> {
          FilledFile.po(file, copy, memory);
          Path compiled = copy.resolveSibling(copy.getFileName() + ".mo");
          Program.run(exported, "msgfmt", "--check", "-o", compiled.toString(), copy.toString());
        });
    each(
        exported,
        filled,
        (file, copy) -> {
          Path compiled = known.resolve(exported.relativize(file) + ".mo");
          Program.run(exported, "msgunfmt", "-o", copy.toString(), compiled.toString());
        });
  }

  /** Calls for each file of a folder, with the file that stands for it in another folder. */
  static void each(Path folder, Path other, BiConsumer<Path, Path> call) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    }
    for (Path file : all) {
      Path copy = other.resolve(folder.relativize(file));
      Files.createDirectories(copy.getParent());
      call.accept(file, copy);
    }
  }
}
