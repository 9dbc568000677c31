package no.speil.corpus;

/**
 * Reads Markdown as its reader sees it. An interface, so that what compares texts need not know
 * Markdown; thread-safe.
 */
@FunctionalInterface
public interface VisibleTextReader {
  /**
   * What is seen of a text that stands alone: labels of footnotes and of references are taken for
   * what they are named, wherever they are defined. Any text can be read.
   */
  VisibleText read(String markdown, TextRole role);
}
