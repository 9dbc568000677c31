package no.speil.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.AtomicFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.SectionId;
import no.speil.library.Library;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.status.TrackedSection;
import no.speil.web.page.SiteUrls;

/**
 * The static site of what everybody may read of an archive, from the pages of a server that serves
 * it on this machine.
 */
public final class StaticSite {
  private static final List<String> SEEDS =
      List.of(
          """
          / /browse /help /handbook /progress /glossary /search /feed.atom /texts.atom /sitemap.xml
          /sitemap-1.xml /sitemap-2.xml /sitemap-3.xml /favicon.ico
          """
              .split("\\s+"));

  /** Those by which the next time sees what has changed since; they take their places last. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "(?:archive|translations)/.*\\.(?:md|jsonl|yaml)|"
              + Archive.GLOSSARY
              + "|"
              + CrateMetadata.FILE
              + "|"
              + PageInputs.FILE);

  /** How often a busy server is asked again. */
  private static final int TRIES = 100;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
  private final Library library;
  private final Instant asOf;
  private final StaticFolder folder;
  private final StaticPage.Frame frame;
  private final StaticSearch search;

  /** The hashes of the archive's own files. */
  private final Map<String, Integer> read = new HashMap<>();

  /** Whether they had stood there. */
  private final Map<String, Boolean> sources = new HashMap<>();

  /** The addresses of all documents. */
  private final Set<String> documents = new HashSet<>();

  /** Whether nothing in the archive has changed. */
  private boolean isSame;

  /** The sections of the documents of which everything is as it was, by the addresses of those. */
  private final Map<String, Set<SectionId>> current = new HashMap<>();

  /** The pages that are kept as they stand, with the files of others to which they lead. */
  private final Map<StaticAddress, Set<String>> kept = new ConcurrentHashMap<>();

  private final Set<String> wordPages = new HashSet<>();

  /** Whether the version, the settings and all titles are those of the last run. */
  private boolean areTitlesSame;

  /**
   * The addresses of words that are shown as they were in English, and so in Norwegian: the files
   * below {@code nb} take their places before all titles and the English pages of words.
   */
  private final Set<String> sameWords = ConcurrentHashMap.newKeySet();

  private final Map<StaticAddress, Boolean> scripts = new ConcurrentHashMap<>();

  /**
   * Prepares the site; nothing is written yet.
   *
   * @param library of what everybody may read
   * @param asOf the day of which the site is
   * @param server its address on this machine, without a slash at the end
   * @param living the address of a server for links that need one; empty where there is none
   */
  public StaticSite(Library library, Instant asOf, URI server, String living, Path folder) {
    this.library = library;
    this.asOf = asOf;
    this.folder = new StaticFolder(folder);
    this.search = new StaticSearch(library.index(), this.folder);
    this.frame = new StaticPage.Frame(server.toString(), living, this::isPart, this::needsServer);
  }

  /** Whether a site can be written there: one is, or nothing but what a try has left. */
  public static boolean isFree(Path folder) throws IOException {
    return !Files.isDirectory(folder)
        || Files.exists(folder.resolve(CrateMetadata.FILE))
        || AtomicFile.list(folder).stream()
            .allMatch(each -> folder.relativize(each).toString().startsWith(StaticFolder.NEW));
  }

  /**
   * Writes what is new or has changed, and removes what is gone.
   *
   * @param isBag whether the site is the payload of a bag, which is made right with it
   * @return how many files were written
   * @throws UncheckedIOException if the disk fails, or a text changes meanwhile; the site is as it
   *     was, unless it fails at the very end, and the next time completes it
   */
  public int write(boolean isBag) {
    try (folder) {
      var description = new CrateMetadata(library.archive().profile(), asOf);
      copy(Archive.GLOSSARY);
      copy("archive/speil.yaml");
      String common = frame.living() + new TreeMap<>(read);
      var inputs = new PageInputs(library, common, folder.read(PageInputs.FILE));
      library.catalogue().ids().stream()
          .sorted()
          .flatMap(id -> library.documents().findLoadable(id).stream())
          .forEach(document -> add(document, description, inputs));
      boolean isDescribedSo = folder.put(CrateMetadata.FILE, description.json());
      boolean areInputsSame = folder.put(PageInputs.FILE, inputs.bytes());
      isSame = isDescribedSo && areInputsSame && !sources.containsValue(false);
      areTitlesSame = search.putDocuments() && inputs.isProgramSame();
      wordPages.addAll(search.wordPages());
      Set<StaticAddress> next = seeds();
      var known = new HashSet<StaticAddress>();
      while (!next.isEmpty()) {
        known.addAll(next);
        next = writeAll(next);
        next.removeAll(known);
        if (next.isEmpty()) {
          next = doubtful();
        }
      }
      search.write();
      requireUnchanged();
      return folder.commit(SOURCE.asMatchPredicate(), isBag);
    }
  }

  private void add(LiveDocument document, CrateMetadata description, PageInputs inputs) {
    Stream<SourceFile> record = Stream.ofNullable(document.record().file());
    List<String> paths =
        Stream.concat(document.files().map(SideFile::path), record.map(SourceFile::path)).toList();
    description.add(document);
    paths.forEach(this::copy);
    String address = SiteUrls.document(document.id());
    boolean isUnchanged = paths.stream().allMatch(path -> sources.getOrDefault(path, false));
    documents.add(address);
    if (inputs.areSame(document) && isUnchanged) {
      current.put(
          address,
          document.sections().stream().map(TrackedSection::id).collect(Collectors.toSet()));
    }
    search.add(document);
  }

