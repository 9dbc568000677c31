package no.speil.corpus;

/**
 * Reads what a reader sees of Markdown. An interface, so that those who compare texts need not know
 * Markdown. Thread-safe.
 */
@FunctionalInterface
public interface VisibleTextReader {
  /**
   * What a reader sees of a text outside its document. Labels of footnotes and references count as
   * such wherever they are defined. Any text can be read.
   */
  VisibleText read(String markdown, TextRole role);
}
