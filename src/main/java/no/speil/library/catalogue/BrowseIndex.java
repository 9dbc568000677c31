package no.speil.library.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.Language;
import no.speil.corpus.text.Alphabet;
import org.jspecify.annotations.Nullable;

/**
 * The documents by year, kind, subject, author, publisher, first letter and folder, kept in step as
 * they come, change and go: a page of any list costs what it shows. Thread-safe.
 */
public final class BrowseIndex {
  private static final Comparator<FacetValue> BY_SIZE =
      Comparator.<FacetValue>comparingInt(facetValue -> -facetValue.entries.size())
          .thenComparing(facetValue -> facetValue.value);

  private final Map<Facet, Dimension> dimensions = new EnumMap<>(Facet.class);
  private final Map<String, Folder> folders = new HashMap<>();
  private final SortedList<CatalogueEntry> byId =
      new SortedList<>(Comparator.comparing(CatalogueEntry::id));
  private int translated;
  private int reviewed;

  BrowseIndex() {
    for (Facet facet : Facet.values()) {
      dimensions.put(facet, new Dimension(facet));
    }
  }

  /** What documents are grouped by. A document without a value is in the group of the empty one. */
  public enum Facet {
    YEAR,
    KIND,
    SUBJECT,
    AUTHOR,
    PUBLISHER,
    /** The first letter of the title in Norwegian, or in English where there is no other. */
    NORWEGIAN_TITLE,
    /** The first letter of the title in English, or in Norwegian where there is no other. */
    ENGLISH_TITLE,
    /** What a document needs, or is: the code of a {@link Trait}. */
    TRAIT;

    private List<String> values(CatalogueEntry entry) {
      return switch (this) {
        case YEAR -> List.of(entry.year());
        case KIND -> List.of(DocumentKind.group(entry.kind()));
        case SUBJECT -> orNone(entry.details().subjects());
        case AUTHOR -> orNone(entry.details().authors());
        case PUBLISHER -> List.of(entry.details().publisher());
        case NORWEGIAN_TITLE -> List.of(Alphabet.NORWEGIAN.initial(title(entry)));
        case ENGLISH_TITLE -> List.of(Alphabet.ENGLISH.initial(title(entry)));
        case TRAIT ->
            Stream.of(Trait.values()).filter(trait -> trait.isOf(entry)).map(Trait::code).toList();
      };
    }

    private String title(CatalogueEntry entry) {
      return entry.title(this == ENGLISH_TITLE ? Alphabet.ENGLISH : Alphabet.NORWEGIAN);
    }

    /** The documents of a group, in their order. */
    private SortedList<CatalogueEntry> entries() {
      return switch (this) {
        case NORWEGIAN_TITLE -> byTitle(Alphabet.NORWEGIAN);
        case ENGLISH_TITLE -> byTitle(Alphabet.ENGLISH);
        default ->
            new SortedList<>(
                Comparator.comparingInt(CatalogueEntry::day)
                    .reversed()
                    .thenComparing(CatalogueEntry::id));
      };
    }

    private static SortedList<CatalogueEntry> byTitle(Alphabet alphabet) {
      return new SortedList<>(
          Comparator.comparing((CatalogueEntry entry) -> entry.title(alphabet), alphabet)
              .thenComparing(CatalogueEntry::id));
    }

    /** The order of the groups: the latest year first, all else by the alphabet; none last. */
    private Comparator<String> order(Alphabet alphabet) {
      Comparator<String> byValue =
          this == YEAR
              ? Comparator.<String>reverseOrder()
              : Comparator.comparing(
                  value -> name(value, alphabet),
                  alphabet.thenComparing(Comparator.naturalOrder()));
      return Comparator.<String, Boolean>comparing(String::isEmpty).thenComparing(byValue);
    }

    /** What the value is called where that alphabet is used. */
    private String name(String value, Alphabet alphabet) {
      return this == KIND && alphabet == Alphabet.NORWEGIAN
          ? DocumentKind.parse(value).map(DocumentKind::norwegian).orElse(value)
          : value;
    }

    /** The value by which the documents are grouped that have that one. */
    private String group(String value) {
      return this == KIND ? DocumentKind.group(value) : value;
    }

    private static List<String> orNone(List<String> values) {
      return values.isEmpty() ? List.of("") : values;
    }
  }

  /** What sets a document apart for those who look through a list. */
  public enum Trait {
    /** Some sections have no translation. */
    MISSING,
    /** The original has changed since it was translated. */
    STALE,
    NYNORSK;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    private boolean isOf(CatalogueEntry entry) {
      return switch (this) {
        case MISSING -> entry.progress().untranslated().sections() > 0;
        case STALE -> entry.progress().stale().sections() > 0;
        case NYNORSK -> entry.language().equals(Language.NYNORSK);
      };
    }
  }

