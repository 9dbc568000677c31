package no.speil.library.catalogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.speil.corpus.Coded;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.Language;
import no.speil.corpus.text.Alphabet;
import no.speil.library.catalogue.FolderTally.FolderProgress;
import org.jspecify.annotations.Nullable;

/**
 * The documents by year, kind, subject, author, publisher, first letter and folder, kept in step as
 * they come, change and go: a page of any list costs what it shows. Thread-safe.
 */
public final class BrowseIndex {
  private static final Comparator<Group> BY_SIZE =
      Comparator.comparingInt(Group::documents).reversed().thenComparing(Group::value);

  private final Map<Facet, Dimension> dimensions = new EnumMap<>(Facet.class);
  private final FolderTally folders = new FolderTally();
  private int translated;
  private int reviewed;

  /**
   * What documents are grouped by. Documents without a value are in the group "". PATH and CHANGE
   * have only that group, with all documents.
   */
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
    TRAIT,
    /** The folder in which a document stands. */
    FOLDER,
    /** Nothing: all documents by their paths. */
    PATH,
    /** Nothing: all documents, first those whose files were changed last. */
    CHANGE;

    private List<String> values(CatalogueEntry entry) {
      return switch (this) {
        case YEAR -> List.of(entry.year());
        case KIND -> List.of(DocumentKind.group(entry.kind()));
        case SUBJECT -> orNone(entry.details().subjects());
        case AUTHOR -> orNone(entry.details().authors());
        case PUBLISHER -> List.of(entry.details().publisher());
        case NORWEGIAN_TITLE, ENGLISH_TITLE -> List.of(alphabet().initial(title(entry)));
        case TRAIT ->
            Stream.of(Trait.values()).filter(trait -> trait.isOf(entry)).map(Trait::code).toList();
        case FOLDER -> List.of(entry.id().folder());
        case PATH, CHANGE -> List.of("");
      };
    }

    private Alphabet alphabet() {
      return this == ENGLISH_TITLE ? Alphabet.ENGLISH : Alphabet.NORWEGIAN;
    }

    private String title(CatalogueEntry entry) {
      return entry.title(alphabet());
    }

