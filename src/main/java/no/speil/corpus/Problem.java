package no.speil.corpus;

import java.util.List;

/**
 * Something odd in the archive that a keeper should put right; it stops nothing. A kind and what it
 * is about, since people read of it in two languages.
 *
 * @param file path below the root, with {@code /}
 * @param line from 1, or 0 for the file as a whole
 * @param details what the kind says that it has, in that order
 */
public record Problem(String file, int line, Kind kind, List<String> details) {

  public Problem {
    details = List.copyOf(details);
  }

  public static Problem of(String file, int line, Kind kind, String... details) {
    return new Problem(file, line, kind, List.of(details));
  }

  /** What is wrong, with its details. */
  public enum Kind {
    /** Markup that piles up, so that the text is shown as plain paragraphs. */
    TOO_MUCH_MARKUP,
    /** Front matter that is opened and never closed. */
    FRONT_MATTER_UNCLOSED,
    /** Front matter beyond what is read. */
    FRONT_MATTER_TOO_LONG,
    /** Front matter that is not YAML: why. */
    FRONT_MATTER_INVALID,
    /** Front matter that is YAML, but no keys with values. */
    FRONT_MATTER_WITHOUT_KEYS,
    /** Front matter between lines of {@code +++}, which is not read. */
    FRONT_MATTER_TOML,
    /** A key that stands twice: the key. */
    KEY_TWICE,
    /** Not a date: what is written. */
    NO_DATE,
    /** Not a language tag, in an original: what is written. */
    NO_LANGUAGE_OF_ORIGINAL,
    /** Not a language tag, in a translation: what is written. */
    NO_LANGUAGE_OF_TRANSLATION,
    /** An original that is said to be in another language than Norwegian: the tag. */
    ORIGINAL_SAID_FOREIGN,
    /** An original that seems to be in another language than Norwegian: the tag. */
    ORIGINAL_SEEMS_FOREIGN,
    /** A translation that is said to be in another language than English: the tag. */
    TRANSLATION_SAID_FOREIGN,
    /** A translation that seems to be in another language than English: the tag. */
    TRANSLATION_SEEMS_FOREIGN,
    /** A translation whose original was renamed: the document, the path to rename it to. */
    RENAMED_ORIGINAL,
    /** A translation of what is not there: the document. */
    NO_ORIGINAL,
    /** A file that the system does not give: why. */
    UNREADABLE,
    /**
     * A document that the program cannot make of its files, by a fault of its own: the reference
     * under which the log has it, the sort of failure.
     */
    DOCUMENT_FAILED,
    /** A file that is read as Windows-1252. */
    NOT_UTF8,
    /** A second translation of a document: the document, the path of the one that is served. */
    SECOND_TRANSLATION,
    /** Pairs of texts that are a guess: how many, the document. */
    GUESSED_PAIRS,
    /** What is known of the sources' answers cannot be read. */
    LINKS_UNREADABLE,
    /** A record that cannot be written: why. */
    RECORD_UNWRITABLE,
    /** A copy of the record of another document, which is still there: the document. */
    RECORD_OF_ANOTHER,
    /** Two versions of a passage of a text, left by an unresolved merge: the line they end in. */
    UNRESOLVED_MERGE,
    /** A mark that an unresolved merge has left in a record. */
    MERGE_MARK,
    /** A line of a record that is no event: why. */
    NO_EVENT,
    /** A line of a record with a division into sections that cannot be: the section. */
    IMPOSSIBLE_LAYOUT,
    /**
     * Events that were dated in the future when they were read: whose, the first time, how many.
     */
    EVENTS_IN_FUTURE,
    /** A record of a format of tomorrow. */
    RECORD_TOO_NEW,
    /** A last line of a record that was cut off. */
    RECORD_TORN,
    /** A file that is not read since its name does not end so: the name that it should have. */
    NOT_NAMED_MD,
    /** A file of another format, which is not read: the name that its text should have. */
    NOT_MARKDOWN,
    /**
     * A translation beside its original, told apart by a language in the name: the original, the
     * name that the translation should have, and that the original should have.
     */
    LANGUAGE_IN_NAME,
    /** Further files below a folder of which the same is to be said: how many, the first. */
    MORE_LIKE_IT,
    /** A file whose name cannot be a document's. */
    NO_DOCUMENT_NAME,
    /** Two files whose names are the same but for their Unicode form. */
    SAME_NAME,
    /** A link, which is not followed. */
    SYMBOLIC_LINK,
    /** A folder or file that may not be read. */
    NOT_ALLOWED,
    /** A text whose saving was cut off, and that is in the file now: the section. */
    EDIT_CARRIED_OUT,
    /** A text whose saving was cut off, and that is not in the file: the section. */
    EDIT_NOT_CARRIED_OUT,
    /** A line of the glossary that is no pair of words. */
    NO_PAIR,
    /** A line of the glossary that is longer than is read: how many characters are, on a side. */
    ENTRY_TOO_LONG
  }
}