  /** A value and how many documents have it. */
  public record Group(String value, int documents) {}

  /**
   * All documents together.
   *
   * @param translated how many are translated to the end
   * @param reviewed how many of those have been reviewed to the end
   * @param firstYear empty where no document is dated
   */
  public record Totals(
      int documents, int translated, int reviewed, String firstYear, String lastYear) {}

  /** The documents before and after another in its folder, by their paths. */
  public record Neighbours(@Nullable CatalogueEntry previous, @Nullable CatalogueEntry next) {}

  /** Documents with one value, in order. */
  private static final class FacetValue {
    final String value;
    final SortedList<CatalogueEntry> entries;

    FacetValue(String value, SortedList<CatalogueEntry> entries) {
      this.value = value;
      this.entries = entries;
    }

    Group group() {
      return new Group(value, entries.size());
    }
  }

  /** All values of a facet. */
  private static final class Dimension {
    private final Facet facet;
    private final Map<String, FacetValue> byValue = new HashMap<>();

    /** By their order; made when they are asked for, and again after a change. */
    private final Map<Comparator<FacetValue>, List<FacetValue>> sorted = new HashMap<>();

    private final Map<Alphabet, Comparator<FacetValue>> byName = new EnumMap<>(Alphabet.class);

    Dimension(Facet facet) {
      this.facet = facet;
      for (Alphabet alphabet : Alphabet.values()) {
        byName.put(
            alphabet,
            Comparator.comparing(
                (FacetValue facetValue) -> facetValue.value, facet.order(alphabet)));
      }
    }

    void add(CatalogueEntry entry) {
      for (String value : facet.values(entry)) {
        byValue
            .computeIfAbsent(value, unknown -> new FacetValue(value, facet.entries()))
            .entries
            .add(entry);
      }
      sorted.clear();
    }

    void remove(CatalogueEntry entry) {
      for (String value : facet.values(entry)) {
        FacetValue facetValue = byValue.get(value);
        if (facetValue != null) {
          facetValue.entries.remove(entry);
          if (facetValue.entries.size() == 0) {
            byValue.remove(value);
          }
        }
      }
      sorted.clear();
    }

    List<FacetValue> names(Alphabet alphabet) {
      return sorted(byName.getOrDefault(alphabet, BY_SIZE));
    }

    List<FacetValue> bySize() {
      return sorted(BY_SIZE);
    }

    private List<FacetValue> sorted(Comparator<FacetValue> order) {
      return sorted.computeIfAbsent(
          order, unknown -> byValue.values().stream().sorted(order).toList());
    }
  }

  /** The documents that stand in a folder, and the folders that do. */
  private static final class Folder {
    final SortedList<CatalogueEntry> entries =
        new SortedList<>(Comparator.comparing(CatalogueEntry::id));
    final SortedList<String> folders = new SortedList<>(Comparator.<String>naturalOrder());
    int documents;
  }

  synchronized void add(CatalogueEntry entry) {
    dimensions.values().forEach(dimension -> dimension.add(entry));
    byId.add(entry);
    translated += isTranslated(entry) ? 1 : 0;
    reviewed += isReviewed(entry) ? 1 : 0;
    folder(entry.id().folder()).entries.add(entry);
    String path = entry.id().folder();
    boolean isNew = folder(path).documents++ == 0;
    while (!path.isEmpty()) {
      String parent = parent(path);
      if (isNew) {
        folder(parent).folders.add(path);
      }
      isNew = folder(parent).documents++ == 0;
      path = parent;
    }
  }

  /** Sorts now what was added, list by list, so that no reader has to wait for long. */
  void sort() {
    lists().forEach(this::sort);
  }

  private synchronized void sort(SortedList<CatalogueEntry> list) {
    list.sort();
  }

  private synchronized List<SortedList<CatalogueEntry>> lists() {
    var lists = new ArrayList<SortedList<CatalogueEntry>>();
    lists.add(byId);
    for (Dimension dimension : dimensions.values()) {
      dimension.byValue.values().forEach(facetValue -> lists.add(facetValue.entries));
    }
    folders.values().forEach(folder -> lists.add(folder.entries));
    return lists;
  }

  synchronized void remove(CatalogueEntry entry) {
    dimensions.values().forEach(dimension -> dimension.remove(entry));
    byId.remove(entry);
    translated -= isTranslated(entry) ? 1 : 0;
    reviewed -= isReviewed(entry) ? 1 : 0;
    String path = entry.id().folder();
    folder(path).entries.remove(entry);
    folder(path).documents--;
    while (!path.isEmpty()) {
      String parent = parent(path);
      folder(parent).documents--;
      if (folder(path).documents == 0) {
        folders.remove(path);
        folder(parent).folders.remove(path);
      }
      path = parent;
    }
  }

  /** Puts one entry in another's place; nobody sees the index without either. */
  synchronized void replace(CatalogueEntry before, CatalogueEntry after) {
    remove(before);
    add(after);
  }

