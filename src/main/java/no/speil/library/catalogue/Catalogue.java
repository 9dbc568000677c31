package no.speil.library.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile.Role;
import no.speil.corpus.Access;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata.Attachment;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.library.catalogue.BrowseIndex.Facet;
import no.speil.status.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The summaries of all documents, and what is known of those that cannot be loaded, with sums and
 * lists kept as they change where many pages ask for them. Thread-safe.
 */
public final class Catalogue {
  /** So many neighbours on each side are compared with a path that leads nowhere. */
  private static final int NEAR = 25;

  /** Those of one day by when their files were changed. */
  private static final Comparator<DocumentSummary> ADDED_LAST_FIRST =
      Comparator.<DocumentSummary>comparingLong(summary -> summary.contributions().addedDay())
          .reversed()
          .thenComparing(DocumentSummary::entry, CatalogueEntry.NEWEST_FIRST);

  private static final Comparator<DocumentSummary> RESTED_FIRST =
      Comparator.<DocumentSummary>comparingLong(summary -> summary.contributions().lastMillis())
          .thenComparing(summary -> summary.entry().id());

  private final TreeMap<DocumentId, DocumentSummary> summaries = new TreeMap<>();

  /** By the names that they had before; of several documents the last that came is taken. */
  private final Map<DocumentId, List<DocumentId>> renamed = new HashMap<>();

  private final Map<String, List<DocumentId>> translationOwners = new HashMap<>();

  /** Without documents in which nobody has done anything. */
  private final TreeSet<Active> active = new TreeSet<>(Active.ORDER);

  /** All documents, by when they came or somebody did something in them last. */
  private final TreeSet<Active> changed = new TreeSet<>(Active.ORDER);

  /** By the names of the files that they list, and of what closed ones lead to. */
  private final Map<String, Map<DocumentId, DocumentSummary>> naming = new HashMap<>();

  private final TreeMap<DocumentId, DocumentFailure> failures = new TreeMap<>();
  private final BrowseIndex browse = new BrowseIndex();
  private final TreeSet<DocumentSummary> added = new TreeSet<>(ADDED_LAST_FIRST);
  private final TreeSet<DocumentSummary> unreviewed = new TreeSet<>(RESTED_FIRST);
  private final TreeSet<WorkDay> workDays = new TreeSet<>(WorkDay.LATEST_FIRST);
  private final Map<String, Integer> people = new HashMap<>();
  private final Map<String, Integer> sectionsByPerson = new HashMap<>();

  /** Made when it is asked for, since most archives write out where their links lead. */
  private @Nullable NavigableMap<String, List<DocumentId>> byName;

  private long problems;

  private int closed;

  private @Nullable Catalogue open;
  private Predicate<DocumentSummary> isOpen = summary -> true;

  /** A catalogue, kept in step with this one, of some of its documents; it replaces the last. */
  public synchronized Catalogue only(Predicate<DocumentSummary> some) {
    var part = new Catalogue();
    summaries.values().stream().filter(some).forEach(part::put);
    open = part;
    isOpen = some;
    return part;
  }

  /** How many documents say that not everybody may read them, now or formerly. */
  public synchronized int closed() {
    return closed;
  }

  public synchronized Optional<DocumentSummary> summary(DocumentId id) {
    return Optional.ofNullable(summaries.get(id));
  }

  /** Why the document could not be loaded when it was tried last; empty where it could. */
  public synchronized Optional<DocumentFailure> failure(DocumentId id) {
    return Optional.ofNullable(failures.get(id));
  }

  /** Documents that could not be loaded. */
  public synchronized List<DocumentId> failed() {
    return List.copyOf(failures.keySet());
  }

  /** Whether there is such a document, be it one that cannot be loaded. */
  public synchronized boolean knows(DocumentId id) {
    return summaries.containsKey(id) || failures.containsKey(id);
  }