  /** Copies one of the archive's own files, if it is there. */
  private void copy(String path) {
    Path file = library.archive().root().resolve(path);
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = read(path);
      read.put(path, Arrays.hashCode(bytes));
      sources.put(path, folder.put(path, bytes));
    }
  }

  private byte[] read(String path) {
    try {
      return Files.readAllBytes(library.archive().root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + path, e);
    }
  }

  private void requireUnchanged() {
    read.forEach(
        (path, hash) -> {
          if (Arrays.hashCode(read(path)) != hash) {
            throw new UncheckedIOException(
                path, new IOException("it has changed while the site was made; start again"));
          }
        });
  }

  private Set<StaticAddress> seeds() {
    return Stream.of(SEEDS.stream(), documents.stream(), wordPages.stream())
        .flatMap(addresses -> addresses)
        .flatMap(each -> StaticAddress.of(each, "en").stream())
        .collect(Collectors.toSet());
  }

  /** Pages that are kept and lead to what is not here any more, as far as they are read anew. */
  private Set<StaticAddress> doubtful() {
    kept.values().removeIf(folder::has);
    Set<StaticAddress> pages = Set.copyOf(kept.keySet());
    kept.clear();
    pages.forEach(page -> current.remove(page.path()));
    return pages;
  }

  /** Keeps a page that is still right, and what its sections have; tells what else to look at. */
  private Set<StaticAddress> keep(StaticAddress page) {
    var next = new HashSet<StaticAddress>();
    var others = new HashSet<String>();
    Set<SectionId> sections = current.getOrDefault(page.path(), Set.of());
    for (String file : StaticPage.files(folder.read(page.file()), page)) {
      Optional<StaticAddress> shown = StaticAddress.ofFile(file).filter(this::isPart);
      shown.ifPresent(next::add);
      boolean isOwn = StaticAddress.isOfSections(file, sections::contains);
      if (shown.isEmpty() && !(isOwn && folder.keep(file))) {
        others.add(file);
      }
    }
    kept.put(page, others);
    return next;
  }

  /** Writes files side by side, and tells what else belongs to the site. */
  private Set<StaticAddress> writeAll(Set<StaticAddress> addresses) {
    var failure = new AtomicReference<RuntimeException>();
    Set<StaticAddress> targets =
        addresses.parallelStream()
            .flatMap(
                address -> {
                  try {
                    return write(address).stream();
                  } catch (RuntimeException e) { // not thrown while others are at work
                    failure.set(e);
                    return Stream.empty();
                  }
                })
            .collect(Collectors.toSet());
    if (failure.get() != null) {
      throw failure.get();
    }
    return targets;
  }

  /** Writes a file, and tells what else belongs to the site. */
  private Set<StaticAddress> write(StaticAddress address) {
    boolean isWord = address.path().startsWith("/word/");
    boolean isShownSo = isWord && (isSame || sameWords.contains(address.href()));
    if (isShownSo && folder.keep(address.file())) {
      return Set.of(new StaticAddress(address.path(), address.query(), "nb"));
    }
    boolean isCurrent =
        current.containsKey(address.path()) && !address.query().contains("evidence");
    if (isCurrent && folder.keep(address.file())) {
      return keep(address);
    }
    Optional<byte[]> answer = fetch(address);
    if (answer.isEmpty() || !address.isPage()) {
      answer.ifPresent(bytes -> folder.put(address.file(), bytes));
      return Set.of();
    }
    var page = new StaticPage(answer.get(), address, frame);
    if (folder.put(address.file(), page.html()) && isWord && areTitlesSame) {
      sameWords.add(address.href());
    }
    return page.targets();
  }

  private boolean isPart(StaticAddress address) {
    String path = address.path();
    return path.startsWith("/word/")
        ? wordPages.contains(address.href())
        : !path.startsWith("/d/") || documents.contains(path);
  }

  private boolean needsServer(StaticAddress script) {
    return scripts.computeIfAbsent(
        script,
        it -> new String(fetch(it).orElseThrow(), StandardCharsets.UTF_8).contains("fetch("));
  }

  /** What the server answers; empty if there is nothing. */
  private Optional<byte[]> fetch(StaticAddress address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(frame.server() + address.href()))
            .header("Accept-Language", address.lang())
            .build();
    try {
      for (int i = 0; i < TRIES; i++) {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        int status = answer.statusCode();
        boolean isGone = status == 404 || status == 410;
        if (status == 200 || (isGone && address.isPage())) { // which says what became of it
          return Optional.of(answer.body());
        }
        if (isGone || (status == 500 && address.path().matches("/[ds]/.+"))) {
          return Optional
              .empty(); // a text that cannot be loaded, without which the others are there
        }
        if (status != 503) {
          throw new IOException("the server answers " + status);
        }
        Thread.sleep(Duration.ofMillis(200));
      }
      throw new IOException("the server is too busy");
    } catch (IOException e) {
      throw new UncheckedIOException("fetching " + address.href(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