    /** The order of the documents in a group. */
    private Comparator<CatalogueEntry> withinGroup() {
      Comparator<CatalogueEntry> byId = Comparator.comparing(CatalogueEntry::id);
      return switch (this) {
        case NORWEGIAN_TITLE, ENGLISH_TITLE ->
            Comparator.comparing(this::title, alphabet())
                .thenComparing(this::title) // so that the same titles stand together
                .thenComparing(byId);
        case FOLDER -> CatalogueEntry.IN_FOLDER;
        case PATH -> byId;
        case CHANGE -> CatalogueEntry.NEWEST_FIRST;
        case YEAR, KIND, SUBJECT, AUTHOR, PUBLISHER, TRAIT ->
            Comparator.comparing(CatalogueEntry::day).reversed().thenComparing(byId);
      };
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
  public enum Trait implements Coded {
    /** Some sections have no translation. */
    MISSING,
    /** The original has changed since it was translated. */
    STALE,
    NYNORSK;

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

  /** The documents before and after another in its folder. */
  public record Neighbours(@Nullable CatalogueEntry previous, @Nullable CatalogueEntry next) {}

  /** The documents of a facet by their values. */
  private static final class Dimension {
    private final Facet facet;
    private final Map<String, SortedList<CatalogueEntry>> byValue = new HashMap<>();

    /** By their order; made when they are asked for, and again after a change. */
    private final Map<String, List<Group>> sorted = new HashMap<>();

    Dimension(Facet facet) {
      this.facet = facet;
    }

    void count(CatalogueEntry entry, int sign) {
      for (String value : facet.values(entry)) {
        SortedList<CatalogueEntry> entries = entries(value);
        if (sign > 0) {
          entries.add(entry);
          byValue.put(value, entries);
        } else {
          entries.remove(entry);
        }
        if (entries.size() == 0) {
          byValue.remove(value);
        }
      }
      sorted.clear();
    }

    SortedList<CatalogueEntry> entries(String value) {
      SortedList<CatalogueEntry> entries = byValue.get(facet.group(value));
      return entries == null ? new SortedList<>(facet.withinGroup()) : entries;
    }

    List<Group> byName(Alphabet alphabet) {
      return sorted(alphabet.name(), Comparator.comparing(Group::value, facet.order(alphabet)));
    }

    List<Group> sorted(String name, Comparator<Group> order) {
      return sorted.computeIfAbsent(
          name,
          unknown ->
              byValue.entrySet().stream()
                  .map(each -> new Group(each.getKey(), each.getValue().size()))
                  .sorted(order)
                  .toList());
    }
  }

  /** Takes an entry in, or with the sign -1 out. */
  synchronized void count(CatalogueEntry entry, int sign) {
    Stream.of(Facet.values()).forEach(facet -> dimension(facet).count(entry, sign));
    folders.count(entry.id().folder(), sign, entry.progress());
    translated += isTranslated(entry) ? sign : 0;
    reviewed += isReviewed(entry) ? sign : 0;
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
    List<Group> years = years();
    return new Totals(
        documents(Facet.PATH, ""),
        translated,
        reviewed,
        years.isEmpty() ? "" : years.getLast().value(),
        years.isEmpty() ? "" : years.getFirst().value());
  }

  private List<Group> years() {
    List<Group> years = dimension(Facet.YEAR).byName(Alphabet.ENGLISH);
    boolean isAnyUndated = documents(Facet.YEAR, "") > 0;
    return isAnyUndated ? years.subList(0, years.size() - 1) : years;
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
    return dimension(facet).byName(alphabet).stream().skip(Math.max(0, from)).limit(most).toList();
  }

  /** Whether any document has a value. */
  public synchronized boolean hasValues(Facet facet) {
    return groups(facet) > (documents(facet, "") > 0 ? 1 : 0);
  }

  /** The groups with the most documents, without that of documents without a value. */
  public synchronized List<Group> largest(Facet facet, int most) {
    return dimension(facet).sorted("size", BY_SIZE).stream()
        .filter(group -> !group.value().isEmpty())
        .limit(most)
        .toList();
  }

  /** How many documents have that value; a kind may go by any of its names. */
  public synchronized int documents(Facet facet, String value) {
    return dimension(facet).entries(value).size();
  }

  /** A page of the documents with that value: the latest first, or by title under a letter. */
  public synchronized List<CatalogueEntry> page(Facet facet, String value, long from, int most) {
    return dimension(facet).entries(value).page(from, most);
  }

  /** Whether another document has the same title in the language of that alphabet. */
  public synchronized boolean sharesTitle(CatalogueEntry entry, Alphabet alphabet) {
    String title = entry.title(alphabet);
    Facet facet = alphabet == Alphabet.ENGLISH ? Facet.ENGLISH_TITLE : Facet.NORWEGIAN_TITLE;
    SortedList<CatalogueEntry> byTitle = dimension(facet).entries(alphabet.initial(title));
    return byTitle.page(Math.max(0, byTitle.before(entry) - 1), 3).stream()
        .anyMatch(other -> !other.id().equals(entry.id()) && other.title(alphabet).equals(title));
  }

  /** The documents with the latest dates. */
  public synchronized List<CatalogueEntry> latest(int most) {
    return years().stream()
        .flatMap(year -> page(Facet.YEAR, year.value(), 0, most).stream())
        .limit(most)
        .toList();
  }

  /** How many documents stand in a folder, and how many folders directly in it. */
  public record FolderSize(int documents, int folders, int documentsWithAllBelow) {}

  public synchronized FolderSize size(String path) {
    return new FolderSize(
        documents(Facet.FOLDER, path), folders.size(path), folders.of(path).documents());
  }

  /** Whether any document stands in that folder or below it. */
  public synchronized boolean hasFolder(String path) {
    return folders.of(path).documents() > 0;
  }

  /** A page of the folders that stand directly in a folder, each with all documents below it. */
  public synchronized List<Group> folders(String path, long from, int most) {
    return folders.page(path, from, most).stream()
        .map(each -> new Group(each.folder(), each.documents()))
        .toList();
  }

  /** How far every folder is, the whole archive first. */
  public synchronized List<FolderProgress> progress() {
    return folders.all();
  }

  synchronized FolderProgress progress(String path) {
    return folders.of(path);
  }

  /** The documents before and after this one in its folder. */
  synchronized Neighbours neighbours(CatalogueEntry entry) {
    SortedList<CatalogueEntry> beside = dimension(Facet.FOLDER).entries(entry.id().folder());
    int at = beside.before(entry);
    return new Neighbours(
        at == 0 ? null : beside.page(at - 1L, 1).getFirst(),
        at + 1 >= beside.size() ? null : beside.page(at + 1L, 1).getFirst());
  }
}
