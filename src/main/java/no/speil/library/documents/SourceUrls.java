package no.speil.library.documents;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.speil.archive.Archive;
import no.speil.archive.ArchiveFile;
import no.speil.archive.AttachedFile;
import no.speil.archive.SourceFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.HttpUrl;
import no.speil.corpus.Metadata.Provenance;
import no.speil.corpus.Side;
import no.speil.library.catalogue.Attachments;
import no.speil.markdown.parse.MarkdownReader;

/**
 * Collects the addresses from which the archive's texts come and where copies of them are kept, by
 * reading what the files themselves say; can run beside a server.
 *
 * @param named every source and every archived copy, with the paths of the files that name it
 * @param kept the pages that those files list as they were fetched, by their paths
 */
public record SourceUrls(
    SortedMap<String, SortedSet<String>> named, SortedMap<String, SortedSet<String>> kept) {
  private static final MarkdownReader READER = new MarkdownReader();

  public static SourceUrls of(Archive archive) {
    var attachments = new Attachments(archive);
    var addresses = new TreeMap<String, SortedSet<String>>();
    var kept = new TreeMap<String, SortedSet<String>>();
    for (ArchiveFile text : texts(archive)) {
      for (SourceFile file : file(archive, text)) {
        Side side = text.role() == ArchiveFile.Role.ORIGINAL ? Side.ORIGINAL : Side.TRANSLATION;
        Provenance told = provenance(file, text.id(), side);
        List<String> pages =
            told.attachments().stream()
                .flatMap(each -> Stream.ofNullable(attachments.find(text.id(), each).file()))
                .filter(each -> each.kind().isFetched())
                .map(AttachedFile::path)
                .toList();
        for (String address : List.of(told.source(), told.archived())) {
          if (!address.isEmpty()) {
            addresses.computeIfAbsent(address, a -> new TreeSet<>()).add(file.path());
            kept.computeIfAbsent(address, a -> new TreeSet<>()).addAll(pages);
          }
        }
      }
    }
    return new SourceUrls(addresses, kept);
  }

  /** The documents whose originals name a source on the web and no archived copy, in order. */
  public static List<DocumentId> withoutCopy(Archive archive) {
    return texts(archive).stream()
        .filter(text -> text.role() == ArchiveFile.Role.ORIGINAL)
        .filter(
            text ->
                file(archive, text).stream()
                    .anyMatch(file -> !sourceWithoutCopy(text.id(), file).isEmpty()))
        .map(ArchiveFile::id)
        .sorted()
        .toList();
  }

  /** The source on the web that an original names if it names no archived copy; else empty. */
  public static String sourceWithoutCopy(DocumentId id, SourceFile original) {
    Provenance told = provenance(original, id, Side.ORIGINAL);
    boolean isWanted = told.archived().isEmpty() && HttpUrl.parse(told.source()).isPresent();
    return isWanted ? told.source() : "";
  }

  private static List<ArchiveFile> texts(Archive archive) {
    var texts = new ArrayList<ArchiveFile>();
    archive.walk( // the command "check" reports problems and other files
        file -> {
          if (file.role() != ArchiveFile.Role.RECORD) {
            texts.add(file);
          }
        });
    return texts;
  }

  private static List<SourceFile> file(Archive archive, ArchiveFile text) {
    try {
      return (text.role() == ArchiveFile.Role.ORIGINAL
              ? archive.original(text.id())
              : archive.translation(text.path()))
          .stream().toList();
    } catch (UncheckedIOException e) {
      return List.of(); // what cannot be read names nothing; the command "check" lists it
    }
  }

  private static Provenance provenance(SourceFile file, DocumentId id, Side side) {
    if (!file.text().contains("source") && !file.text().contains("archived")) {
      return Provenance.NONE; // most files, spared a reading
    }
    try {
      return READER.read(file.text(), file.path(), id.value(), side).text().metadata().provenance();
    } catch (RuntimeException e) {
      return Provenance.NONE; // the command "check" lists it
    }
  }
}