  private Folder folder(String path) {
    return folders.computeIfAbsent(path, p -> new Folder());
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private static boolean isTranslated(CatalogueEntry entry) {
    return entry.progress().untranslated().sections() == 0
        && entry.progress().total().sections() > 0;
  }

  private static boolean isReviewed(CatalogueEntry entry) {
    return isTranslated(entry)
        && entry.progress().reviewed().sections() == entry.progress().total().sections();
  }

  public synchronized Totals totals() {
    List<FacetValue> years = years();
    int dated = years.size() - (documents(Facet.YEAR, "") > 0 ? 1 : 0);
    return new Totals(
        byId.size(),
        translated,
        reviewed,
        dated == 0 ? "" : years.get(dated - 1).value,
        dated == 0 ? "" : years.getFirst().value);
  }

  private List<FacetValue> years() {
    return dimension(Facet.YEAR).names(Alphabet.ENGLISH);
  }

  private Dimension dimension(Facet facet) {
    return dimensions.computeIfAbsent(facet, Dimension::new);
  }

  /** How many groups a facet has, the one of documents without a value among them. */
  public synchronized int groups(Facet facet) {
    return dimension(facet).byValue.size();
  }

  /** A page of the groups in their order, that of documents without a value last. */
  public synchronized List<Group> groups(Facet facet, Alphabet alphabet, long from, int most) {
    return dimension(facet).names(alphabet).stream()
        .skip(Math.max(0, from))
        .limit(most)
        .map(FacetValue::group)
        .toList();
  }

  /** Whether any document has a value. */
  public synchronized boolean hasValues(Facet facet) {
    return groups(facet) > (documents(facet, "") > 0 ? 1 : 0);
  }

  /**
   * The groups with the most documents, without that of documents without a value; of kinds,
   * subjects, authors and publishers only.
   */
  public synchronized List<Group> largest(Facet facet, int most) {
    return dimension(facet).bySize().stream()
        .filter(facetValue -> !facetValue.value.isEmpty())
        .limit(most)
        .map(FacetValue::group)
        .toList();
  }

  /** How many documents have that value; a kind may go by any of its names. */
  public synchronized int documents(Facet facet, String value) {
    FacetValue facetValue = dimension(facet).byValue.get(facet.group(value));
    return facetValue == null ? 0 : facetValue.entries.size();
  }

  /** A page of the documents with that value: the latest first, or by title under a letter. */
  public synchronized List<CatalogueEntry> page(Facet facet, String value, long from, int most) {
    FacetValue facetValue = dimension(facet).byValue.get(facet.group(value));
    return facetValue == null ? List.of() : facetValue.entries.page(from, most);
  }

  /** The documents with the latest dates. */
  public synchronized List<CatalogueEntry> latest(int most) {
    return years().stream()
        .filter(facetValue -> !facetValue.value.isEmpty())
        .flatMap(facetValue -> facetValue.entries.page(0, most).stream())
        .limit(most)
        .toList();
  }

  /** Documents by their paths. */
  public synchronized List<CatalogueEntry> page(long from, int most) {
    return byId.page(from, most);
  }

  /** Whether any document stands in that folder or below it. */
  public synchronized boolean hasFolder(String path) {
    return folders.containsKey(path);
  }

  /** How many documents stand in a folder, and how many folders directly in it. */
  public record FolderSize(int documents, int folders, int documentsWithAllBelow) {}

  public synchronized FolderSize size(String path) {
    Folder folder = folders.get(path);
    return folder == null
        ? new FolderSize(0, 0, 0)
        : new FolderSize(folder.entries.size(), folder.folders.size(), folder.documents);
  }

  /** A page of the folders that stand directly in a folder, each with all documents below it. */
  public synchronized List<Group> folders(String path, long from, int most) {
    Folder folder = folders.get(path);
    return folder == null
        ? List.of()
        : folder.folders.page(from, most).stream()
            .map(each -> new Group(each, size(each).documentsWithAllBelow()))
            .toList();
  }

  /** A page of the documents that stand directly in a folder, by their paths. */
  public synchronized List<CatalogueEntry> inFolder(String path, long from, int most) {
    Folder folder = folders.get(path);
    return folder == null ? List.of() : folder.entries.page(from, most);
  }

  /** The documents before and after this one in its folder. */
  synchronized Neighbours neighbours(CatalogueEntry entry) {
    Folder folder = folders.get(entry.id().folder());
    if (folder == null) {
      return new Neighbours(null, null);
    }
    int at = folder.entries.before(entry);
    return new Neighbours(
        at == 0 ? null : folder.entries.page(at - 1L, 1).getFirst(),
        at + 1 >= folder.entries.size() ? null : folder.entries.page(at + 1L, 1).getFirst());
  }
}
