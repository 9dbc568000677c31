package no.speil.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.speil.archive.EditJournal.Entry;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.record.EditEvent;
import no.speil.record.Event;
import no.speil.record.EventCodec;
import no.speil.record.RenameEvent;
import org.jspecify.annotations.Nullable;

/**
 * The two folders of plain files, and the only reader and writer of them. Thread-safe for different
 * documents; callers see to it that one document is written by one thread at a time.
 */
public final class Archive implements AutoCloseable {
  private static final String MARKDOWN = ".md";
  private static final String RECORD = ".jsonl";

  /** The glossary's file, below the root. */
  public static final String GLOSSARY = "glossary.tsv";

  /** Larger files are not read: no text for people is, and they would fill the memory. */
  static final long LARGEST = 16L << 20;

  /** A few lines; what is longer is no YAML for people. */
  private static final long LARGEST_PROFILE = 1L << 20;

  /** Records only grow. */
  private static final long LARGEST_RECORD = 512L << 20;

  /** Where of so many files one is left, or none, nearly all are gone. */
  private static final int LEFT_OF_ALL = 10;

  private final Path root;
  private final ArchiveFolder originals;
  private final ArchiveFolder translations;
  private final @Nullable WriterLock lock;
  private final Clock clock;
  private final EditJournal journal;
  private final ProfileFile profile;
  private final AtomicBoolean joinsRecords = new AtomicBoolean();
  private final LongAdder failedWrites = new LongAdder();
  private List<Problem> problems = List.of();

  private Archive(Path root, @Nullable WriterLock lock, Clock clock) {
    this.root = root;
    this.originals = new ArchiveFolder("archive", ArchiveRoot.resolved(root.resolve("archive")));
    this.translations =
        new ArchiveFolder("translations", ArchiveRoot.resolved(root.resolve("translations")));
    this.lock = lock;
    this.clock = clock;
    this.journal = new EditJournal(root);
    Path name = root.getFileName();
    this.profile = new ProfileFile(this, name == null ? root.toString() : name.toString());
  }

  /** Everything that everybody may read as a ZIP file, where the keeper has made one. */
  public Path copy() {
    return own(root).resolve("copy.zip");
  }

  /** Where the program keeps what is its own. */
  private static Path own(Path root) {
    return root.resolve(".speil");
  }

  /**
   * Opens the archive for reading and writing. Edits that were cut off when another process ended
   * are carried out, see {@link #problems}.
   *
   * @param root the folder that holds {@code archive/} and, once there are any, {@code
   *     translations/}
   * @throws UnusableRootException if the root is no readable folder that holds {@code archive/}, or
   *     cannot be written to
   * @throws ArchiveInUseException if another process writes to it
   */
  public static Archive open(Path root, Clock clock) {
    Path real = ArchiveRoot.of(root);
    WriterLock lock = lock(real);
    var archive = new Archive(real, lock, clock);
    archive.problems = CutOffEdits.finish(archive, archive.journal, clock);
    archive.clear(own(real));
    archive.clear(real);
    return archive;
  }

  private static WriterLock lock(Path root) {
    try {
      WriterLock lock = WriterLock.take(own(root).resolve("lock"), root);
      GitFiles.ignoreAllOf(own(root));
      GitFiles.ignorePrivate(root);
      return lock;
    } catch (UncheckedIOException e) {
      throw UnusableRootException.notWritable(root, e);
    }
  }

  /**
   * Opens the archive so that nothing below its folders is written.
   *
   * @throws UnusableRootException if the root is no readable folder that holds {@code archive/}
   */
  public static Archive openReadOnly(Path root, Clock clock) {
    return new Archive(ArchiveRoot.of(root), null, clock);
  }

  /** Whether the root is there, which may be moved or unmounted. */
  public boolean isThere() {
    return Files.isDirectory(root);
  }

