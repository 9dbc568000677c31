package no.speil.corpus;

import java.util.List;
import no.speil.corpus.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something in the archive that a keeper should correct; it stops nothing. A kind and its details,
 * since the message exists in two languages.
 *
 * @param file path below the root, with {@code /}
 * @param line from 1, or 0 for the whole file
 * @param details those that the kind names, in that order
 * @param why the reason, where another part of the program has told it; else null
 */
public record Problem(
    String file, int line, Kind kind, List<String> details, @Nullable Message why) {

  public static Problem of(String file, int line, Kind kind, String... details) {
    return new Problem(file, line, kind, List.of(details), null);
  }

  /** The kinds of problem. After the colon: the details. */
  public enum Kind implements Coded {
    /** Too much nested or repeated markup: the text is shown as plain paragraphs. */
    TOO_MUCH_MARKUP,
    /** Front matter without a closing line. */
    FRONT_MATTER_UNCLOSED,
    /** Front matter that is too long to be read. */
    FRONT_MATTER_TOO_LONG,
    /** Front matter that is not YAML: why. */
    FRONT_MATTER_INVALID,
    /** Front matter that is YAML, but not keys with values. */
    FRONT_MATTER_WITHOUT_KEYS,
    /** Front matter between lines of {@code +++}, which is not read. */
    FRONT_MATTER_TOML,
    /** A duplicate key: the key. */
    KEY_TWICE,
    /** An author who may be a person or an organisation: the name. */
    AUTHOR_UNCERTAIN,
    /** A value that is not a date: the value. */
    NO_DATE,
    /** A value that does not say who may read, so that only people who are signed in may: it. */
    NO_ACCESS,
    /** A value in an original that is not a language tag: the value. */
    NO_LANGUAGE_OF_ORIGINAL,
    /** A value in a translation that is not a language tag: the value. */
    NO_LANGUAGE_OF_TRANSLATION,
    /** An original marked with another language than Norwegian: the tag. */
    ORIGINAL_SAID_FOREIGN,
    /** An original that seems to be in another language than Norwegian: the tag. */
    ORIGINAL_SEEMS_FOREIGN,
    /** A translation marked with another language than English: the tag. */
    TRANSLATION_SAID_FOREIGN,
    /** A translation that seems to be in another language than English: the tag. */
    TRANSLATION_SEEMS_FOREIGN,
    /** A translation whose original was renamed: the document, the path to rename it to. */
    RENAMED_ORIGINAL,
    /** A translation without an original: the document's id. */
    NO_ORIGINAL,
    /** A file that cannot be read: why. */
    UNREADABLE,
    /**
     * A folder that has lost nearly all its files at once: how many documents had one there, how
     * many have one.
     */
    NEARLY_ALL_GONE,
    /**
     * A document that cannot be loaded because of a bug: the reference of the log entry, the kind
     * of failure.
     */
    DOCUMENT_FAILED,
    /** A file that is read as UTF-16 or Windows-1252. */
    NOT_UTF8,
    /** A second translation of a document: the document, the path of the one that is used. */
    SECOND_TRANSLATION,
    /** Pairs of texts with low confidence: how many, the document. */
    GUESSED_PAIRS,
    /** The file with the results of link checks cannot be read. */
    LINKS_UNREADABLE,
    /** Saved texts that are not in the file any more: who wrote them, how many, the document. */
    TEXT_OVERWRITTEN,
    /** A record that cannot be written: why. */
    RECORD_UNWRITABLE,
    /** The record of another document: the document. */
    RECORD_OF_ANOTHER,
    /** A text that does not fit its record: the document whose record fits. */
    RECORD_UNFIT,
    /** A record with somebody's work whose document is gone: it, and the likeliest other or "". */
    RECORD_LEFT,
    /**
     * A section with somebody's work that was taken out of a document and may be in another: the
     * beginning of its text, the document, the other, the section.
     */
    SECTION_MOVED,
    /** A translation whose original lies elsewhere: the document. */
    OTHER_HALF,
    /** An unresolved merge conflict in a text: the line where it ends. */
    UNRESOLVED_MERGE,
    /** A merge conflict marker in a record. */
    MERGE_MARK,
    /** A line of a record that is not an event: why. */
    NO_EVENT,
    /** A line of a record with an impossible layout: the section. */
    IMPOSSIBLE_LAYOUT,
    /**
     * Events dated in the future when they were read: the person, the time of the first such line,
     * how many.
     */
    EVENTS_IN_FUTURE,
    /** A record in a newer format. */
    RECORD_TOO_NEW,
    /** A record whose last line is incomplete. */
    RECORD_TORN,
    /**
     * A text file that is not read since its name does not end in {@code .md}: the name that it
     * should have.
     */
    NOT_NAMED_MD,
    /** A file of another format, which is not read: the name that its text should have. */
    NOT_MARKDOWN,
    /**
     * A translation beside its original, marked by a language in its name: the original, the name
     * that the translation should have, and the name that the original should have.
     */
    LANGUAGE_IN_NAME,
    /** More files below a folder with the same problem: how many, the first. */
    MORE_LIKE_IT,
    /** A file whose name cannot be a document id. */
    NO_DOCUMENT_NAME,
    /** Two files whose names differ only in their Unicode normal form. */
    SAME_NAME,
    /** A link or a picture whose address lies within the site and leads to nothing: the address. */
    DEAD_LINK,
    /** An attached file that is not in the archive, or is a link: its path as written. */
    ATTACHMENT_MISSING,
    /** An attached file of no kind that is shown, or not of its name's: its path as written. */
    ATTACHMENT_UNFIT,
    /** An attached file that does not have the checksum that is written down: its path. */
    ATTACHMENT_CHANGED,
    /** A symbolic link; links are not followed. */
    SYMBOLIC_LINK,
    /** A folder or file without read permission. */
    NOT_ALLOWED,
    /** An interrupted save whose text is now in the file: the section. */
    EDIT_CARRIED_OUT,
    /** The file with the accounts is not ignored by git. */
    ACCOUNTS_IN_GIT,
    /** What the archive says of itself is not YAML: why. */
    PROFILE_INVALID,
    /** What the archive says of itself is too long to be read. */
    PROFILE_FILE_TOO_LONG,
    /** What the archive says of itself is YAML, but not keys with values. */
    PROFILE_WITHOUT_KEYS,
    /** A value of the archive's profile that is not one text: the key. */
    PROFILE_NO_TEXT,
    /** A text of the archive's profile in a language without readers here: the key, the tag. */
    PROFILE_LANGUAGE,
    /** A text of the archive's profile that is too long: the key, the most characters. */
    PROFILE_TOO_LONG,
    /** A value of the archive's profile that is no address: the key, the value. */
    PROFILE_NO_ADDRESS,
    /** The address of the archive has a query or a fragment: the value. */
    PROFILE_NO_BASE,
    /** The document about the archive is not there: the value. */
    PROFILE_NO_DOCUMENT,
    /** A value of the archive's profile that is no colour: the value. */
    PROFILE_NO_COLOR,
    /** A colour in which words are hard to read: the value, its contrast. */
    PROFILE_PALE_COLOR,
    /** A picture of the archive's profile is missing or none: its path. */
    PROFILE_NO_PICTURE,
    /** A picture of the archive's profile is too large for every page: its path. */
    PROFILE_LARGE_PICTURE,
    /** A key of the archive's profile that nothing reads. Detail: the key. */
    PROFILE_UNKNOWN_KEY,
    /** A line of the glossary that is not a pair of words. */
    NO_PAIR,
    /** A line of the glossary with too long a side: the most characters on a side. */
    ENTRY_TOO_LONG,
    /** The file of the accounts cannot be read, so nobody new can sign in: why. */
    ACCOUNTS_UNREADABLE,
    /** The file of the accounts can be read by other users of the machine. */
    ACCOUNTS_READABLE_BY_OTHERS,
    /** An account that is passed over: its place in the file, why. */
    ACCOUNT_UNUSABLE,
    /** An account that is passed over since it looks like another: its name, the other's. */
    ACCOUNT_LOOKS_LIKE,
    /** A mail that could not be sent: the person, why. */
    MAIL_FAILED,
    /** A notice that a webhook did not take: its host, why. */
    WEBHOOK_FAILED,
    /** A file of the watched folder that is not imported, or a document that stays: which; why. */
    NOT_IMPORTED,
    /** The watched folder cannot be read, or what is in it not be written: why. */
    WATCH_FAILED,
    /** The last backup failed: why. */
    BACKUP_FAILED,
    /** Git cannot be run: why. */
    GIT_MISSING,
    /** A git that is too old: what it says of itself, the oldest that will do. */
    GIT_TOO_OLD,
    /** The archive lies in no repository. */
    GIT_NO_REPOSITORY,
    /** A folder of the archive lies outside the repository: its name, the repository. */
    GIT_OUTSIDE,
    /** The repository has no files beside it. */
    GIT_BARE,
    /** The repository belongs to another user of the machine. */
    GIT_UNSAFE,
    /** No branch is checked out. */
    GIT_DETACHED,
    /** Somebody is in the middle of something: what git calls it. */
    GIT_BUSY,
    /** Another program has a lock, or has left it: the file. */
    GIT_LOCKED,
    /** Git took too long: at what, how many seconds. */
    GIT_TOO_SLOW,
    /** The disk of the repository has no room: its folder. */
    GIT_DISK_FULL,
    /** Git has failed: what it says. */
    GIT_FAILED,
    /** The remote lets nobody in without being asked: what it says. */
    GIT_REFUSED_ACCESS,
    /** Commits that wait for the remote: how many, since when, the remote, what it says. */
    GIT_UNREACHABLE,
    /** Commits that have not been pushed yet: how many, since when. */
    GIT_WAITING,
    /** The remote does not take what is pushed: how many commits, the branch, what it says. */
    GIT_REJECTED,
    /** The history of the remote was rewritten: the branch, what it was, what it is. */
    GIT_REWRITTEN,
    /** A file that was changed on both sides and is not merged: the commit, its author, when. */
    GIT_UNMERGED
  }
}
