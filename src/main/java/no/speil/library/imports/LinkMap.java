package no.speil.library.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.speil.archive.AttachedFile;
import no.speil.corpus.DocumentId;
import no.speil.corpus.text.Message;
import no.speil.exchange.convert.ConversionRefusedException;
import no.speil.exchange.convert.TextConverter;
import no.speil.library.catalogue.SiteLinks;
import no.speil.library.imports.TextWriter.Text;

/**
 * Where the files that imported texts link to are in the archive. Brings pictures along and changes
 * an address only if it would not lead there as it is written.
 */
final class LinkMap {
  private static final long LARGEST_PICTURE = 32L << 20;

  private final ImportTarget target;
  private final Map<Path, DocumentId> documents;

  /** Pictures that were brought along, by where they were; the values are below the root. */
  private final Map<Path, String> pictures = new HashMap<>();

  /**
   * @param documents the documents that are imported together, by the files of their texts
   */
  LinkMap(ImportTarget target, Map<Path, DocumentId> documents) {
    this.target = target;
    this.documents = documents;
  }

  /** Brings the pictures of a text along, and answers with its body. */
  String bring(Text text) {
    var link = new Source(text.id(), text.folder(), text.file());
    String from = text.file().path();
    String body = target.withPictures(text.id(), text.folder(), from, text.text(), link::moved);
    link.tell();
    return body;
  }

  /** The text that links. */
  private final class Source {
    private final DocumentId id;
    private final String folder;
    private final TextFile file;
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    Source(DocumentId id, String folder, TextFile file) {
      this.id = id;
      this.folder = folder;
      this.file = file;
    }

    /** The address by which the same thing is found in the archive; empty if that is the same. */
    Optional<String> moved(String address) {
      String path = SiteLinks.path(address);
      boolean isPicture = AttachedFile.Kind.IMAGE.is(path);
      if (path.isEmpty() || path.endsWith("/") || (path.startsWith("/") && !isPicture)) {
        return Optional.empty();
      }
      Optional<Path> linked = find(path, isPicture);
      if (linked.isEmpty()) {
        return Optional.empty();
      }
      if (isPicture) {
        return picture(linked.get(), path);
      }
      DocumentId document = documents.get(linked.get());
      if (document != null && TextConverter.reads(path)) {
        int fragment = address.indexOf('#');
        return text(document, path).map(to -> fragment < 0 ? to : to + address.substring(fragment));
      }
      left.add(path);
      return Optional.empty();
    }

    void tell() {
      if (!missing.isEmpty()) {
        target.note(
            id, file, Message.of("text-import.picture.missing", String.join(", ", missing)));
      }
      if (!left.isEmpty()) {
        target.note(id, file, Message.of("text-import.links-left", String.join(", ", left)));
      }
    }

    private Optional<String> text(DocumentId document, String path) {
      String there = path.replaceFirst("\\.[^./]*$", "");
      return normalized(id.folder(), there).equals(document.value())
          ? Optional.empty()
          : Optional.of(relative(document.value() + ".md"));
    }

    /** The file that an address leads to, if it is in the folder that was given. */
    private Optional<Path> find(String path, boolean isPicture) {
      try {
        Stream<Path> places =
            path.startsWith("/")
                ? file.site().served(file.root()).stream().map(to -> to.resolve(path.substring(1)))
                : Stream.of(file.file().resolveSibling(path));
        Optional<Path> found = places.map(Path::normalize).filter(Files::isRegularFile).findFirst();
        if (found.isPresent() && !isInside(found.get())) {
          target.note(id, file, Message.of("text-import.leads-out", path));
          return Optional.empty();
        }
        if (found.isEmpty() && isPicture) {
          missing.add(path);
        }
        return found;
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    private boolean isInside(Path found) {
      try {
        return Files.isRegularFile(found, LinkOption.NOFOLLOW_LINKS)
            && found.toRealPath().startsWith(file.root().toRealPath());
      } catch (IOException e) {
        return false;
      }
    }

    private Optional<String> picture(Path found, String written) {
      target.shown.add(found);
      String known = pictures.get(found);
      if (known != null) {
        return reference(known, written);
      }
      try {
        byte[] bytes = TextReader.bytes(found, LARGEST_PICTURE);
        String path = target.free(folder + place(written, bytes), bytes).substring(folder.length());
        if (target.files().holds(folder + path, bytes)
            || target.write(id, folder + path, bytes, found.getFileName().toString())) {
          pictures.put(found, path);
          return reference(path, written);
        }
      } catch (ConversionRefusedException e) {
        target.note(id, file, Message.of("text-import.picture.left-out", written, e.said()));
      }
      return Optional.empty();
    }

    /** Where the address leads to already, or a place of the document's own. */
    private String place(String written, byte[] bytes) {
      String base =
          written.startsWith("/")
              ? ""
              : file.site().isOfFolder(file.file().getFileName().toString())
                  ? file.path().contains("/") ? id.value() : ""
                  : id.folder();
      String own = id + "/" + written.substring(written.lastIndexOf('/') + 1);
      String wanted =
          DocumentNames.cleaned(normalized(base, written))
              .or(() -> DocumentNames.cleaned(own))
              .orElse(id + "/picture");
      return target.isFree(folder + wanted, bytes)
          ? wanted
          : DocumentNames.cleaned(own).orElse(wanted);
    }

    /** The address of a picture if what is written would not be found, or something else would. */
    private Optional<String> reference(String path, String written) {
      String top = normalized("", written);
      String beside = normalized(id.folder(), written);
      String below = normalized(id.value(), written);
      boolean isFound =
          written.startsWith("/")
              ? top.equals(path)
              : beside.equals(path) || (below.equals(path) && isFree(beside));
      return isFound ? Optional.empty() : Optional.of(relative(path));
    }

    private boolean isFree(String path) {
      return target.files().obstacle("archive/" + path).isEmpty()
          && target.files().obstacle("translations/" + path).isEmpty();
    }

    /** The way from this document's folder to a path below the same root. */
    private String relative(String path) {
      return Path.of(id.folder()).relativize(Path.of(path)).toString().replace('\\', '/');
    }
  }

  /** The path seen from a folder, without {@code .} and {@code ..}. */
  private static String normalized(String folder, String path) {
    return SiteLinks.normalize(folder + "/" + path);
  }
}