  /** What was odd about the archive as a whole when it was opened. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * How often the disk has refused to write an original, a translation, a record or the glossary
   * since the archive was opened.
   */
  public long failedWrites() {
    return failedWrites.sum();
  }

  /** The folder that holds both. */
  public Path root() {
    return root;
  }

  /** Whether it was opened for reading only. */
  public boolean readOnly() {
    return lock == null;
  }

  /**
   * What the archive says of itself, as its file is now; called after its folder where it says
   * nothing.
   */
  public ArchiveProfile profile() {
    return profile.profile();
  }

  /** The file in which the archive speaks of itself, or empty where there is none. */
  Optional<SourceFile> profileSource() {
    return read(originals, ProfileFile.NAME, LARGEST_PROFILE);
  }

  /** The words that the archive's keeper has settled, or empty where there is no such file. */
  public Optional<SourceFile> glossary() {
    Path file = root.resolve(GLOSSARY);
    return Files.isSymbolicLink(file) ? Optional.empty() : read(file, GLOSSARY, LARGEST);
  }

  /** Meets every text and record once, without reading any. */
  public void walk(ArchiveVisitor visitor) {
    GitFiles.exposedAccounts(root).ifPresent(visitor::problem);
    profile.problems().forEach(visitor::problem);
    new FileClassifier(originals, visitor, file -> {}).walk();
    new FileClassifier(translations, visitor, this::removeLeftOver).walk();
  }

  /**
   * Whether one of the two folders has lost nearly everything at once, as when a disk is not
   * mounted: it is not there any more, or one in ten of many files is left.
   *
   * @param known texts and records that were known below it
   * @param left those below it now, new ones among them
   */
  public boolean isNearlyAllGone(Side side, int known, int left) {
    ArchiveFolder folder = folder(side);
    return known > 0
        && (!folder.isThere() || (known >= ArchiveFolder.MANY && left * LEFT_OF_ALL <= known));
  }

  /**
   * Notes what a walk has met below one of the two folders; while it is withheld, nothing is said
   * of files that it lacks, and asking for them fails.
   */
  public void expect(Side side, int files, boolean isWithheld) {
    folder(side).expect(files, isWithheld);
  }

  private ArchiveFolder folder(Side side) {
    return side == Side.ORIGINAL ? originals : translations;
  }

  private void clear(Path folder) {
    AtomicFile.list(folder, folder).stream()
        .filter(TemporaryFile::isLeftOver)
        .forEach(this::removeLeftOver);
  }

  private void removeLeftOver(Path file) {
    try {
      if (isWritable()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + file, e);
    }
  }

  /** The original's file, or empty where there is none. */
  public Optional<SourceFile> original(DocumentId id) {
    return read(originals, id.value() + MARKDOWN, LARGEST);
  }