  /** How many documents have their text, or their record, in the folder of that side. */
  public synchronized int documentsWith(Side side) {
    return (int)
        summaries.values().stream().filter(summary -> summary.fileStates().isIn(side)).count();
  }

  /** Forgets why it could not be loaded. */
  public synchronized void recover(DocumentId id) {
    failures.remove(id);
  }

  public synchronized void fail(DocumentFailure failure) {
    failures.put(failure.document(), failure);
  }

  public synchronized List<DocumentId> ids() {
    return List.copyOf(summaries.keySet());
  }

  /**
   * The only document whose path ends so, by whole segments and with or without {@code .md}; empty
   * where there is none, or more than one.
   */
  public synchronized Optional<DocumentId> named(String path) {
    String end = path.replaceAll("^/+|/+$", "").replaceAll("\\.md$", "");
    List<DocumentId> found =
        byName().getOrDefault(name(end), List.of()).stream()
            .filter(id -> ("/" + id.value()).endsWith("/" + end))
            .limit(2)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private NavigableMap<String, List<DocumentId>> byName() {
    if (byName == null) {
      byName =
          summaries.keySet().stream()
              .collect(Collectors.groupingBy(DocumentId::name, TreeMap::new, Collectors.toList()));
    }
    return byName;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Documents that stand just before and after a path, by the path and by its last segment. */
  synchronized List<DocumentId> near(String path) {
    var near = new LinkedHashSet<DocumentId>();
    NavigableMap<String, List<DocumentId>> names = byName();
    Stream.of(names.tailMap(name(path), true), names.headMap(name(path), false).descendingMap())
        .flatMap(side -> side.values().stream().limit(NEAR))
        .forEach(same -> near.addAll(same.subList(0, Math.min(NEAR, same.size()))));
    DocumentId.parse(path).stream()
        .flatMap(
            id ->
                Stream.of(
                    summaries.tailMap(id, true), summaries.headMap(id, false).descendingMap()))
        .forEach(side -> side.keySet().stream().limit(NEAR).forEach(near::add));
    return List.copyOf(near);
  }

  public void put(DocumentSummary summary) {
    replace(summary.entry().id(), summary);
  }

  public void remove(DocumentId id) {
    replace(id, null);
  }

  private synchronized void replace(DocumentId id, @Nullable DocumentSummary after) {
    failures.remove(id);
    DocumentSummary before = after == null ? summaries.remove(id) : summaries.put(id, after);
    if (before == null || after == null) {
      byName = null;
    }
    synchronized (browse) { // so that nobody sees it without either
      if (before != null) {
        count(before, -1);
      }
      if (after != null) {
        count(after, 1);
      }
    }
    if (open != null) {
      open.replace(id, after != null && isOpen.test(after) ? after : null);
    }
  }

  /** Entries in the order of their ids. */
  public List<CatalogueEntry> page(long from, int size) {
    return browse.page(Facet.PATH, "", from, size);
  }

  /** The same documents by year, kind, folder and so on. */
  public BrowseIndex browse() {
    return browse;
  }

  /** The documents before and after another in its folder; none where it is not known. */
  public BrowseIndex.Neighbours neighbours(DocumentId id) {
    return summary(id)
        .map(DocumentSummary::entry)
        .map(browse::neighbours)
        .orElseGet(() -> new BrowseIndex.Neighbours(null, null));
  }

  /** The documents that came into the archive last, the newest first. */
  public synchronized List<DocumentSummary> added(int size) {
    return added.stream().limit(size).toList();
  }

  /**
   * Documents with translated sections that nobody has reviewed, first those in which people did
   * something longest ago.
   */
  public synchronized List<CatalogueEntry> unreviewed(int size) {
    return unreviewed.stream().limit(size).map(DocumentSummary::entry).toList();
  }

  /** How many there are of them. */
  public synchronized int unreviewed() {
    return unreviewed.size();
  }

  /**
   * Documents in which people have done something from then on, the longest ago first.
   *
   * @param last the one to go on after, or null
   */
  public synchronized List<Active> activeAfter(long millis, @Nullable Active last, int size) {
    return page(active, millis, last, size);
  }

  /**
   * Documents that came or in which people have done something from then on, the longest ago first.
   *
   * @param last the one to go on after, or null
   */
  public synchronized List<Active> changedFrom(long millis, @Nullable Active last, int size) {
    return page(changed, millis, last, size);
  }

  private static List<Active> page(
      NavigableSet<Active> documents, long millis, @Nullable Active last, int size) {
    var first = new Active(millis, "");
    Active before = last == null || Active.ORDER.compare(last, first) < 0 ? first : last;
    return documents.tailSet(before, false).stream().limit(size).toList();
  }

  /** The documents in which people did something last, the latest first. */
  public synchronized List<DocumentId> lastActive(int size) {
    return active.descendingSet().stream()
        .limit(size)
        .map(each -> new DocumentId(each.document()))
        .toList();
  }

  /** The documents in which others than a person did something last after a moment. */
  public synchronized List<DocumentId> activeByOthers(String person, long millis, int size) {
    var others = new HashSet<>(people.keySet());
    others.add(""); // readers
    others.remove(person);
    return workDays.headSet(new WorkDay(millis, "", "")).stream()
        .filter(day -> others.contains(day.person()))
        .limit(size)
        .map(WorkDay::id)
        .distinct()
        .toList();
  }

  /** The days on which people worked on documents, the latest first. */
  public synchronized List<WorkDay> worked(WorkFilter filter) {
    DocumentId document = filter.document();
    return filter.of(document == null ? workDays : days(document));
  }

  private List<WorkDay> days(DocumentId id) {
    return summary(id).map(summary -> summary.contributions().days()).orElse(List.of());
  }

  /** What a person has claimed, the first to end first; also claims that are over. */
  public synchronized List<Claim> claims(String person) {
    return summaries.values().stream()
        .flatMap(summary -> summary.claims().stream())
        .filter(claim -> claim.by().equals(person))
        .sorted(Comparator.comparing(Claim::until).thenComparing(claim -> claim.range().document()))
        .toList();
  }

  /** When somebody last did something in a document. */
  public record Active(long millis, String document) {
    private static final Comparator<Active> ORDER =
        Comparator.comparingLong(Active::millis).thenComparing(Active::document);

    static Active of(DocumentSummary summary) {
      return new Active(summary.contributions().lastMillis(), summary.entry().id().value());
    }

    private static Active changed(DocumentSummary summary) {
      return new Active(summary.changedMillis(), summary.entry().id().value());
    }
  }

  /** The document that has taken the id's place. */
  public synchronized Optional<DocumentId> renamed(DocumentId old) {
    return summaries.containsKey(old) ? Optional.empty() : renamedTo(old);
  }

  /** The document that had that name before, whether or not another has it now. */
  public synchronized Optional<DocumentId> renamedTo(DocumentId old) {
    return last(renamed, old);
  }

  /** The document of a translation whose path differs from the document's. */
  public synchronized Optional<DocumentId> ownerOfTranslation(String path) {
    return last(translationOwners, path);
  }

  private static <K> Optional<DocumentId> last(Map<K, List<DocumentId>> documents, K key) {
    return Optional.ofNullable(documents.get(key)).map(List::getLast);
  }

  /**
   * The document that a file belongs to; empty if it is no document's.
   *
   * @param file its path below the root
   */
  public Optional<DocumentId> owner(String file) {
    Optional<Role> role = Role.of(file);
    return role.filter(Role.TRANSLATION::equals)
        .flatMap(any -> ownerOfTranslation(file.substring(file.indexOf('/') + 1)))
        .or(() -> role.flatMap(each -> each.document(file)));
  }

  public synchronized List<Problem> problems() {
    return Stream.concat(
            failures.values().stream().map(DocumentFailure::problem),
            summaries.values().stream().flatMap(summary -> summary.problems().stream()))
        .toList();
  }

  /** Equal as long as no document has come or gone, or got another name. */
  synchronized Object names() {
    return List.of(ids(), Map.copyOf(renamed));
  }

  /** The documents that have links within the site. */
  public synchronized List<DocumentSummary> linking() {
    return summaries.values().stream()
        .filter(summary -> !summary.links().isEmpty() || !summary.attachments().isEmpty())
        .toList();
  }

  /** All documents that list a file of that name, and those closed ones that lead to one. */
  public synchronized List<DocumentSummary> naming(String name) {
    return List.copyOf(naming.getOrDefault(name, Map.of()).values());
  }

  private static List<String> names(DocumentSummary summary) {
    boolean isClosed = !summary.access().equals(Access.EVERYBODY);
    Stream<InternalLink> links = isClosed ? summary.links().stream() : Stream.empty();
    return Stream.concat(
            summary.attachments().stream().map(Attachment::name),
            links.map(link -> name(link.address())))
        .toList();
  }

  /** Everybody who has ever acted in the archive. */
  public synchronized Set<String> people() {
    return Set.copyOf(people.keySet());
  }

  /** How many sections a person has marked or written, by the records of the documents here. */
  public synchronized int sections(String person) {
    return sectionsByPerson.getOrDefault(person, 0);
  }

  public synchronized ArchiveCounts counts() {
    return new ArchiveCounts(
        summaries.size(), problems + failures.size(), browse.progress("").progress());
  }

  private void count(DocumentSummary summary, int sign) {
    CatalogueEntry entry = summary.entry();
    browse.count(entry, sign);
    problems += (long) sign * entry.problems();
    closed += summary.access().equals(Access.EVERYBODY) ? 0 : sign;
    summary
        .contributions()
        .people()
        .forEach(
            (person, done) -> {
              people.merge(person, sign, Catalogue::sumOrNothing);
              sectionsByPerson.merge(person, sign * done, Catalogue::sumOrNothing);
            });
    summary.aliases().forEach(alias -> count(renamed, alias, entry.id(), sign));
    boolean isIn = sign > 0;
    keep(added, summary, isIn);
    keep(unreviewed, summary, isIn && entry.progress().of(State.TRANSLATED).sections() > 0);
    keep(active, Active.of(summary), isIn && summary.lastWork().isPresent());
    keep(changed, Active.changed(summary), isIn);
    summary.contributions().days().forEach(day -> keep(workDays, day, isIn));
    boolean isElsewhere = !summary.translationPath().equals(Archive.translationPath(entry.id()));
    count(translationOwners, summary.translationPath(), entry.id(), isElsewhere ? sign : -1);
    for (String name : names(summary)) {
      Map<DocumentId, DocumentSummary> same = naming.computeIfAbsent(name, k -> new TreeMap<>());
      same.remove(entry.id());
      if (isIn) {
        same.put(entry.id(), summary);
      }
    }
  }

  private static <T> void keep(Set<T> all, T element, boolean isIn) {
    if (isIn) {
      all.add(element);
    } else {
      all.remove(element);
    }
  }

  /** Puts a document last among those of a key, or takes it away from them. */
  private static <K> void count(
      Map<K, List<DocumentId>> documents, K key, DocumentId id, int sign) {
    Stream<DocumentId> others = documents.getOrDefault(key, List.of()).stream();
    Stream<DocumentId> own = sign > 0 ? Stream.of(id) : Stream.empty();
    documents.put(key, Stream.concat(others.filter(each -> !each.equals(id)), own).toList());
    documents.remove(key, List.of());
  }

  @SuppressWarnings("NullAway") // Map.merge removes the key where the function returns null
  private static Integer sumOrNothing(Integer a, Integer b) {
    return a + b == 0 ? null : a + b;
  }

  /** What the archive holds, counted. */
  public record ArchiveCounts(long documents, long problems, Progress progress) {
    /** The sections with words to translate. */
    public long sections() {
      return progress.total().sections();
    }
  }
}