  /**
   * Replaces an original that is still as it was read, as somebody with an editor does: needs no
   * lock, since a server that runs beside it reads the file as it reads all that is changed there.
   *
   * @param seen the file as it was read
   * @return false if it has changed since, or is not UTF-8; it is then as it was
   * @throws FileAccessException if the disk refuses
   */
  public boolean replaceOriginal(DocumentId id, SourceFile seen, String text) {
    Optional<SourceFile> now = original(id);
    if (!seen.utf8() || now.isEmpty() || now.get().fingerprint() != seen.fingerprint()) {
      return false;
    }
    write("archive/" + id.value() + MARKDOWN, text.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /**
   * A translation's file.
   *
   * @param path below {@code translations/}; the document's id with {@code .md}, unless its front
   *     matter names another document
   */
  public Optional<SourceFile> translation(String path) {
    return read(translations, path, LARGEST);
  }

  /** Where a document's translation stands, or would stand, if its front matter does not say. */
  public static String translationPath(DocumentId id) {
    return id.value() + MARKDOWN;
  }

  /** The document's record; {@link RecordFile#none} where there is none. */
  public RecordFile record(DocumentId id) {
    return read(translations, id.value() + RECORD, LARGEST_RECORD)
        .map(file -> RecordReader.read(id, file))
        .orElse(RecordFile.none(id));
  }

  /** Whether the document has an original, or may have one where nobody may look. */
  public boolean hasOriginal(DocumentId id) {
    return has(originals, id.value() + MARKDOWN);
  }

  /** Whether the document has a record; as {@link #hasOriginal}. */
  public boolean hasRecord(DocumentId id) {
    return has(translations, id.value() + RECORD);
  }

  /** Whether there is that translation below {@code translations/}; as {@link #hasOriginal}. */
  public boolean hasTranslation(String path) {
    return has(translations, path);
  }

  /**
   * Whether the document has an original, or a translation of its name; as {@link #hasOriginal}.
   */
  public boolean hasText(DocumentId id) {
    return hasOriginal(id) || hasTranslation(translationPath(id));
  }

  private static boolean has(ArchiveFolder folder, String below) {
    return unlessRefused(() -> folder.regularFile(below).isPresent(), true);
  }

  /** What looking for a file tells; the other where the system says nothing of that file. */
  private static <T> T unlessRefused(Supplier<T> look, T other) {
    try {
      return look.get();
    } catch (FileAccessException e) {
      if (e.isOfTheFile()) {
        return other;
      }
      throw e;
    }
  }

  /**
   * Hands the record of a document on to the one that took its place, under whose name it stands
   * from then on. Its lines stay as they are, and one is added that says so.
   *
   * @param told what people are told of that; null for nothing
   */
  public void handRecord(DocumentId from, DocumentId to, @Nullable RenameEvent told) {
    ensureWritable();
    String handing =
        told == null ? EventCodec.handing(from.value(), to.value()) : EventCodec.handing(told);
    writing(
        recordName(to),
        () -> {
          Path file = translations.writable(to.value() + RECORD);
          if (!Files.exists(file)) {
            translations
                .regularFile(from.value() + RECORD)
                .ifPresent(old -> AtomicFile.move(old, file));
          }
          RecordWriter.append(file, to, handing + "\n", true);
          return file;
        });
  }

  /**
   * Replaces a document's record, by one that has its lines or after another has taken them.
   *
   * @param lines nothing to remove it
   */
  public void replaceRecord(DocumentId id, String lines) {
    put(recordName(id), lines.isEmpty() ? null : lines.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the file system says of one of the document's files; empty where it is not there, or
   * nobody may look.
   */
  public Optional<FileStamp> stamp(ArchiveFile.Role role, String path) {
    ArchiveFolder folder = role == ArchiveFile.Role.ORIGINAL ? originals : translations;
    return unlessRefused(() -> folder.regularFile(path).flatMap(Archive::stamp), Optional.empty());
  }

  /** Where a document's record lies or would lie, below the root. */
  public static String recordName(DocumentId id) {
    return "translations/" + id.value() + RECORD;
  }

  /** The path of that file of a document, if nothing says otherwise. */
  public static String path(ArchiveFile.Role role, DocumentId id) {
    return id.value() + role.ending;
  }

  /**
   * Appends to a document's record.
   *
   * @param durable whether the events must have reached the disk when this returns
   * @return what the file system says of the record now
   * @throws FileAccessException if the disk refuses; the record is then as it was, unless that is
   *     {@link FileAccessException#isUncertain}
   */
  public FileStamp append(DocumentId id, List<Event> events, boolean durable) {
    ensureWritable();
    return writing(recordName(id), () -> stampOfWritten(appendLines(id, events, durable)));
  }

  private Path appendLines(DocumentId id, List<Event> events, boolean durable) {
    Path file = translations.writable(id.value() + RECORD);
    if (!joinsRecords.getAndSet(true)) {
      GitFiles.joinRecords(root, translations.folder());
    }
    RecordWriter.append(file, id, EventCodec.lines(events), durable);
    return file;
  }

  private static FileStamp stampOfWritten(Path file) {
    try {
      return FileStamp.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(new FileAccessException.Uncertain(e));
    }
  }

  /**
   * Writes an edit: its events to the record, then the text to the translation. Where the process
   * ends between the two, or the disk fails so that only the record may have it, it is carried out
   * when the archive is opened next.
   *
   * @param events with one edit among them
   * @param path of the translation, below {@code translations/}
   * @param text of the whole file
   * @throws FileAccessException if the disk refuses; both files are then as they were, unless that
   *     is {@link FileAccessException#isUncertain}
   */
  public void save(DocumentId id, List<Event> events, String path, String text) {
    ensureWritable();
    writing("translations/" + path, () -> saved(id, events, path, text));
  }

  private Path saved(DocumentId id, List<Event> events, String path, String text) {
    EditEvent event =
        Event.all(events, EditEvent.class)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no edit of " + id));
    Path file = translations.writable(path);
    long size = stamp(ArchiveFile.Role.RECORD, id.value() + RECORD).map(FileStamp::size).orElse(0L);
    Entry entry = begin(id, event, path, text);
    appendOrStrikeOut(entry, id, events);
    writeOrRetract(entry, id, size, file, text);
    return file;
  }

  private Entry begin(DocumentId id, EditEvent event, String path, String text) {
    try {
      String before = UnfinishedEdit.hash(translations.writable(path));
      return journal.begin(new UnfinishedEdit(id, event, path, before, text));
    } catch (IOException e) {
      throw new UncheckedIOException("writing down an edit of " + id, e);
    }
  }

  /**
   * Where a text, a record or the glossary lies or would lie, by its path below the root.
   *
   * @throws UncheckedIOException if a link stands in the way
   */
  public Path file(String path) {
    if (path.equals(GLOSSARY)) {
      Path file = root.resolve(GLOSSARY);
      if (Files.isSymbolicLink(file)) {
        throw ArchiveFolder.linked(GLOSSARY);
      }
      return file;
    }
    ArchiveFolder folder = path.startsWith("archive/") ? originals : translations;
    return folder.writable(path.substring(path.indexOf('/') + 1));
  }

  /** The bytes of such a file; empty where it is not there. */
  public Optional<byte[]> bytes(String path) {
    try {
      return Optional.of(Files.readAllBytes(file(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FileAccessException("reading", path, e);
    }
  }

  /**
   * Puts such a file there as it is to be, or removes it.
   *
   * @param bytes null to remove it
   * @throws FileAccessException if the disk refuses; the file is then as it was, unless that is
   *     {@link FileAccessException#isUncertain}
   */
  public void put(String path, byte @Nullable [] bytes) {
    ensureWritable();
    write(path, bytes);
  }

  private void write(String path, byte @Nullable [] bytes) {
    writing(
        path,
        () -> {
          Path file = file(path);
          if (bytes == null) {
            removeLeftOver(file);
          } else {
            AtomicFile.write(file, bytes);
          }
          return file;
        });
  }

  /** Where the record may tell of the edit all the same, the journal keeps it. */
  private void appendOrStrikeOut(Entry entry, DocumentId id, List<Event> events) {
    try {
      naming(recordName(id), () -> appendLines(id, events, true));
    } catch (FileAccessException e) {
      if (!e.isUncertain()) {
        entry.strikeOut();
      }
      throw e;
    }
  }

  /**
   * Where the disk refuses the text, and the file is as it was, the record must not tell of it; if
   * it cannot be kept from that, the journal keeps the edit.
   */
  private void writeOrRetract(Entry entry, DocumentId id, long size, Path file, String text) {
    try {
      AtomicFile.write(file, text);
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof FileAccessException.Uncertain)) {
        RecordWriter.truncate(translations.writable(id.value() + RECORD), size);
      }
      entry.strikeOut();
      throw e;
    }
    entry.strikeOut();
  }

  /**
   * A picture beside the texts.
   *
   * @param path below the root, beginning with {@code archive/} or {@code translations/}
   */
  public Optional<AttachedFile> picture(String path) {
    return attached(path).filter(file -> file.kind() == AttachedFile.Kind.IMAGE);
  }

  /**
   * A picture of the archive's branding; empty where it is missing or too large for every page.
   *
   * @param path as the profile has it
   */
  public Optional<AttachedFile> brandPicture(String path) {
    return profile.picture(path);
  }

  /** The same of any kind that a text may list. */
  public Optional<AttachedFile> attached(String path) {
    Optional<AttachedFile.Kind> kind = AttachedFile.Kind.of(path);
    Optional<Path> file = kind.isEmpty() ? Optional.empty() : regular(path);
    return file.flatMap(Archive::stamp)
        .map(stamp -> new AttachedFile(kind.get(), path, file.get(), stamp));
  }

  private Optional<Path> regular(String path) {
    return Stream.of(originals, translations)
        .filter(folder -> path.startsWith(folder.name() + "/"))
        .filter(folder -> DocumentId.parse(path).isPresent())
        .findFirst()
        .flatMap(folder -> folder.regularFile(path.substring(path.indexOf('/') + 1)));
  }

  @Override
  public void close() {
    if (lock != null) {
      try (lock) {
        if (lock.isInPlace()) {
          journal.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("tidying .speil/", e);
      }
    }
  }

  /**
   * Sees to it that this process may write, and makes again what somebody has deleted for that.
   *
   * @throws WriterLockLostException if somebody has deleted the lock and another process has it now
   * @throws IllegalStateException if the archive was opened read-only
   */
  public void ensureWritable() {
    if (lock == null) {
      throw new IllegalStateException("the archive was opened read-only");
    }
    lock.hold();
    GitFiles.ignoreAllOf(own(root));
  }

  /** Whether something may be written now: by this process, and by no other. */
  public boolean isWritable() {
    if (lock == null) {
      return false;
    }
    try {
      ensureWritable();
      return true;
    } catch (WriterLockLostException e) {
      return false;
    }
  }

  /**
   * Whether these files are as git has put them there by going to another commit. What the program
   * would note of them by itself waits until somebody acts, so that git can go back.
   */
  public boolean areCheckedOut(Stream<FileStamp> files) {
    return GitFiles.areCheckedOut(root, files);
  }

  private Optional<SourceFile> read(ArchiveFolder folder, String below, long largest) {
    return folder.regularFile(below).flatMap(file -> read(file, folder.displayPath(file), largest));
  }

  private Optional<SourceFile> read(Path file, String name, long largest) {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      long now = clock.millis();
      FileStamp stamp = FileStamp.of(file);
      if (stamp.size() > largest) {
        throw new FileAccessException.TooLarge(largest);
      }
      byte[] bytes = Channels.newInputStream(channel).readAllBytes();
      return Optional.of(SourceFile.decode(name, bytes, stamp, now));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // removed since it was found
    } catch (IOException e) {
      throw new FileAccessException("reading", name, e);
    }
  }

  /** Runs all that one write consists of, and counts it if it fails. */
  private <T> T writing(String name, Supplier<T> work) {
    try {
      return naming(name, work);
    } catch (FileAccessException e) {
      failedWrites.increment();
      throw e;
    }
  }

  /** Runs what writes a file; says by its name below the root that the disk refuses. */
  private static <T> T naming(String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (FileAccessException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw new FileAccessException("writing", name, FileAccessException.cause(e));
    }
  }

  /** The stamp of a file; empty if it is not there. */
  public static Optional<FileStamp> stamp(Path file) {
    try {
      return Optional.of(FileStamp.of(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FileAccessException("looking at", String.valueOf(file.getFileName()), e);
    }
  }
}
